import { Button, Checkbox, Input, Link } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useScope } from '../../queries/use-scope.ts'
import { FloatingPanel } from '../../ui/FloatingPanel.tsx'
import styles from './ScopePanel.module.css'

interface ScopePanelProps {
  anchor: HTMLElement | undefined
  onClose: () => void
}

/** Which subscriptions are read. At least one stays; the choice is remembered. */
export function ScopePanel({ anchor, onClose }: ScopePanelProps) {
  const { subscriptions, selected, select } = useScope()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = subscriptions.filter(
    ({ displayName, subscriptionId }) =>
      displayName.toLowerCase().includes(wanted) || subscriptionId.toLowerCase().includes(wanted),
  )
  const chosen = new Set(selected)

  function toggle(subscriptionId: string) {
    const next = chosen.has(subscriptionId)
      ? selected.filter((id) => id !== subscriptionId)
      : [...selected, subscriptionId]
    select(next.length === subscriptions.length ? 'all' : next)
  }

  return (
    <FloatingPanel anchor={anchor} label="Subscriptions" onClose={onClose}>
      <div className={styles.head}>
        <h2 className={styles.title}>Subscriptions</h2>
        <Link as="button" disabled={selected.length === subscriptions.length} onClick={() => select('all')}>
          Select all
        </Link>
      </div>
      <Input
        className={styles.search}
        type="search"
        aria-label="Search subscriptions"
        placeholder="Name or id"
        contentBefore={<SearchRegular />}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <ul className={styles.list} aria-label="Subscriptions to read">
        {shown.map(({ subscriptionId, displayName }) => {
          const last = chosen.has(subscriptionId) && selected.length === 1
          return (
            <li key={subscriptionId} className={styles.row}>
              <Checkbox
                className={styles.name}
                checked={chosen.has(subscriptionId)}
                disabled={last}
                label={
                  <>
                    <bdi>{displayName}</bdi>
                    <div className={styles.id}>{subscriptionId}</div>
                  </>
                }
                onChange={() => toggle(subscriptionId)}
              />
              <Button
                size="small"
                appearance="subtle"
                aria-label={`Only ${displayName}`}
                onClick={() => select([subscriptionId])}
              >
                Only this
              </Button>
            </li>
          )
        })}
      </ul>
      {shown.length === 0 && (
        <p className={styles.none}>No subscription has “{text.trim()}” in its name or id.</p>
      )}
      <p className={styles.note}>At least one stays selected. The choice is remembered in this browser.</p>
    </FloatingPanel>
  )
}
