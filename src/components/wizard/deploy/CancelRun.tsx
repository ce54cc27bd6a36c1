import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { ErrorFacts } from '../../ErrorFacts.tsx'
import type { Result } from '../../../lib/result.ts'
import type { gatewayTurn } from '../../../model/deployments/progress.ts'
import type { HubError } from '../../../model/errors.ts'
import { useFirstFocus } from '../../../ui/first-focus.ts'
import styles from './Deploy.module.css'

interface CancelRunProps {
  onCancel: () => Promise<Result<undefined, HubError>>
  /** Somebody asked for it already. */
  canceling: boolean
  /** Whether a gateway is among what Azure has begun, or is to come. */
  gateway: ReturnType<typeof gatewayTurn>
}

/** Asks before a deployment is canceled, since that takes back nothing. */
export function CancelRun({ onCancel, canceling, gateway }: CancelRunProps) {
  const [open, setOpen] = useState(false)
  const surface = useFirstFocus(open)
  const [asked, setAsked] = useState<'no' | 'asking' | HubError>('no')

  async function cancel() {
    setAsked('asking')
    const answer = await onCancel()
    setAsked(answer.ok ? 'no' : answer.error)
    if (answer.ok) setOpen(false)
  }

  return (
    <>
      <Button
        disabledFocusable={canceling}
        title={canceling ? 'Azure was asked to cancel it' : undefined}
        onClick={() => setOpen(true)}
      >
        Cancel deployment
      </Button>
      <Dialog open={open} onOpenChange={(_, { open: next }) => setOpen(next)}>
        <DialogSurface ref={surface}>
          <DialogBody>
            <DialogTitle>Cancel the deployment</DialogTitle>
            <DialogContent>
              <p className={styles.text}>
                Azure begins nothing more{gateway === 'toCome' && ', so the gateway is not made'}. What it has
                begun it finishes{gateway === 'begun' && ', so the gateway is made all the same'}, and what is
                ready stays. Nothing is deleted; that can be done afterwards.
              </p>
              {typeof asked === 'object' && (
                <div role="alert">
                  <p className={styles.text}>Azure could not be asked to cancel it.</p>
                  <ErrorFacts error={asked} />
                </div>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setOpen(false)}>Let it go on</Button>
              <Button
                appearance="primary"
                disabledFocusable={asked === 'asking'}
                onClick={() => void cancel()}
              >
                Cancel deployment
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  )
}
