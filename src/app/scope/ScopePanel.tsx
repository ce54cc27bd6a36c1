import { Button, Checkbox, Input, Link } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { Fragment, useState } from 'react'
import { DirectorySignInButton } from '../../components/DirectorySignInButton.tsx'
import { byDirectory, mayBeSignedInTo, tenantName } from '../../model/directory.ts'
import { count } from '../../model/format.ts'
import type { Subscription, Unreadable } from '../../model/inventory.ts'
import { scopeName } from '../../model/unreadable.ts'
import { useDirectories, useDirectorySignIn } from '../../queries/use-directories.ts'
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
  const { tenants, unreadable, notServed = 0 } = useDirectories()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = subscriptions.filter(
    ({ displayName, subscriptionId }) =>
      displayName.toLowerCase().includes(wanted) || subscriptionId.toLowerCase().includes(wanted),
  )
  const chosen = new Set(selected)
  const groups = byDirectory(shown)

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
      <div className={styles.list} role="group" aria-label="Subscriptions to read">
        {groups.map(({ tenantId, subscriptions: those }) => (
          <Fragment key={tenantId ?? ''}>
            {groups.length > 1 && (
              <h3 className={styles.directory}>
                <bdi>{tenantId === undefined ? 'Other directories' : tenantName(tenantId, tenants)}</bdi>
              </h3>
            )}
            <ul className={styles.rows}>
              {those.map((subscription) => (
                <Choice
                  key={subscription.subscriptionId}
                  subscription={subscription}
                  checked={chosen.has(subscription.subscriptionId)}
                  last={chosen.has(subscription.subscriptionId) && selected.length === 1}
                  onToggle={() => toggle(subscription.subscriptionId)}
                  onOnly={() => select([subscription.subscriptionId])}
                />
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
      {unreadable.filter(mayBeSignedInTo).map((one) => (
        <Closed key={one.scope} directory={one} name={scopeName(one.scope, [], tenants)} />
      ))}
      {shown.length === 0 && (
        <p className={styles.none}>No subscription has “{text.trim()}” in its name or id.</p>
      )}
      {notServed > 0 && (
        <p className={styles.note}>
          {count(notServed, 'other directory', 'other directories')} of your account{' '}
          {notServed === 1 ? 'is' : 'are'} not served by this app registration.
        </p>
      )}
      <p className={styles.note}>At least one stays selected. The choice is remembered in this browser.</p>
    </FloatingPanel>
  )
}

/** A directory whose subscriptions stand here after a sign-in of its own. */
function Closed({ directory, name }: { directory: Unreadable; name: string }) {
  const into = useDirectorySignIn(directory)
  if (!into) return null
  return (
    <section className={styles.closed}>
      <h3 className={styles.directory}>
        <bdi>{name}</bdi>
      </h3>
      <DirectorySignInButton
        directory={name}
        busy={into.state.is === 'leaving'}
        error={into.state.is === 'failed' ? into.state.error : undefined}
        onSignIn={into.signIn}
      />
    </section>
  )
}

interface ChoiceProps {
  subscription: Subscription
  checked: boolean
  /** The last one stays. */
  last: boolean
  onToggle: () => void
  onOnly: () => void
}

function Choice({ subscription, checked, last, onToggle, onOnly }: ChoiceProps) {
  const { subscriptionId, displayName } = subscription
  return (
    <li className={styles.row}>
      <Checkbox
        className={styles.name}
        checked={checked}
        disabled={last}
        label={
          <>
            <bdi>{displayName}</bdi>
            <div className={styles.id}>{subscriptionId}</div>
          </>
        }
        onChange={onToggle}
      />
      <Button size="small" appearance="subtle" aria-label={`Only this: ${displayName}`} onClick={onOnly}>
        Only this
      </Button>
    </li>
  )
}
