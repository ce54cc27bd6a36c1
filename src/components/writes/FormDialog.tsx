import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { type ReactNode, type RefObject, useEffect } from 'react'
import { useFirstFocus } from '../../ui/first-focus.ts'
import styles from './FormDialog.module.css'

interface FormDialogProps {
  open: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog with a form in it; see `FormBody`. */
export function FormDialog({ open, onClose, children }: FormDialogProps) {
  const surface = useFirstFocus(open)
  return (
    <Dialog open={open} onOpenChange={onClose}>
      <DialogSurface ref={surface} className={styles.surface}>
        {children}
      </DialogSurface>
    </Dialog>
  )
}

interface FormBodyProps {
  /** Of the whole form. */
  form: RefObject<HTMLDivElement | null>
  title: ReactNode
  children?: ReactNode
  /** How what was sent stands. */
  status: ReactNode
  /** The buttons. */
  actions: ReactNode
}

/** Title, fields, how it stands, and buttons that stay in sight. */
export function FormBody({ form, title, children, status, actions }: FormBodyProps) {
  // A button that goes when it was pressed takes the focus with it, and Escape would go nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) form.current?.focus()
  })
  return (
    <DialogBody ref={form} className={styles.body} tabIndex={-1}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>{children}</DialogContent>
      <div className={styles.foot}>
        <div role="status" className={styles.status}>
          {status}
        </div>
        <div className={styles.actions}>{actions}</div>
      </div>
    </DialogBody>
  )
}

/** Goes to the first field that is wrong. @returns whether there is one */
export function goToWrong(form: HTMLElement | null): boolean {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  wrong?.focus()
  return wrong !== null && wrong !== undefined
}
