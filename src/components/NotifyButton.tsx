import { Button } from '@fluentui/react-components'
import { AlertOffRegular, AlertRegular } from '@fluentui/react-icons'
import { useId } from 'react'
import styles from './NotifyButton.module.css'

interface NotifyButtonProps {
  /** `absent`: this browser has no notifications. */
  state: 'absent' | 'denied' | 'off' | 'on'
  /** A verb: `Notify me`. */
  label?: string
  onChange: () => void
}

const WHY_NOT = {
  absent: 'This browser has no notifications.',
  denied: 'This browser does not let this page notify you. Its settings for this page change that.',
} as const

/** Asks the browser for notifications when it is pressed, never by itself. */
export function NotifyButton({ state, label = 'Notify me', onChange }: NotifyButtonProps) {
  const why = useId()
  const isOn = state === 'on'
  const whyNot = state === 'absent' || state === 'denied' ? WHY_NOT[state] : undefined
  const button = (
    <Button
      icon={isOn ? <AlertOffRegular /> : <AlertRegular />}
      disabledFocusable={whyNot !== undefined}
      aria-describedby={whyNot === undefined ? undefined : why}
      title={
        whyNot === undefined ? 'When an operation of this browser ends while you look elsewhere' : undefined
      }
      onClick={onChange}
    >
      {isOn ? 'Do not notify me' : label}
    </Button>
  )
  if (whyNot === undefined) return button
  return (
    <span className={styles.why}>
      {button}
      <span id={why}>{whyNot}</span>
    </span>
  )
}
