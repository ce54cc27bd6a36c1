import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useEstate } from '../../queries/use-estate.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { closeOverlay, overlay, type Overlay } from '../overlay.ts'
import { useValue } from '../value.ts'
import { OverlayProblem } from './OverlayProblem.tsx'

const loadPalette = () => import('../palette/Palette.tsx')
const loadKeys = () => import('../keys/KeysDialog.tsx')
const loadDemo = () => import('../demo/DemoPanel.tsx')
const loadScope = () => import('../scope/ScopePanel.tsx')
const loadAccount = () => import('../account/AccountPanel.tsx')
const loadOperations = () => import('../operations/OperationsPanel.tsx')
const loadDrawer = () => import('./NavigationDrawer.tsx')

const loadList = () => import('../../features/resources/resources-route.tsx')
const loadDetail = () => import('../pages/resource-page-route.tsx')

const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const KeysDialog = lazy(async () => ({ default: (await loadKeys()).KeysDialog }))
const DemoPanel = lazy(async () => ({ default: (await loadDemo()).DemoPanel }))
const ScopePanel = lazy(async () => ({ default: (await loadScope()).ScopePanel }))
const AccountPanel = lazy(async () => ({ default: (await loadAccount()).AccountPanel }))
const OperationsPanel = lazy(async () => ({ default: (await loadOperations()).OperationsPanel }))
const NavigationDrawer = lazy(async () => ({ default: (await loadDrawer()).NavigationDrawer }))

/** Everything that floats. Neither it nor the other pages are loaded before the estate stands, or they are asked for. */
export function Overlays() {
  const shown = useValue(overlay)
  const { phase } = useEstate()

  // Fetching ahead when the browser is idle touches nothing that is drawn.
  useEffect(() => {
    if (phase !== 'done') return undefined
    return whenIdle(() => {
      for (const load of [loadDetail, loadList, loadPalette, loadScope, loadDemo, loadOperations])
        load().catch(() => {})
    })
  }, [phase])

  // A panel takes the focus when it is loaded and drawn; Escape before that goes to the page.
  const anchor = 'anchor' in shown ? shown.anchor : undefined
  useEffect(() => {
    if (!anchor) return undefined
    function onKeyDown({ key, target, defaultPrevented }: KeyboardEvent) {
      const inside = target instanceof Element && target.closest('[role=dialog]') !== null
      if (key !== 'Escape' || defaultPrevented || inside) return
      closeOverlay()
      anchor?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [anchor])

  // What was open once stays, closed: taken out while it is open, it would leave the page hidden to screen readers.
  const [opened, setOpened] = useState<readonly Overlay['is'][]>([])
  if (shown.is !== 'none' && !opened.includes(shown.is)) setOpened([...opened, shown.is])

  return opened.map((is) => (
    <ErrorBoundary key={is} fallback={() => shown.is === is && <OverlayProblem />}>
      <Suspense>{draw(is, shown)}</Suspense>
    </ErrorBoundary>
  ))
}

function draw(is: Overlay['is'], shown: Overlay): ReactNode {
  const open = shown.is === is
  const anchor = shown.is === is && 'anchor' in shown ? shown.anchor : undefined
  switch (is) {
    case 'none':
      return null
    case 'palette':
      return <Palette open={open} />
    case 'keys':
      return <KeysDialog open={open} />
    case 'navigation':
      return <NavigationDrawer open={open} />
    case 'demo':
      return <DemoPanel anchor={anchor} onClose={closeOverlay} />
    case 'scope':
      return <ScopePanel anchor={anchor} onClose={closeOverlay} />
    case 'account':
      return <AccountPanel anchor={anchor} onClose={closeOverlay} />
    case 'operations':
      return <OperationsPanel anchor={anchor} onClose={closeOverlay} />
  }
}
