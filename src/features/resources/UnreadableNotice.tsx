import { DirectorySignInButton } from '../../components/DirectorySignInButton.tsx'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { mayBeSignedInTo, tenantOfScope } from '../../model/directory.ts'
import { count, sentenceList } from '../../model/format.ts'
import type { Subscription, Tenant, Unreadable } from '../../model/inventory.ts'
import { scopeName, unreadableRemedy, unreadTitle } from '../../model/unreadable.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useDirectorySignIn } from '../../queries/use-directories.ts'
import styles from './ResourcesPage.module.css'

interface UnreadableNoticeProps {
  unreadable: readonly Unreadable[]
  subscriptions: readonly Subscription[]
  tenants?: readonly Tenant[]
  onRetry: () => void
}

/** What is missing from the list, by name, with the permission that would show it. */
export function UnreadableNotice({
  unreadable,
  subscriptions,
  tenants = [],
  onRetry,
}: UnreadableNoticeProps) {
  if (unreadable.length === 0) return null
  const nameOf = (scope: string) => scopeName(scope, subscriptions, tenants)
  const scopes = [...new Set(unreadable.map(({ scope }) => nameOf(scope)))]
  const named = scopes.length > 3 ? [...scopes.slice(0, 2), `${scopes.length - 2} more`] : scopes
  const forbidden = unreadable.filter(({ error }) => error.kind === 'forbidden')
  const actions = [...new Set(forbidden.map(({ action }) => action))]
  return (
    <div className={styles.notice}>
      <p className={styles.noticeLine}>
        <VerdictIcon verdict="unknown" />
        <span className={styles.noticeText}>
          <span className={styles.strong}>Not all could be read: </span>
          <bdi>{sentenceList(named)}</bdi>. {needs(forbidden.length, unreadable.length, actions)}
        </span>
        <button type="button" className={styles.link} onClick={onRetry}>
          Try again
        </button>
      </p>
      {/* What a press mends is not to be looked for. */}
      <details open={unreadable.some(mayBeSignedInTo)}>
        <summary className={styles.summary}>{count(unreadable.length, 'part')} could not be read</summary>
        <ul className={styles.failures}>
          {unreadable.map((one) => (
            <UnreadPart
              key={`${one.scope} ${one.what}`}
              part={one}
              title={unreadTitle(one, subscriptions, tenants)}
              name={nameOf(one.scope)}
            />
          ))}
        </ul>
      </details>
    </div>
  )
}

interface UnreadPartProps {
  part: Unreadable
  title: string
  /** Of its scope. */
  name: string
}

function UnreadPart({ part, title, name }: UnreadPartProps) {
  const demo = useDemo() !== undefined
  const into = useDirectorySignIn(part)
  return (
    <li>
      <div>
        <bdi className={styles.strong}>{title}</bdi>{' '}
        {tenantOfScope(part.scope) !== undefined && 'could not be read'}
      </div>
      <div>{unreadableRemedy(part, demo)}</div>
      {into ? (
        <DirectorySignInButton
          directory={name}
          busy={into.state.is === 'leaving'}
          error={into.state.is === 'failed' ? into.state.error : undefined}
          onSignIn={into.signIn}
        />
      ) : (
        <ErrorFacts error={part.error} />
      )}
    </li>
  )
}

function needs(forbidden: number, all: number, actions: readonly string[]): string {
  if (forbidden === 0) return 'What is shown may lack rows.'
  const [action] = actions
  const permission = actions.length === 1 && action ? action : 'the Reader role'
  return forbidden === all
    ? `Your account needs ${permission} there.`
    : `Your account needs ${permission} for some of it; the rest failed.`
}
