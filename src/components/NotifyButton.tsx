import { Button } from '@fluentui/react-components'
import { AlertOffRegular, AlertRegular } from '@fluentui/react-icons'

interface NotifyButtonProps {
  /** `absent`: this browser has no notifications. */
  state: 'absent' | 'denied' | 'off' | 'on'
  /** A verb: `Notify me`. */
  label?: string
  onChange: () => void
}

/** Asks the browser for notifications when it is pressed, never by itself. */
export function NotifyButton({ state, label = 'Notify me', onChange }: NotifyButtonProps) {
  if (state === 'absent') return null
  const isOn = state === 'on'
  return (
    <Button
      icon={isOn ? <AlertOffRegular /> : <AlertRegular />}
      disabledFocusable={state === 'denied'}
      title={
        state === 'denied'
          ? 'This browser does not let this page notify you. That is changed in its settings for this page.'
          : 'When an operation of this browser ends while you look elsewhere'
      }
      onClick={onChange}
    >
      {isOn ? 'Do not notify me' : label}
    </Button>
  )
}
