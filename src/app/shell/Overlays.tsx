import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { useEstate } from '../../queries/use-estate.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { closeOverlay, overlay, type Overlay } from '../overlay.ts'
import { useValue } from '../value.ts'
import { OverlayProblem } from './OverlayProblem.tsx'

const loadPalette = () => import('../palette/Palette.tsx')
const loadKeys = () => import('../keys/KeysDialog.tsx')
const loadDemo = () => import('../demo/DemoPanel.tsx')
const loadScope = () => import('../scope/ScopePanel.tsx')
const loadDrawer = () => import('./NavigationDrawer.tsx')

const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const KeysDialog = lazy(async () => ({ default: (await loadKeys()).KeysDialog }))
const DemoPanel = lazy(async () => ({ default: (await loadDemo()).DemoPanel }))
const ScopePanel = lazy(async () => ({ default: (await loadScope()).ScopePanel }))
const NavigationDrawer = lazy(async () => ({ default: (await loadDrawer()).NavigationDrawer }))

/** Everything that floats. None of it is loaded before the estate stands, or is asked for. */
export function Overlays() {
  const shown = useValue(overlay)
  const { phase } = useEstate()

  // Fetching ahead when the browser is idle touches nothing that is drawn.
  useEffect(() => {
    if (phase !== 'done') return
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 1_000))
    idle(() => {
      for (const load of [loadPalette, loadScope, loadDemo]) load().catch(() => {})
    })
  }, [phase])

  if (shown.is === 'none') return null
  return (
    <ErrorBoundary key={shown.is} fallback={() => <OverlayProblem />}>
      <Suspense>{draw(shown)}</Suspense>
    </ErrorBoundary>
  )
}

function draw(shown: Exclude<Overlay, { is: 'none' }>): ReactNode {
  switch (shown.is) {
    case 'palette':
      return <Palette />
    case 'keys':
      return <KeysDialog />
    case 'navigation':
      return <NavigationDrawer />
    case 'demo':
      return <DemoPanel anchor={shown.anchor} onClose={closeOverlay} />
    case 'scope':
      return <ScopePanel anchor={shown.anchor} onClose={closeOverlay} />
  }
}
