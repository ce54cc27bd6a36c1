import { lazy, Suspense, useEffect, useState } from 'react'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'

const FocusKeeper = lazy(async () => ({ default: (await import('../../ui/FocusKeeper.tsx')).FocusKeeper }))

/** From when anything has had the focus: whatever opens takes it. Before that nothing watches each row that a list draws. */
export function KeptFocus() {
  const [isUsed, setUsed] = useState(false)

  // The focus belongs to the document, not to React.
  useEffect(() => {
    const use = () => setUsed(true)
    document.addEventListener('focusin', use, { once: true })
    return () => document.removeEventListener('focusin', use)
  }, [])

  return (
    isUsed && (
      <ErrorBoundary fallback={() => null}>
        <Suspense>
          <FocusKeeper />
        </Suspense>
      </ErrorBoundary>
    )
  )
}
