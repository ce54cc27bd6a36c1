import { Button } from '@fluentui/react-components'
import { AlertOffRegular, AlertRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { notificationRight, notifyStore, useNotify } from '../../queries/use-notify.ts'

/** Asks the browser for notifications when it is pressed, never by itself. */
export function NotifyButton() {
  const isWanted = useNotify()
  const [right, setRight] = useState(notificationRight)
  if (right === 'absent') return null
  const isOn = isWanted && right === 'granted'

  async function change() {
    if (isOn) {
      notifyStore.set(false)
      return
    }
    const given = right === 'granted' ? right : await Notification.requestPermission()
    setRight(given)
    notifyStore.set(given === 'granted')
  }

  return (
    <Button
      icon={isOn ? <AlertOffRegular /> : <AlertRegular />}
      disabledFocusable={right === 'denied'}
      title={
        right === 'denied'
          ? 'This browser does not let this page notify you. That is changed in its settings for this page.'
          : 'When an operation of this browser ends while you look elsewhere'
      }
      onClick={() => void change()}
    >
      {isOn ? 'Do not notify me' : 'Notify me'}
    </Button>
  )
}
