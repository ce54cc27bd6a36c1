import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { CreatedRemoval } from '../../model/deployments/created.ts'
import { count } from '../../model/format.ts'
import { together, typicalTime, typicalWords } from '../../model/operations/durations.ts'
import { nameOfId } from '../../model/paths.ts'
import { kindWords } from '../../model/plan/change-request.ts'
import { useFirstFocus } from '../../ui/first-focus.ts'
import { ResourceLink } from '../ResourceLink.tsx'
import styles from './RemoveCreated.module.css'

const DEAR =
  /\/(virtualNetworkGateways|expressRouteGateways|vpnGateways|virtualHubs|expressRouteCircuits)\/[^/]+$/i

interface RemoveCreatedProps {
  open: boolean
  onClose: () => void
  removal: CreatedRemoval
  onRemove: () => void
}

/** Asks before what a run created is deleted: what goes in which order, what stays, and the name to type. */
export function RemoveCreated({ open, onClose, removal, onRemove }: RemoveCreatedProps) {
  const surface = useFirstFocus(open)
  return (
    <Dialog open={open} onOpenChange={onClose}>
      <DialogSurface ref={surface}>
        {/* Anew each time: what was typed before is no answer to this. */}
        {open && <Body onClose={onClose} removal={removal} onRemove={onRemove} />}
      </DialogSurface>
    </Dialog>
  )
}

function Body({ onClose, removal, onRemove }: Omit<RemoveCreatedProps, 'open'>) {
  const [typed, setTyped] = useState('')
  const { removals, stays, consequences } = removal
  const name = dearest(removals.map(({ id }) => id))
  const confirmed = typed.trim() === name
  const typical = together(removals.map((one) => typicalTime(one)))
  return (
    <DialogBody>
      <DialogTitle>Remove what this run created</DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.text}>
          These are deleted in this order, each when the one before is gone.
          {typical && ` Typically ${typicalWords(typical)}.`} {consequences.drops}
        </p>
        <ol className={styles.list}>
          {removals.map(({ id }) => (
            <li key={id}>
              <strong>
                <bdi>{nameOfId(id)}</bdi>
              </strong>{' '}
              <span className={styles.quiet}>{kindWords({ id })}</span>
            </li>
          ))}
        </ol>
        {stays.length > 0 && (
          <div>
            <p className={styles.text}>Begun by this run too, and left:</p>
            <ul className={styles.list}>
              {stays.map((one) => (
                <li key={one.id}>
                  <ResourceLink id={one.id} name={one.name} />{' '}
                  <span className={styles.quiet}>{one.note}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {consequences.after !== undefined && consequences.after !== '' && (
          <p className={styles.text}>
            <bdi>{consequences.after}</bdi>
          </p>
        )}
        <Field
          label={
            <>
              Type <bdi className={styles.name}>{name}</bdi> to confirm
            </>
          }
        >
          <Input
            value={typed}
            data-confirm
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Keep everything</Button>
        <Button
          appearance="primary"
          disabledFocusable={!confirmed}
          title={confirmed ? undefined : `Type ${name} first`}
          onClick={onRemove}
        >
          Remove {count(removals.length, 'resource')}
        </Button>
      </DialogActions>
    </DialogBody>
  )
}

/** A gateway takes longest to get back, so its name is the one to type. Among others alike no name stands for the rest. */
function dearest(ids: readonly string[]): string {
  const dear = ids.find((id) => DEAR.test(id)) ?? (ids.length === 1 ? ids[0] : undefined)
  return dear === undefined ? `remove ${ids.length}` : nameOfId(dear)
}
