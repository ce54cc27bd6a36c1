import { type ComponentProps, type ReactNode, useState } from 'react'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import type { Replacement } from '../../../../model/edits/edit.ts'
import {
  changedByOther,
  md5KeyProblem,
  peeringOf,
  type PeeringProblem,
} from '../../../../model/edits/peering.ts'
import { peeringRemoval } from '../../../../model/edits/peering-write.ts'
import { isProviderLayer3 } from '../../../../model/express-route/set-up-tags.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { Md5Field } from './Md5Field.tsx'
import { OfProvider } from './OfProvider.tsx'
import { PeeringState } from './PeeringState.tsx'
import { useTypedSecret } from './use-typed-secret.ts'

interface State {
  enabled: boolean
  remove: boolean
}

interface PeeringDialogProps extends ActionFormProps<ExpressRouteCircuit> {
  topic: 'peering' | 'microsoft-peering'
  /** As Azure names it. */
  name: 'AzurePrivatePeering' | 'MicrosoftPeering'
  /** `private peering` */
  noun: string
  form: ComponentProps<typeof ConfigureDialog>['form'] & {
    values: State
    typed: boolean
    set: (change: Partial<State>) => void
  }
  /** Of what is typed. */
  problems: readonly Pick<PeeringProblem, 'is' | 'text'>[]
  /** @param hasKey a key for MD5 goes with it apart */
  write: (hasKey: boolean) => Replacement
  /** Families whose traffic stops until somebody brings it back. */
  ends: readonly string[]
  /** Why it cannot be deleted yet. */
  heldBy?: string | undefined
  /** What stops, and what comes next: of the change, and of the deletion. */
  change: { drops: string | undefined; after: string }
  deletion: { drops: string; after: string }
  /** @param theirs the provider configures it: to be read, not to be typed in */
  fields: (theirs: boolean) => ReactNode
}

/** Said of every change of a peering. */
const MD5 =
  ' A key for MD5 that the sessions use has to be entered again here: Azure does not give it, and a change without it may take it away.'

/** What the forms of both peerings have: whose it is, the key for MD5, whether it is on, and its deletion. */
export function PeeringDialog(props: PeeringDialogProps) {
  const { resource, estate, open, onClose, topic, name, noun, form, problems, write } = props
  const { remove } = form.values
  const [denied, setDenied] = useState(false)
  const md5 = useTypedSecret(`${resource.id}/peerings/${name}`, topic)
  const key = md5.text
  const peering = peeringOf(resource, name)
  const removal = remove ? peeringRemoval(resource, name) : undefined
  const untouched = peering === undefined && !form.typed
  const other = peering && changedByOther(resource, peering)
  const byTag = isProviderLayer3(resource)
  // What was typed before says that somebody has denied it; that it is to go does not.
  const isTheirs = (byTag || other !== undefined) && !denied && (!form.typed || remove)
  const wrong = problems.find(({ is }) => is === 'error')?.text
  const { drops, after } = removal ? props.deletion : props.change
  return (
    <ConfigureDialog
      resource={resource}
      topic={topic}
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          {peering ? 'Change' : 'Add'} the {noun} of <bdi>{resource.name}</bdi>
        </>
      }
      ended={
        <>
          The {noun} of <bdi>{resource.name}</bdi>
        </>
      }
      write={
        // What is wrong is no change to look forward to.
        untouched || wrong !== undefined ? { ...write(false), changes: [] } : (removal ?? write(key !== ''))
      }
      secret={removal || key === '' ? undefined : { sharedKey: key }}
      notYet={
        isTheirs && !removal
          ? 'The provider configures it'
          : untouched
            ? 'Nothing is filled in yet'
            : ((removal && props.heldBy) ?? wrong ?? md5KeyProblem(key))
      }
      confirm={removal || props.ends.length > 0 || other !== undefined ? resource.name : undefined}
      consequences={circuitChanged(resource, estate, {
        drops,
        after: removal || !peering ? after : `${after}${MD5}`,
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
        {(peering !== undefined || !isTheirs) && props.fields(isTheirs)}
        {!isTheirs && <Md5Field value={key} exists={peering !== undefined} onType={md5.type} />}
        {peering && <PeeringState values={form.values} onSet={form.set} readOnly={isTheirs} />}
      </div>
    </ConfigureDialog>
  )
}
