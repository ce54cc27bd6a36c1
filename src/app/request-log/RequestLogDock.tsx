import { lazy, Suspense } from 'react'
import { useAzure } from '../../queries/use-azure.ts'
import { useRequestCounts, useRequestLog } from '../../queries/use-request-log.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { OverlayProblem } from '../shell/OverlayProblem.tsx'
import { useValue } from '../value.ts'
import { closeRequestLog, requestLogOpen, requestLogSearch, wasAskedFor } from './open.ts'

const RequestLogPanel = lazy(async () => ({
  default: (await import('./RequestLogPanel.tsx')).RequestLogPanel,
}))

/** Where the request log stands when it is open. Closed, none of it is loaded, and nothing follows the requests. */
export function RequestLogDock() {
  return useValue(requestLogOpen) && <Open />
}

function Open() {
  const { requestLog } = useAzure()
  const live = useRequestLog()
  const counts = useRequestCounts()
  const search = useValue(requestLogSearch)
  return (
    <ErrorBoundary fallback={() => <OverlayProblem onClose={closeRequestLog} />}>
      <Suspense>
        <RequestLogPanel
          key={search ?? ''}
          search={search}
          live={live}
          counts={counts}
          recordBodies={requestLog.recordBodies}
          onClear={requestLog.clear}
          takesFocus={wasAskedFor()}
          onClose={closeRequestLog}
        />
      </Suspense>
    </ErrorBoundary>
  )
}
