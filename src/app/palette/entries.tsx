import {
  AppsListRegular,
  ArrowClockwiseRegular,
  BeakerRegular,
  CopyRegular,
  DarkThemeRegular,
  KeyboardRegular,
  OpenRegular,
  PersonCircleRegular,
  StethoscopeRegular,
  TextBulletListSquareRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { Estate } from '../../model/estate.ts'
import { listPath } from '../../model/list/view.ts'
import type { Row } from '../../model/list/row.ts'
import { searchRows } from '../../model/list/search.ts'
import { keyOf, nameOfId, resourcePath } from '../../model/paths.ts'
import { portalAddress } from '../../model/portal.ts'
import { NAVIGATION } from '../shell/navigation-items.tsx'

export interface Entry {
  key: string
  icon: ReactNode
  label: string
  hint?: string
  does:
    | { is: 'go'; to: string }
    /** Leaves the app. */
    | { is: 'leave'; href: string }
    | { is: 'run'; run: () => void }
}

export interface EntryGroup {
  title: string
  entries: Entry[]
}

export interface PaletteResult {
  groups: EntryGroup[]
  /** How many resources match, of how many. */
  matching: number
  searched: number
}

/** What the palette can do that is not a place. */
export interface PaletteActions {
  switchTheme: () => void
  refresh: () => void
  showKeys: () => void
  showRequestLog: () => void
  copy: (text: string) => void
  /** What an account adds; nothing in the demo. */
  account: readonly { label: string; hint: string; run: () => void }[]
  /** What the demo adds; nothing on Azure. */
  demo: readonly { label: string; hint: string; run: () => void }[]
}

interface PaletteInput {
  text: string
  estate: Estate
  /** The resource whose page is open. */
  openId?: string
  recent: readonly string[]
  actions: PaletteActions
  /** The cloud's portal, where it has one. */
  portal?: string
}

const SHOWN = 8

/** Everything that matches what is typed; before that what was open lately, pages and actions. */
export function paletteEntries({
  text,
  estate,
  openId,
  recent,
  actions,
  portal,
}: PaletteInput): PaletteResult {
  const wanted = text.trim()
  const { found, total } = searchRows(estate.rows, wanted, SHOWN)
  const matches = ({ label, hint }: Entry) => includes(`${label} ${hint ?? ''}`, wanted)
  const lately = recent.flatMap((id) => (id === openId ? [] : (estate.row(keyOf(id)) ?? [])))
  const groups: EntryGroup[] = [
    { title: 'Resources', entries: found.map(resourceEntry) },
    { title: 'Recent', entries: wanted === '' ? lately.map(resourceEntry) : [] },
    {
      title: 'On this resource',
      entries: openId ? onResource(openId, estate, actions, portal).filter(matches) : [],
    },
    { title: 'Pages', entries: [...pageEntries().filter(matches), ...filteredList(wanted, total)] },
    { title: 'Actions', entries: actionEntries(actions).filter(matches) },
  ]
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    matching: total,
    searched: estate.rows.length,
  }
}

function includes(text: string, wanted: string): boolean {
  const lower = text.toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

function resourceEntry(row: Row): Entry {
  return {
    key: row.key,
    icon: <VerdictIcon verdict={row.judgement.verdict} alone />,
    label: row.name,
    hint: [row.kindName, row.resourceGroup, row.locationName].filter((part) => part !== '').join(' · '),
    does: { is: 'go', to: resourcePath(row.id) },
  }
}

function pageEntries(): Entry[] {
  return [
    ...NAVIGATION.map(({ id, label, to, icon }): Entry => ({
      key: `page ${id}`,
      icon,
      label,
      does: { is: 'go', to },
    })),
    {
      key: 'page self-test',
      icon: <StethoscopeRegular />,
      label: 'Self-test',
      hint: 'what this browser can read of Azure’s answers',
      does: { is: 'go', to: '/self-test' },
    },
  ]
}

function filteredList(wanted: string, total: number): Entry[] {
  if (wanted === '' || total === 0) return []
  return [
    {
      key: 'page filtered',
      icon: <AppsListRegular />,
      label: `All resources, filtered by “${wanted}”`,
      does: { is: 'go', to: listPath({ text: wanted }) },
    },
  ]
}

function onResource(
  id: string,
  estate: Estate,
  actions: PaletteActions,
  portal: string | undefined,
): Entry[] {
  const name = nameOfId(id)
  return [
    {
      key: 'copy id',
      icon: <CopyRegular />,
      label: 'Copy resource id',
      hint: name,
      does: { is: 'run', run: () => actions.copy(id) },
    },
    ...(portal === undefined ? [] : [inPortal(id, portalAddress(id, tenantOf(id, estate), portal))]),
  ]
}

function inPortal(id: string, href: string): Entry {
  return {
    key: 'portal',
    icon: <OpenRegular />,
    label: 'Open in the Azure portal',
    hint: nameOfId(id),
    does: { is: 'leave', href },
  }
}

function actionEntries(actions: PaletteActions): Entry[] {
  return [
    {
      key: 'refresh',
      icon: <ArrowClockwiseRegular />,
      label: 'Read the estate again',
      hint: 'r',
      does: { is: 'run', run: actions.refresh },
    },
    {
      key: 'theme',
      icon: <DarkThemeRegular />,
      label: 'Switch between light and dark',
      does: { is: 'run', run: actions.switchTheme },
    },
    {
      key: 'request log',
      icon: <TextBulletListSquareRegular />,
      label: 'Request log',
      hint: 'l',
      does: { is: 'run', run: actions.showRequestLog },
    },
    {
      key: 'keys',
      icon: <KeyboardRegular />,
      label: 'List of keys',
      hint: '?',
      does: { is: 'run', run: actions.showKeys },
    },
    ...actions.account.map(({ label, hint, run }): Entry => ({
      key: `account ${label}`,
      icon: <PersonCircleRegular />,
      label,
      hint,
      does: { is: 'run', run },
    })),
    ...actions.demo.map(({ label, hint, run }): Entry => ({
      key: `demo ${label}`,
      icon: <BeakerRegular />,
      label,
      hint,
      does: { is: 'run', run },
    })),
  ]
}

function tenantOf(id: string, estate: Estate): string | undefined {
  const subscription = id.split('/')[2]?.toLowerCase()
  return estate.subscriptions.find((one) => one.subscriptionId.toLowerCase() === subscription)?.tenantId
}
