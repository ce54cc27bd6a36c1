import type { JsonObject } from '../../../../lib/json.ts'
import { vlanOfPort } from '../../../../model/circuit/port-use.ts'
import { takenAround } from '../../../../model/circuit/taken.ts'
import {
  microsoftPeeringProblems,
  microsoftPeeringWrite,
  type TypedMicrosoftPeering,
  typedMicrosoftPeering,
} from '../../../../model/edits/microsoft-peering.ts'
import { peeringOf } from '../../../../model/edits/peering.ts'
import { peeringInterruption } from '../../../../model/edits/peering-interruption.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import { flagIn, textIn } from '../configure/read-values.ts'
import { MicrosoftPeeringFields } from './MicrosoftPeeringFields.tsx'
import { PeeringDialog } from './PeeringDialog.tsx'
import { readPeering } from './read-peering.ts'

interface Values extends JsonObject, TypedMicrosoftPeering {
  remove: boolean
}

const NAME = 'MicrosoftPeering'

/** The Microsoft peering of a circuit: the way to Microsoft's public services, with public addresses that are one's own. */
export function ChangeMicrosoftPeering(props: ActionFormProps<ExpressRouteCircuit>) {
  const { resource, estate } = props
  const form = useForm({
    topic: 'microsoft-peering',
    id: resource.id,
    now: { ...typedMicrosoftPeering(resource), remove: false },
    read,
  })
  const { remove, ...typed } = form.values
  const peering = peeringOf(resource, NAME)
  const taken = takenAround(resource, estate, peering?.id ?? '')
  const problems = (peering === undefined ? !form.typed : remove)
    ? []
    : [...microsoftPeeringProblems(resource, typed, taken), ...vlanOfPort(resource, typed.vlan, estate)]
  const interruption = peeringInterruption(resource, typed, NAME)
  return (
    <PeeringDialog
      {...props}
      topic="microsoft-peering"
      name={NAME}
      noun="Microsoft peering"
      form={form}
      problems={problems}
      write={(hasKey) => microsoftPeeringWrite(resource, typed, hasKey)}
      ends={interruption.ends}
      change={{
        drops: interruption.drops && `${interruption.drops} Prefixes that change are validated anew.`,
        after:
          'Microsoft validates the prefixes before BGP comes up; where it needs proof the state is ValidationNeeded. Traffic has to come from these prefixes: private addresses are translated at your side.',
      }}
      deletion={{
        drops: 'All traffic to Microsoft’s public services over this circuit, for good.',
        after: 'Route filters stay as resources of their own.',
      }}
      fields={(theirs) => (
        <MicrosoftPeeringFields
          circuit={resource}
          typed={typed}
          problems={problems}
          onType={form.set}
          readOnly={theirs}
        />
      )}
    />
  )
}

function read(values: JsonObject): Values {
  return {
    ...readPeering(values),
    prefixes: textIn(values, 'prefixes'),
    prefixes6: textIn(values, 'prefixes6'),
    customerAsn: textIn(values, 'customerAsn'),
    registry: textIn(values, 'registry'),
    routeFilter: textIn(values, 'routeFilter'),
    routeFilter6: textIn(values, 'routeFilter6'),
    remove: flagIn(values, 'remove'),
  }
}
