import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { locationFacts } from '../../../model/circuit/locations.ts'
import { locationOf } from '../../../model/express-route/place.ts'
import { sentenceList } from '../../../model/format.ts'
import { regionName } from '../../../model/resources/regions.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { withCircuitAt } from '../with-circuit.ts'
import { useWizard } from '../wizard.ts'

/** How far it reaches and how its traffic is billed, only in combinations that are sold. */
export function SkuAnswers({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { answers, around, said, edit } = useWizard()
  const field = `circuits.${index}`
  const location = locationOf(circuit, answers, around)
  const regions = locationFacts(location)?.localRegions ?? []
  return (
    <>
      <ChoiceField
        id={`${field}.tier`}
        label="Reach"
        value={circuit.tier}
        said={said(`${field}.tier`)}
        choices={[
          {
            value: 'Local',
            label: 'Local',
            help: `Only ${sentenceList(regions.map(regionName))}. Traffic out of Azure is included. No Global Reach.`,
            unfit:
              regions.length === 0
                ? location === ''
                  ? 'Only where an Azure region is next to the peering location.'
                  : `No Azure region is known next to ${location}.`
                : undefined,
          },
          {
            value: 'Standard',
            label: 'Standard',
            help: 'Every Azure region of the same geopolitical area, 4,000 routes, 10 virtual networks.',
          },
          {
            value: 'Premium',
            label: 'Premium',
            help: 'Every Azure region of the cloud, 10,000 routes, more virtual networks, Microsoft 365. Costs an add-on.',
          },
        ]}
        onChange={(tier) =>
          edit(`${field}.tier`, (now) =>
            withCircuitAt(now, index, { tier, ...(tier === 'Local' && { family: 'UnlimitedData' }) }),
          )
        }
      />
      <ChoiceField
        id={`${field}.family`}
        label="Billing of traffic"
        value={circuit.family}
        said={said(`${field}.family`)}
        choices={[
          {
            value: 'MeteredData',
            label: 'Metered',
            help: 'Traffic out of Azure is billed by the gigabyte. Can be changed to unlimited later.',
            unfit: circuit.tier === 'Local' ? 'Local is sold with unlimited data only.' : undefined,
          },
          {
            value: 'UnlimitedData',
            label: 'Unlimited',
            help: 'A higher monthly price that includes all traffic. Cannot be changed to metered later.',
          },
        ]}
        onChange={(family) => edit(`${field}.family`, (now) => withCircuitAt(now, index, { family }))}
      />
    </>
  )
}
