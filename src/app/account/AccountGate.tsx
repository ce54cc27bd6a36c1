import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Account } from '../../model/account.ts'
import { OwnerProvider } from '../../queries/use-owner.ts'
import { useSessionState } from '../../queries/use-session.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { OverlayProblem } from '../shell/OverlayProblem.tsx'
import { AloneFrame } from '../pages/AloneFrame.tsx'

const SignedOut = lazy(async () => ({ default: (await import('./SignedOut.tsx')).SignedOut }))

/**
 * Lets in who is signed in, each account to an app of its own. On the way to the sign-in page the app stays where it is, unseen: when leaving
 * fails, everything that was read is still there. Once the page is over nothing of it is left, also no dialog.
 */
export function AccountGate({ children }: { children: (account: Account) => ReactNode }) {
  const state = useSessionState()
  const [inside, setInside] = useState<Account>()
  if (state?.is === 'signedIn' && state.account.id !== inside?.id) setInside(state.account)
  if (state?.is === 'signedOut' && inside) setInside(undefined)

  return (
    <>
      {state?.is === 'signedOut' && (
        <ErrorBoundary fallback={() => <OverlayProblem />}>
          <Suspense fallback={<AloneFrame />}>
            <SignedOut problem={state.problem} />
          </Suspense>
        </ErrorBoundary>
      )}
      {state?.is === 'leaving' && (
        <AloneFrame>
          <p role="status">Waiting for the sign-in page.</p>
        </AloneFrame>
      )}
      {state?.is === 'over' && (
        <AloneFrame>
          <p role="status">This page has ended and starts anew.</p>
        </AloneFrame>
      )}
      {(state?.is === 'signedIn' || state?.is === 'leaving') && inside && (
        <div hidden={state.is === 'leaving'}>
          <OwnerProvider key={inside.id} value={inside.id}>
            {children(inside)}
          </OwnerProvider>
        </div>
      )}
    </>
  )
}
