import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { Fragment } from 'react'
import { Kbd } from '../../ui/Kbd.tsx'
import { closeOverlay } from '../overlay.ts'
import { useValue } from '../value.ts'
import { ALL_KEYS, keysOn } from './keys.ts'
import styles from './KeysDialog.module.css'

export function KeysDialog({ open }: { open: boolean }) {
  const on = useValue(keysOn)
  return (
    <Dialog open={open} onOpenChange={closeOverlay}>
      <DialogSurface style={{ maxWidth: 480 }}>
        <DialogBody>
          <DialogTitle>Keys</DialogTitle>
          <DialogContent>
            <dl className={`${styles.list} ${on ? '' : styles.off}`}>
              {ALL_KEYS.map(({ keys, what }) => (
                <Fragment key={what}>
                  <dt className={styles.keys}>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd className={styles.what}>{what}</dd>
                </Fragment>
              ))}
            </dl>
            <Checkbox
              label="These keys work"
              checked={on}
              onChange={(_, { checked }) => keysOn.set(checked === true)}
            />
            <p className={styles.note}>
              Switch them off if they get in the way of a screen reader or of speech input. The lists keep
              their arrow keys.
            </p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={closeOverlay}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
