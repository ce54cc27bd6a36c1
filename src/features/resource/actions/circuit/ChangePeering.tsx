import { useState } from 'react'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { vlanOfPort } from '../../../../model/circuit/port-use.ts'
import { takenAround } from '../../../../model/circuit/taken.ts'
import {
  changedByOther,
  md5KeyProblem,
  peeringProblems,
  privatePeeringOf,
  type TypedPeering,
  typedPeering,
} from '../../../../model/edits/peering.ts'
import { oddPeeringProblems } from '../../../../model/edits/odd-peering.ts'
import { peeringInterruption } from '../../../../model/edits/peering-interruption.ts'
import { peeringRemoval, peeringWrite } from '../../../../model/edits/peering-write.ts'
import { circuitUsers } from '../../../../model/edits/removal-consequences.ts'
import { isProviderLayer3 } from '../../../../model/express-route/set-up-tags.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { flagIn } from '../configure/read-values.ts'
import { Md5Field } from './Md5Field.tsx'
import { OfProvider } from './OfProvider.tsx'
import { PeeringFields } from './PeeringFields.tsx'
import { PeeringState } from './PeeringState.tsx'
import { MD5, readPeering } from './read-peering.ts'
import { useTypedSecret } from './use-typed-secret.ts'

interface Values extends JsonObject, TypedPeering {
  remove: boolean
}

/** The private peering of a circuit: what both sides' routers have to agree on. */
export function ChangePeering({ resource, estate, open, onClose }: ActionFormProps<ExpressRouteCircuit>) {
  const form = useForm({
    topic: 'peering',
    id: resource.id,
    now: { ...typedPeering(resource), remove: false },
    read,
  })
  const { remove, ...typed } = form.values
  const [denied, setDenied] = useState(false)
  const md5 = useTypedSecret(`${resource.id}/peerings/AzurePrivatePeering`, 'peering')
  const key = md5.text
  const peering = privatePeeringOf(resource)
  const removal = remove ? peeringRemoval(resource) : undefined
  const taken = takenAround(resource, estate, peering?.id ?? '')
  const untouched = peering === undefined && !form.typed
  const problems =
    untouched || removal
      ? []
      : [
          ...peeringProblems(resource, typed, taken),
          ...oddPeeringProblems(typed),
          ...vlanOfPort(resource, typed.vlan, estate),
        ]
  const interruption = peeringInterruption(resource, typed)
  const other = peering && changedByOther(resource, peering)
  const byTag = isProviderLayer3(resource)
  // What was typed before says that somebody has denied it; that it is to go does not.
  const isTheirs = (byTag || other !== undefined) && !denied && (!form.typed || remove)
  const wrong = problems.find(({ is }) => is === 'error')?.text
  const users = removal ? circuitUsers(resource, estate) : []
  return (
    <ConfigureDialog
      resource={resource}
      topic="peering"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          {peering ? 'Change' : 'Add'} the private peering of <bdi>{resource.name}</bdi>
        </>
      }
      ended={
        <>
          The private peering of <bdi>{resource.name}</bdi>
        </>
      }
      write={
        // What is wrong is no change to look forward to.
        untouched || wrong !== undefined
          ? { ...peeringWrite(resource, typed), changes: [] }
          : (removal ?? peeringWrite(resource, typed, key !== ''))
      }
      secret={removal || key === '' ? undefined : { sharedKey: key }}
      notYet={
        isTheirs && !removal
          ? 'The provider configures it'
          : untouched
            ? 'Nothing is filled in yet'
            : users.length > 0
              ? `Delete ${users.map(({ name }) => name).join(', ')} first: Azure keeps a peering that is in use`
              : (wrong ?? md5KeyProblem(key))
      }
      confirm={removal || interruption.ends.length > 0 || other !== undefined ? resource.name : undefined}
      consequences={circuitChanged(resource, estate, {
        drops: removal
          ? 'All traffic between the virtual networks and on-premises over this circuit, for good.'
          : interruption.drops,
        after: removal
          ? 'The circuit stays and is billed.'
          : `Your routers need the same VLAN, addresses and AS numbers; then look at both paths.${peering ? MD5 : ''}`,
      })}
      verb={removal ? 'Delete peering' : peering ? 'Change peering' : 'Add peering'}
    >
      {(byTag || other !== undefined) && (
        <OfProvider
          circuit={resource}
          by={byTag ? undefined : other}
          onDeny={isTheirs ? () => setDenied(true) : undefined}
        />
      )}
      <div className={styles.fields}>
        {(peering !== undefined || !isTheirs) && (
          <PeeringFields
            typed={typed}
            problems={problems}
            onType={form.set}
            propose={peering === undefined && !isTheirs ? taken : undefined}
            readOnly={isTheirs}
          />
        )}
        {!isTheirs && <Md5Field value={key} exists={peering !== undefined} onType={md5.type} />}
        {peering && <PeeringState values={form.values} onSet={form.set} readOnly={isTheirs} />}
      </div>
    </ConfigureDialog>
  )
}

function read(values: JsonObject): Values {
  return { ...readPeering(values), remove: flagIn(values, 'remove') }
}
