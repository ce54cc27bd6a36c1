import { useMemo, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { readResourceAddress } from '../../model/paths.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { usePortal } from '../../queries/use-deployment.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { useOwner } from '../../queries/use-owner.ts'
import { useSession } from '../../queries/use-session.ts'
import { openAccountPanel } from '../account/open.ts'
import { overlay } from '../overlay.ts'
import { openRequestLog } from '../request-log/open.ts'
import { switchTheme } from '../theme/theme-choice.ts'
import { paletteEntries, type PaletteActions, type PaletteResult } from './entries.tsx'
import { readRecent } from './recent.ts'

export function usePaletteEntries(text: string): PaletteResult {
  const { estate, refresh } = useEstate()
  const { pathname, search } = useLocation()
  const demo = useDemo()
  const session = useSession()
  const owner = useOwner()
  const portal = usePortal()
  const [recent] = useState(() => readRecent(owner))

  return useMemo(() => {
    const address = pathname.startsWith('/resource') ? readResourceAddress(pathname, search) : undefined
    const actions: PaletteActions = {
      switchTheme,
      refresh,
      showKeys: () => overlay.set({ is: 'keys' }),
      showRequestLog: openRequestLog,
      copy: (id) => void navigator.clipboard.writeText(id).catch(() => undefined),
      account: session ? ACCOUNT_ACTIONS : [],
      demo: demo ? DEMO_ACTIONS : [],
    }
    const openId = address?.is === 'resource' ? address.id : undefined
    return paletteEntries({ text, estate, openId, recent, actions, portal })
  }, [text, estate, refresh, pathname, search, demo, session, recent, portal])
}

function openDemoPanel() {
  const anchor = document.getElementById('demo-controls')
  if (anchor) overlay.set({ is: 'demo', anchor })
}

/** The panel says what each of them does, and asks where something would be lost. */
const ACCOUNT_ACTIONS: PaletteActions['account'] = [
  { label: 'Switch account', hint: 'Account', run: openAccountPanel },
  { label: 'Sign out', hint: 'Account', run: openAccountPanel },
]

/** The panel says what each of them does before it does it. */
const DEMO_ACTIONS: PaletteActions['demo'] = [
  { label: 'Reset the demo estate', hint: 'asks before it starts', run: openDemoPanel },
  { label: 'Choose another demo estate', hint: 'Demo controls', run: openDemoPanel },
  { label: 'Open an estate file or a snapshot', hint: 'Demo controls', run: openDemoPanel },
  { label: 'Download the estate', hint: 'Demo controls', run: openDemoPanel },
  { label: 'Change the speed of the demo', hint: 'Demo controls', run: openDemoPanel },
]
