import { Popover, PopoverSurface, type PopoverProps } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import styles from './HoverCard.module.css'

interface HoverCardProps {
  /** What it belongs to and hangs from. */
  target: HTMLElement
  label: string
  /** `stays`: shown beside what has the focus. `enters`: a small dialog that takes it, and keeps it until closed. */
  focus: 'stays' | 'enters'
  onClose: () => void
  /** The pointer came in (true) or left. */
  onPointer?: (inside: boolean) => void
  align?: 'start' | 'end'
  children: ReactNode
}

/** What floats over a page: a reason, a short list, a panel of choices. Loaded when first used. */
export function HoverCard({
  target,
  label,
  focus,
  onClose,
  onPointer,
  align = 'start',
  children,
}: HoverCardProps) {
  const enters = focus === 'enters'
  const close: PopoverProps['onOpenChange'] = (_, { open }) => {
    if (open) return
    // There is no trigger of Fluent's own to give the focus back to.
    if (enters) target.focus()
    onClose()
  }
  return (
    <Popover
      open
      onOpenChange={close}
      trapFocus={enters}
      unstable_disableAutoFocus={!enters}
      closeOnScroll={!enters}
      withArrow={!enters}
      positioning={{ target, position: 'below', align, offset: enters ? 4 : 0, overflowBoundaryPadding: 8 }}
    >
      <PopoverSurface
        className={styles.card}
        aria-label={label}
        onPointerEnter={() => onPointer?.(true)}
        onPointerLeave={() => onPointer?.(false)}
      >
        {children}
      </PopoverSurface>
    </Popover>
  )
}
