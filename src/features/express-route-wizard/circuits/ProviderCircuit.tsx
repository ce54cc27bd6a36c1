import styles from '../../../components/wizard/FormStep.module.css'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import {
  bandwidthsOf,
  fitsResiliency,
  locationsFor,
  providerOf,
  providersOf,
} from '../../../model/express-route/circuit-choices.ts'
import { distanceKm } from '../../../model/circuit/locations.ts'
import { locationOf } from '../../../model/express-route/place.ts'
import { bandwidth } from '../../../model/format.ts'
import { SelectAnswer } from '../fields.ts'
import { WhoMakesIt } from '../peering/WhoMakesIt.tsx'
import { withCircuitAt } from '../with-circuit.ts'
import { useWizard } from '../wizard.ts'

/** Provider, location and bandwidth, each only as the provider has it. */
export function ProviderCircuit({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { answers, around } = useWizard()
  const { resiliency } = answers.goal
  const field = `circuits.${index}`
  const provider = providerOf(circuit.provider, around)
  const fitting = providersOf(around).filter(({ locations }) =>
    locations.some((one) => fitsResiliency(one, resiliency)),
  )
  const locations = provider
    ? provider.locations.filter((one) => fitsResiliency(one, resiliency))
    : locationsFor(resiliency, around)
  const [first] = answers.circuits
  const other = index > 0 && first ? locationOf(first, answers, around) : ''
  return (
    <>
      <SelectAnswer
        field={`${field}.provider`}
        label="Provider"
        value={circuit.provider}
        help={providersHelp(around.providers)}
        options={fitting
          .map(({ name }) => ({ value: name, label: name }))
          .toSorted((one, next) => one.label.localeCompare(next.label))}
        set={(now, name) => withCircuitAt(now, index, { provider: name })}
      />
      <div className={styles.two}>
        <SelectAnswer
          field={`${field}.location`}
          label="Peering location"
          value={circuit.location}
          help={placeHelp(other, circuit.location)}
          options={locations
            .map((one) => ({ value: one, label: withDistance(one, other) }))
            .toSorted((one, next) => one.label.localeCompare(next.label))}
          set={(now, location) => withCircuitAt(now, index, { location })}
        />
        <SelectAnswer
          field={`${field}.bandwidth`}
          label="Bandwidth"
          value={circuit.bandwidth}
          help="Can be raised later, not lowered."
          options={bandwidthsOf(provider).map((mbps) => ({ value: String(mbps), label: bandwidth(mbps) }))}
          set={(now, mbps) => withCircuitAt(now, index, { bandwidth: mbps })}
        />
      </div>
      <WhoMakesIt circuit={circuit} index={index} label="Who makes the private peering" />
    </>
  )
}

function providersHelp(providers: ReturnType<typeof useWizard>['around']['providers']): string | undefined {
  switch (providers.is) {
    case 'reading':
      return 'The providers are being read.'
    case 'notReadable':
      return `The providers could not be read: ${providers.why}`
    case 'known':
      return 'Cannot be changed later without a new circuit.'
    default:
      return providers satisfies never
  }
}

function withDistance(location: string, other: string): string {
  const text = distanceWords(location, other)
  return text === undefined ? location : `${location}, ${text}`
}

function distanceWords(location: string, other: string): string | undefined {
  if (other === '' || location === '') return undefined
  if (location === other) return 'the same location'
  const km = distanceKm(location, other)
  return km === undefined ? undefined : `about ${kilometres(km)} from ${other}`
}

/** The coordinates are approximate: so is what is said of them. */
function kilometres(km: number): string {
  return `${km < 100 ? Math.round(km) : Math.round(km / 10) * 10} km`
}

function placeHelp(other: string, location: string): string {
  const words = distanceWords(location, other)
  const stays = 'Cannot be changed later without a new circuit.'
  return words === undefined ? stays : `${words.charAt(0).toUpperCase()}${words.slice(1)}. ${stays}`
}
