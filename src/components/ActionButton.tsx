import { Button, type ButtonProps } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useId, useRef, useState, type MouseEvent, type PointerEvent } from 'react'
import type { Subscription } from '../model/inventory.ts'
import type { Right } from '../model/rights/right.ts'
import { rightWords, type RightWords } from '../model/rights/words.ts'
import styles from './ActionButton.module.css'

const RightCard = lazy(async () => ({ default: (await import('./RightCard.tsx')).RightCard }))

interface ActionButtonProps {
  /** A verb and what: "Reset gateway". */
  label: string
  right: Right
  /** Something else that is in the way, whatever the rights. */
  instead?: RightWords | undefined
  onClick: () => void
  /** For their names in the reason. */
  subscriptions?: readonly Subscription[]
  appearance?: ButtonProps['appearance']
  icon?: ButtonProps['icon']
  size?: ButtonProps['size']
}

const OPEN_AFTER = 250
const CLOSE_AFTER = 200

/**
 * A button for something that needs a right. Without the right it stays visible and can be focused, and says exactly what is
 * in the way on hover, focus and tap; pressing it leads into that reason, where the missing action and scope can be copied.
 */
export function ActionButton({
  label,
  right,
  instead,
  onClick,
  subscriptions,
  appearance,
  icon,
  size,
}: ActionButtonProps) {
  const words = instead ?? rightWords(right, subscriptions)
  const reason = useId()
  const [button, setButton] = useState<HTMLElement | null>(null)
  const [card, setCard] = useState<'shown' | 'held'>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // A card must not open after the button has gone.
  useEffect(() => () => clearTimeout(timer.current), [])

  function later(change: () => void, delay: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(change, delay)
  }

  const closeSoon = () => later(() => setCard((old) => (old === 'held' ? old : undefined)), CLOSE_AFTER)
  const showSoon = (delay: number) => later(() => setCard((old) => old ?? 'shown'), delay)

  function close() {
    clearTimeout(timer.current)
    setCard(undefined)
  }

  // Fluent keeps presses on a disabled button to itself, so they are met on their way down.
  function press(event: MouseEvent) {
    if (words === undefined || !(event.target instanceof Node)) return
    if (!button?.contains(event.target)) return
    clearTimeout(timer.current)
    setCard('held')
  }

  return (
    <span
      className={styles.frame}
      onClickCapture={press}
      onPointerEnter={(event: PointerEvent) => event.pointerType !== 'touch' && showSoon(OPEN_AFTER)}
      onPointerLeave={(event: PointerEvent) => event.pointerType !== 'touch' && closeSoon()}
      onFocus={(event) => event.target.matches(':focus-visible') && showSoon(0)}
      onBlur={closeSoon}
    >
      <Button
        ref={setButton}
        appearance={appearance}
        icon={icon}
        size={size}
        onClick={onClick}
        disabledFocusable={words !== undefined}
        aria-describedby={words && reason}
        aria-haspopup={words && 'dialog'}
      >
        {label}
      </Button>
      {words && (
        <span id={reason} className={styles.hidden}>
          {words.what} {words.remedy}
        </span>
      )}
      {words && card !== undefined && button && (
        <Suspense>
          <RightCard
            // One that takes the focus takes it when it comes.
            key={card}
            words={words}
            label={`Why not: ${label}`}
            target={button}
            focus={card === 'held' ? 'enters' : 'stays'}
            onClose={close}
            onPointer={(inside) => (inside ? clearTimeout(timer.current) : closeSoon())}
          />
        </Suspense>
      )}
    </span>
  )
}
