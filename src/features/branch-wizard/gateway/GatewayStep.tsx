import { ResourceLink } from '../../../components/ResourceLink.tsx'
import type { Answers, Gateway } from '../../../model/branch/answers.ts'
import { connectionsThere, gatewayThere, hubNameOf } from '../../../model/branch/place.ts'
import { UNIT_MBPS } from '../../../model/branch/speeds.ts'
import { bandwidth, count } from '../../../model/format.ts'
import { useReadOnce } from '../../../queries/use-coming-up.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { Folded } from '../../../ui/wizard/Folded.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { TextAnswer } from '../fields.ts'
import { Given, GivenList } from '../Given.tsx'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'

/** The VPN gateway of the hub: a hub takes one. */
export function GatewayStep() {
  const { answers, around } = useWizard()
  return gatewayThere(answers, around) ? <GivenGateway /> : <NewGateway />
}

function withGateway(answers: Answers, change: Partial<Gateway>): Answers {
  return { ...answers, gateway: { ...answers.gateway, ...change } }
}

function NewGateway() {
  const { answers, said, edit } = useWizard()
  const { gateway } = answers
  return (
    <PictureStep
      lead={
        <>
          <bdi>{hubNameOf(answers) || 'The hub'}</bdi> has no VPN gateway yet. A new one has two instances,
          and each link of a branch builds a tunnel to both.
        </>
      }
    >
      <TextAnswer
        field="gateway.name"
        label="Name"
        value={gateway.name}
        set={(now, name) => withGateway(now, { name })}
      />
      <TextAnswer
        field="gateway.units"
        label="Scale units"
        value={gateway.units}
        numeric
        set={(now, units) => withGateway(now, { units })}
      />
      <GivenList>
        <Given label="AS number" help="Fixed by Azure">
          65515
        </Given>
      </GivenList>
      <Folded
        title="Advanced"
        defaults={gateway.internet ? 'Over the internet of providers' : 'Over Microsoft’s network'}
        needed={false}
      >
        <ChoiceField
          id="gateway.internet"
          label="Traffic between the branches and the gateway"
          value={gateway.internet ? 'internet' : 'microsoft'}
          said={said('gateway.internet')}
          choices={[
            {
              value: 'microsoft',
              label: 'Microsoft’s network',
              help: 'It enters near the branch.',
              why: 'Default',
            },
            {
              value: 'internet',
              label: 'The internet',
              help: 'It enters near the hub. This cannot be changed later.',
            },
          ]}
          onChange={(value) =>
            edit('gateway.internet', (now) => withGateway(now, { internet: value === 'internet' }))
          }
        />
      </Folded>
    </PictureStep>
  )
}

/** It stays as it is. */
function GivenGateway() {
  const { answers, around, said } = useWizard()
  const gateway = gatewayThere(answers, around)
  // A list leaves out the addresses of its instances.
  useReadOnce(gateway ? [gateway.id] : [])
  if (!gateway) return null
  const units = gateway.scaleUnits
  return (
    <PictureStep lead="The hub has a VPN gateway, which is used as it is: only connections are added to it.">
      <GivenList id="gateway.existing">
        <Given label="VPN gateway">
          <ResourceLink id={gateway.id} />
        </Given>
        <Given label="Scale units" help={units === undefined ? undefined : bandwidth(units * UNIT_MBPS)}>
          {units ?? 'Not read'}
        </Given>
        <Given label="Branches it has">{count(connectionsThere(answers, around).length, 'connection')}</Given>
        <Given label="State">{gateway.provisioningState ?? 'Not read'}</Given>
        <Given label="Instances">
          {gateway.instances
            .map(({ publicIPAddress }) => publicIPAddress)
            .filter(Boolean)
            .join(', ') || 'Addresses not read'}
        </Given>
        <Given label="AS number" help="Fixed by Azure">
          {gateway.bgp?.asn ?? 65515}
        </Given>
      </GivenList>
      <SaidLines said={said('gateway.existing')} />
    </PictureStep>
  )
}
