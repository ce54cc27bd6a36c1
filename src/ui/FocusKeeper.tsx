import { Popover } from '@fluentui/react-components'

/**
 * Keeps hold of what Fluent keeps the focus with. It is let go with the last part that uses it, and then no longer shows the page
 * again that it has hidden from screen readers behind an open panel.
 */
export function FocusKeeper() {
  return (
    <Popover open={false} trapFocus>
      <span />
    </Popover>
  )
}
