import type { JsonObject } from '../../../../lib/json.ts'
import { vlanOfPort } from '../../../../model/circuit/port-use.ts'
import { takenAround } from '../../../../model/circuit/taken.ts'
import { oddPeeringProblems } from '../../../../model/edits/odd-peering.ts'
import {
  peeringProblems,
  privatePeeringOf,
  type TypedPeering,
  typedPeering,
} from '../../../../model/edits/peering.ts'
import { peeringInterruption } from '../../../../model/edits/peering-interruption.ts'
import { peeringWrite } from '../../../../model/edits/peering-write.ts'
import { circuitUsers } from '../../../../model/edits/removal-consequences.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import { flagIn } from '../configure/read-values.ts'
import { PeeringDialog } from './PeeringDialog.tsx'
import { PeeringFields } from './PeeringFields.tsx'
import { readPeering } from './read-peering.ts'

interface Values extends JsonObject, TypedPeering {
  remove: boolean
}

/** The private peering of a circuit: what both sides' routers have to agree on. */
export function ChangePeering(props: ActionFormProps<ExpressRouteCircuit>) {
  const { resource, estate } = props
  const form = useForm({
    topic: 'peering',
    id: resource.id,
    now: { ...typedPeering(resource), remove: false },
    read,
  })
  const { remove, ...typed } = form.values
  const peering = privatePeeringOf(resource)
  const taken = takenAround(resource, estate, peering?.id ?? '')
  const problems = (peering === undefined ? !form.typed : remove)
    ? []
    : [
        ...peeringProblems(resource, typed, taken),
        ...oddPeeringProblems(typed),
        ...vlanOfPort(resource, typed.vlan, estate),
      ]
  const interruption = peeringInterruption(resource, typed)
  const users = remove ? circuitUsers(resource, estate) : []
  return (
    <PeeringDialog
      {...props}
      topic="peering"
      name="AzurePrivatePeering"
      noun="private peering"
      form={form}
      problems={problems}
      write={(hasKey) => peeringWrite(resource, typed, hasKey)}
      ends={interruption.ends}
      heldBy={
        users.length > 0
          ? `Delete ${users.map(({ name }) => name).join(', ')} first: Azure keeps a peering that is in use`
          : undefined
      }
      change={{
        drops: interruption.drops,
        after: 'Your routers need the same VLAN, addresses and AS numbers; then look at both paths.',
      }}
      deletion={{
        drops: 'All traffic between the virtual networks and on-premises over this circuit, for good.',
        after: 'The circuit stays and is billed.',
      }}
      fields={(theirs) => (
        <PeeringFields
          typed={typed}
          problems={problems}
          onType={form.set}
          propose={peering === undefined && !theirs ? taken : undefined}
          readOnly={theirs}
        />
      )}
    />
  )
}

function read(values: JsonObject): Values {
  return { ...readPeering(values), remove: flagIn(values, 'remove') }
}
