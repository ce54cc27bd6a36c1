import { Button } from '@fluentui/react-components'
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Age } from '../../components/Age.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { SignInNeed } from '../../model/account.ts'
import { tenantName, tenantOfScope } from '../../model/directory.ts'
import type { HubError } from '../../model/errors.ts'
import { shortTime } from '../../model/format.ts'
import { needKey, needSentence } from '../../model/sign-in-words.ts'
import { useDirectories } from '../../queries/use-directories.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { useLeaving } from '../../queries/use-leaving.ts'
import { SignInFailure } from './SignInFailure.tsx'
import styles from './SignInBanner.module.css'

interface SignInBannerProps {
  needs: readonly SignInNeed[]
  /** Why the last sign-in failed. What a need could not be met for is told with it. */
  problem: HubError | undefined
}

/** What stopped, since when, and the way on. Whoever is at work keeps everything that was read, and drafts. */
export function SignInBanner({ needs, problem }: SignInBannerProps) {
  const { state, leave } = useLeaving()
  const [put, setPut] = useState<HubError>()
  const error = state.is === 'failed' ? state.error : problem
  const failed = error === put ? undefined : error
  if (needs.length === 0 && !failed) return null

  return (
    <Frame>
      {needs.map((need) => (
        <Need
          key={needKey(need)}
          need={need}
          alone={needs.length === 1}
          busy={state.is === 'leaving'}
          onSignIn={() => leave((session) => session.signIn({ need }))}
        />
      ))}
      {needs.length > 0 && (
        <p className={styles.kept}>
          <Kept /> What is typed is kept while you sign in, but for keys and secrets; you come back to this
          page.
        </p>
      )}
      {failed && (
        <div role="alert" className={styles.failed}>
          <p className={styles.text}>
            <strong className={styles.what}>
              {NOT_LEFT.has(failed.code) ? (
                'The page was not left.'
              ) : (
                <>
                  Signing in <To error={failed} />
                  did not work.
                </>
              )}
            </strong>{' '}
            {needs.length === 0 && 'You are still signed in as before.'}
          </p>
          <SignInFailure error={failed} />
          <Button size="small" appearance="subtle" onClick={() => setPut(failed)}>
            Put this away
          </Button>
        </div>
      )}
    </Frame>
  )
}

/** Nobody tried to sign in yet. */
const NOT_LEFT: ReadonlySet<string> = new Set(['ChangeOnItsWay', 'DraftNotKept'])

/** Which directory, where it was another one. */
function To({ error: { target = '' } }: { error: HubError }) {
  const { tenants } = useDirectories()
  const tenantId = tenantOfScope(target)
  if (tenantId === undefined) return null
  return (
    <>
      to <bdi>{tenantName(tenantId, tenants)}</bdi>{' '}
    </>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useHeightOfHead(frame)
  return (
    <div ref={frame} className={styles.banner}>
      {children}
    </div>
  )
}

interface NeedProps {
  need: SignInNeed
  alone: boolean
  busy: boolean
  onSignIn: () => void
}

function Need({ need, alone, busy, onSignIn }: NeedProps) {
  const [since] = useState(() => Date.now())
  const { tenants } = useDirectories()
  const directory = (tenantId: string) => tenantName(tenantId, tenants)
  // Only the sentence is read aloud: ages beside it change each second.
  return (
    <div className={styles.need}>
      <VerdictIcon verdict="attention" />
      <div className={styles.text}>
        <strong role={need.tenantId === undefined ? 'alert' : 'status'} className={styles.what}>
          {needSentence(need, directory)}
        </strong>{' '}
        <span className={styles.since}>Since {shortTime(since)}.</span>
        {need.because && (
          <>
            <p className={styles.because}>It could not be renewed unseen:</p>
            <SignInFailure error={need.because} />
          </>
        )}
      </div>
      <Button size="small" appearance="primary" disabledFocusable={busy} onClick={onSignIn}>
        {alone || need.tenantId === undefined
          ? 'Sign in to continue'
          : `Sign in to ${directory(need.tenantId)}`}
      </Button>
    </div>
  )
}

/** Its age, so that nobody takes for new what stands on the page. */
function Kept() {
  const { readAt } = useEstate()
  if (readAt === undefined) return null
  return (
    <>
      Everything that was read stays in view; the newest was read <Age at={readAt} style="ago" />.
    </>
  )
}

/** The head sticks, and what sticks below it has to know how high it is: that depends on how the text wraps. */
function useHeightOfHead(frame: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const banner = frame.current
    const shell = banner?.closest<HTMLElement>('[data-shell]')
    if (!banner || !shell) return undefined
    const measure = () => shell.style.setProperty('--shell-top', `${48 + banner.offsetHeight}px`)
    const observer = new ResizeObserver(measure)
    observer.observe(banner)
    measure()
    return () => {
      observer.disconnect()
      shell.style.removeProperty('--shell-top')
    }
  }, [frame])
}
