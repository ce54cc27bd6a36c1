import { describe, expect, it, vi } from 'vitest'
import { makeRow } from '../../components/resource-list/rows.fixture.ts'
import type { Estate } from '../../model/estate.ts'
import { resourcePath } from '../../model/paths.ts'
import { paletteEntries, type PaletteActions } from './entries.tsx'

const gdansk = makeRow({ name: 'cn-weu-to-gdansk', verdict: 'attention' })
const denver = makeRow({ name: 'cn-eus-to-denver', verdict: 'down' })
const rows = [denver, gdansk]

const estate: Estate = {
  subscriptions: [],
  unreadable: [],
  resources: new Map(),
  rows,
  row: (key) => rows.find((row) => row.key === key),
  judgement: () => undefined,
  links: () => [],
}

const actions: PaletteActions = {
  switchTheme: vi.fn(),
  refresh: vi.fn(),
  showKeys: vi.fn(),
  showRequestLog: vi.fn(),
  copy: vi.fn(),
  account: [{ label: 'Sign out', hint: 'Account', run: vi.fn() }],
  demo: [{ label: 'Reset the demo estate', hint: 'asks before it starts', run: vi.fn() }],
}

function ask(text: string, more: { openId?: string; recent?: string[]; without?: 'demo' | 'account' } = {}) {
  const { groups, matching } = paletteEntries({
    text,
    estate,
    openId: more.openId,
    recent: more.recent ?? [],
    actions: more.without ? { ...actions, [more.without]: [] } : actions,
    portal: 'https://portal.azure.com',
  })
  return {
    matching,
    labels: Object.fromEntries(
      groups.map(({ title, entries }) => [title, entries.map(({ label }) => label)]),
    ),
  }
}

describe('paletteEntries', () => {
  it('finds resources, and the list filtered by the same text', () => {
    const { labels, matching } = ask('gda')
    expect(matching).toBe(1)
    expect(labels['Resources']).toEqual(['cn-weu-to-gdansk'])
    expect(labels['Pages']).toEqual(['All resources, filtered by “gda”'])
    expect(labels['Actions']).toBeUndefined()
  })

  it('offers what was open lately, pages and actions before anything is typed', () => {
    const { labels } = ask('', { recent: [gdansk.id, '/subscriptions/gone'] })
    expect(labels['Recent']).toEqual(['cn-weu-to-gdansk'])
    expect(labels['Pages']).toContain('Virtual WAN')
    expect(labels['Actions']).toContain('Reset the demo estate')
  })

  it('acts on the resource whose page is open', () => {
    const { labels } = ask('', { openId: gdansk.id, recent: [gdansk.id] })
    expect(labels['On this resource']).toEqual(['Copy resource id', 'Open in the Azure portal'])
    expect(labels['Recent']).toBeUndefined()
  })

  it('leads to the portal of the tenant that the resource is in', () => {
    const subscription = {
      subscriptionId: gdansk.subscriptionId.toUpperCase(),
      displayName: 'Connectivity',
      tenantId: 'contoso-tenant',
    }
    const { groups } = paletteEntries({
      text: 'portal',
      estate: { ...estate, subscriptions: [subscription] },
      openId: gdansk.id,
      recent: [],
      actions,
      portal: 'https://portal.azure.us',
    })
    expect(groups[0]?.entries[0]?.does).toEqual({
      is: 'leave',
      href: expect.stringMatching(
        /^https:\/\/portal\.azure\.us\/#@contoso-tenant\/resource\/subscriptions\//,
      ),
    })
  })

  it('leads to the resource’s page and has no demo actions on Azure', () => {
    const { groups } = paletteEntries({ text: 'denver', estate, recent: [], actions })
    expect(groups[0]?.entries[0]?.does).toEqual({ is: 'go', to: resourcePath(denver.id) })
    expect(ask('reset', { without: 'demo' }).labels['Actions']).toBeUndefined()
  })

  it('offers the account’s actions where somebody is signed in, and the self-test always', () => {
    expect(ask('sign out').labels['Actions']).toEqual(['Sign out'])
    expect(ask('sign out', { without: 'account' }).labels['Actions']).toBeUndefined()
    expect(ask('self-test').labels['Pages']).toEqual(['Self-test'])
  })

  it('takes text as text', () => {
    expect(ask('(').matching).toBe(0)
    expect(ask('  ').matching).toBe(0)
  })
})
