import { lazy, Suspense } from 'react'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { OverlayProblem } from '../shell/OverlayProblem.tsx'
import { useValue } from '../value.ts'
import { closeRequestLog, requestLogOpen, wasAskedFor } from './open.ts'

const RequestLogPanel = lazy(async () => ({
  default: (await import('./RequestLogPanel.tsx')).RequestLogPanel,
}))

/** Where the request log stands when it is open. Closed, none of it is loaded, and nothing follows the requests. */
export function RequestLogDock() {
  if (!useValue(requestLogOpen)) return null
  return (
    <ErrorBoundary fallback={() => <OverlayProblem onClose={closeRequestLog} />}>
      <Suspense>
        <RequestLogPanel takesFocus={wasAskedFor()} onClose={closeRequestLog} />
      </Suspense>
    </ErrorBoundary>
  )
}
