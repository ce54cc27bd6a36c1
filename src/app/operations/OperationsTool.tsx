import { lazy, Suspense, useEffect, useState } from 'react'
import { useEstate } from '../../queries/use-estate.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { whenIdle } from '../../ui/when-idle.ts'

const OperationsButton = lazy(async () => ({
  default: (await import('./OperationsButton.tsx')).OperationsButton,
}))

/** The operations in the top bar. What knows them is loaded when the estate stands. */
export function OperationsTool() {
  const { phase } = useEstate()
  const [isWanted, setWanted] = useState(false)

  // Fetching when the browser is idle touches nothing that is drawn.
  useEffect(() => {
    if (phase !== 'done') return undefined
    return whenIdle(() => setWanted(true))
  }, [phase])

  return (
    isWanted && (
      <ErrorBoundary fallback={() => null}>
        <Suspense>
          <OperationsButton />
        </Suspense>
      </ErrorBoundary>
    )
  )
}
