import { Button } from '@fluentui/react-components'
import { useId, useRef } from 'react'
import { useHref, useLinkClickHandler } from 'react-router-dom'
import { FormBody, FormDialog } from '../../../../components/writes/FormDialog.tsx'
import { ActionDialog } from '../../../../components/writes/ActionDialog.tsx'
import { VerdictIcon } from '../../../../components/VerdictIcon.tsx'
import { heldByOthers } from '../../../../model/circuit/held-by-others.ts'
import { type TakeDownStep, takeDownSteps } from '../../../../model/circuit/take-down.ts'
import { whyNotDeletable } from '../../../../model/edits/circuit.ts'
import type { Estate } from '../../../../model/estate.ts'
import { actionPath } from '../../../../model/paths.ts'
import { clearingOf } from '../../../../model/edits/removal.ts'
import { circuitUsers } from '../../../../model/edits/removal-consequences.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import type { Verdict } from '../../../../model/status/verdict.ts'
import { useAction } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import { Statuses } from '../Statuses.tsx'
import styles from './TakeDown.module.css'

const VERDICTS: Record<TakeDownStep['is'], Verdict> = {
  done: 'healthy',
  here: 'attention',
  elsewhere: 'inProgress',
  waits: 'notChecked',
}
const WORDS: Record<TakeDownStep['is'], string> = {
  done: 'done',
  here: 'to be deleted here',
  elsewhere: 'waits for others',
  waits: 'afterwards',
}

/** What goes before the provider can take a circuit down, in order, to the end of billing. */
export function TakeDown({ resource, estate, open, onClose }: ActionFormProps<ExpressRouteCircuit>) {
  const removals = clearingOf(resource, estate, 'take-down')
  const listed = useId()
  const { writes, send, ...action } = useAction(resource, 'take-down', removals)
  if (removals.length === 0 && !action.sending)
    return (
      <FormDialog open={open} onClose={onClose}>
        <Cleared circuit={resource} estate={estate} onClose={onClose} />
      </FormDialog>
    )
  return (
    <ActionDialog
      {...action}
      open={open}
      onClose={onClose}
      title={
        <>
          Take down <bdi>{resource.name}</bdi>
        </>
      }
      consequences={{
        touches: [{ id: resource.id, name: resource.name, note: 'stays until it is deleted itself' }],
        depends: circuitUsers(resource, estate),
        drops: 'All traffic over it, for good.',
        after:
          'Billing goes on until the circuit itself is deleted, which Azure allows when its provider has taken it down.',
      }}
      confirm={resource.name}
      verb={removals.length === 1 ? 'Delete 1 resource' : `Delete ${removals.length} resources`}
      onSend={() => send()}
      status={<Statuses writes={writes} resource={resource} />}
    >
      <Steps circuit={resource} estate={estate} />
      {removals.length > 0 && (
        <section className={styles.now}>
          <h3 id={listed}>What is deleted now</h3>
          <ul className={styles.removals} aria-labelledby={listed}>
            {removals.map(({ id, what }) => (
              <li key={id}>
                <bdi>{what}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ActionDialog>
  )
}

interface PartProps {
  circuit: ExpressRouteCircuit
  estate: Estate
}

function Steps({ circuit, estate }: PartProps) {
  return (
    <ol className={styles.steps} aria-label="In this order">
      {takeDownSteps(circuit, estate).map((step) => (
        <li key={step.title}>
          <span className={styles.title}>
            <VerdictIcon verdict={VERDICTS[step.is]} />
            <span>{step.title}</span> <span className={styles.word}>{WORDS[step.is]}</span>
          </span>{' '}
          <span className={styles.text}>{step.text}</span>
        </li>
      ))}
    </ol>
  )
}

/** Nothing is left but the circuit: its deletion, or what that waits for. */
function Cleared({ circuit, estate, onClose }: PartProps & { onClose: () => void }) {
  const form = useRef<HTMLDivElement>(null)
  const deletion = actionPath(circuit.id, 'delete')
  const href = useHref(deletion)
  // In place of this form, so that Back does not open it again.
  const follow = useLinkClickHandler<HTMLAnchorElement | HTMLButtonElement>(deletion, { replace: true })
  const why = whyNotDeletable(circuit)
  const held = heldByOthers(circuit, estate)
  return (
    <FormBody
      form={form}
      title={
        <>
          Take down <bdi>{circuit.name}</bdi>
        </>
      }
      status={
        held !== undefined
          ? `Nothing is left to delete here now. ${held}`
          : why
            ? `Nothing is left to delete here but the circuit itself, which waits for its provider. ${why.what}`
            : 'Nothing is left but the circuit itself. It can be deleted now, which ends its billing.'
      }
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {why === undefined && held === undefined && (
            <Button as="a" appearance="primary" href={href} onClick={follow}>
              Go on to delete circuit
            </Button>
          )}
        </>
      }
    >
      <Steps circuit={circuit} estate={estate} />
    </FormBody>
  )
}
