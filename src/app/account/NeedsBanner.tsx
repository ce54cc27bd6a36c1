import { lazy, Suspense } from 'react'
import { useSessionState } from '../../queries/use-session.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { OverlayProblem } from '../shell/OverlayProblem.tsx'

const SignInBanner = lazy(async () => ({ default: (await import('./SignInBanner.tsx')).SignInBanner }))

/** There only while something waits for a sign-in, or after one that failed. */
export function NeedsBanner() {
  const state = useSessionState()
  if (state?.is !== 'signedIn') return null
  const { needs, problem } = state
  if (needs.length === 0 && !problem) return null
  return (
    <ErrorBoundary fallback={() => <OverlayProblem />}>
      <Suspense>
        <SignInBanner needs={needs} problem={problem} />
      </Suspense>
    </ErrorBoundary>
  )
}
