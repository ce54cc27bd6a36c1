import { Popover, PopoverSurface } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import styles from './FloatingPanel.module.css'

interface FloatingPanelProps {
  /** What it hangs below, and what the focus goes back to. Without it the panel is closed. */
  anchor: HTMLElement | undefined
  label: string
  onClose: () => void
  children: ReactNode
}

/** A panel below its button: Escape and a press elsewhere close it, the focus stays inside meanwhile. */
export function FloatingPanel({ anchor, label, onClose, children }: FloatingPanelProps) {
  function onOpenChange() {
    onClose()
    anchor?.focus()
  }
  return (
    <Popover
      open={anchor !== undefined}
      trapFocus
      onOpenChange={onOpenChange}
      positioning={{ target: anchor, position: 'below', align: 'start', offset: 4 }}
    >
      <PopoverSurface aria-label={label} className={styles.surface}>
        {children}
      </PopoverSurface>
    </Popover>
  )
}
