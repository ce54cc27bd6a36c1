import { useId } from 'react'
import { ActionDialog } from '../../../../components/writes/ActionDialog.tsx'
import { VerdictIcon } from '../../../../components/VerdictIcon.tsx'
import { type TakeDownStep, takeDownSteps } from '../../../../model/circuit/take-down.ts'
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
}
const WORDS: Record<TakeDownStep['is'], string> = {
  done: 'done',
  here: 'to be deleted here',
  elsewhere: 'by somebody else',
}

/** What goes before the provider can take a circuit down, in order, to the end of billing. */
export function TakeDown({ resource, estate, open, onClose }: ActionFormProps<ExpressRouteCircuit>) {
  const removals = clearingOf(resource, estate, 'take-down')
  const listed = useId()
  const { writes, send, ...action } = useAction(resource, 'take-down', removals)
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
      notYet={removals.length === 0 ? 'Nothing of it is left to delete but the circuit itself' : undefined}
      confirm={resource.name}
      verb={removals.length === 1 ? 'Delete 1 resource' : `Delete ${removals.length} resources`}
      onSend={() => send()}
      status={<Statuses writes={writes} resource={resource} />}
    >
      <ol className={styles.steps} aria-label="In this order">
        {takeDownSteps(resource, estate).map((step) => (
          <li key={step.title}>
            <span className={styles.title}>
              <VerdictIcon verdict={VERDICTS[step.is]} />
              <span>{step.title}</span> <span className={styles.word}>{WORDS[step.is]}</span>
            </span>{' '}
            <span className={styles.text}>{step.text}</span>
          </li>
        ))}
      </ol>
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
