import { useState } from 'react'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { vlanOfPort } from '../../../../model/circuit/port-use.ts'
import { takenAround } from '../../../../model/circuit/taken.ts'
import {
  microsoftPeeringProblems,
  microsoftPeeringWrite,
  type TypedMicrosoftPeering,
  typedMicrosoftPeering,
} from '../../../../model/edits/microsoft-peering.ts'
import { changedByOther, md5KeyProblem, peeringOf } from '../../../../model/edits/peering.ts'
import { peeringInterruption } from '../../../../model/edits/peering-interruption.ts'
import { peeringRemoval } from '../../../../model/edits/peering-write.ts'
import { isProviderLayer3 } from '../../../../model/express-route/set-up-tags.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { flagIn, textIn } from '../configure/read-values.ts'
import { Md5Field } from './Md5Field.tsx'
import { OfProvider } from './OfProvider.tsx'
import { MicrosoftPeeringFields } from './MicrosoftPeeringFields.tsx'
import { PeeringState } from './PeeringState.tsx'
import { MD5, readPeering } from './read-peering.ts'
import { useTypedSecret } from './use-typed-secret.ts'

interface Values extends JsonObject, TypedMicrosoftPeering {
  remove: boolean
}

const NAME = 'MicrosoftPeering'

/** The Microsoft peering of a circuit: the way to Microsoft's public services, with public addresses that are one's own. */
export function ChangeMicrosoftPeering({
  resource,
  estate,
  open,
  onClose,
}: ActionFormProps<ExpressRouteCircuit>) {
  const form = useForm({
    topic: 'microsoft-peering',
    id: resource.id,
    now: { ...typedMicrosoftPeering(resource), remove: false },
    read,
  })
  const { remove, ...typed } = form.values
  const [denied, setDenied] = useState(false)
  const md5 = useTypedSecret(`${resource.id}/peerings/MicrosoftPeering`, 'microsoft-peering')
  const key = md5.text
  const peering = peeringOf(resource, NAME)
  const removal = remove ? peeringRemoval(resource, NAME) : undefined
  const untouched = peering === undefined && !form.typed
  const taken = takenAround(resource, estate, peering?.id ?? '')
  const problems =
    untouched || removal
      ? []
      : [...microsoftPeeringProblems(resource, typed, taken), ...vlanOfPort(resource, typed.vlan, estate)]
  const interruption = peeringInterruption(resource, typed, NAME)
  const other = peering && changedByOther(resource, peering)
  const byTag = isProviderLayer3(resource)
  // What was typed before says that somebody has denied it; that it is to go does not.
  const isTheirs = (byTag || other !== undefined) && !denied && (!form.typed || remove)
  const wrong = problems.find(({ is }) => is === 'error')?.text
  return (
    <ConfigureDialog
      resource={resource}
      topic="microsoft-peering"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          {peering ? 'Change' : 'Add'} the Microsoft peering of <bdi>{resource.name}</bdi>
        </>
      }
      ended={
        <>
          The Microsoft peering of <bdi>{resource.name}</bdi>
        </>
      }
      write={
        // What is wrong is no change to look forward to.
        untouched || wrong !== undefined
          ? { ...microsoftPeeringWrite(resource, typed), changes: [] }
          : (removal ?? microsoftPeeringWrite(resource, typed, key !== ''))
      }
      secret={removal || key === '' ? undefined : { sharedKey: key }}
      notYet={
        isTheirs && !removal
          ? 'The provider configures it'
          : untouched
            ? 'Nothing is filled in yet'
            : (wrong ?? md5KeyProblem(key))
      }
      confirm={removal || interruption.ends.length > 0 || other !== undefined ? resource.name : undefined}
      consequences={circuitChanged(resource, estate, {
        drops: removal
          ? 'All traffic to Microsoft’s public services over this circuit, for good.'
          : interruption.drops && `${interruption.drops} Prefixes that change are validated anew.`,
        after: removal
          ? 'Route filters stay as resources of their own.'
          : `Microsoft validates the prefixes before BGP comes up; where it needs proof the state is ValidationNeeded. Traffic has to come from these prefixes: private addresses are translated at your side.${peering ? MD5 : ''}`,
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
          <MicrosoftPeeringFields
            circuit={resource}
            typed={typed}
            problems={problems}
            onType={form.set}
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
