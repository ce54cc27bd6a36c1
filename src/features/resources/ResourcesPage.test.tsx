import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createContext, use } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { CONNECTIVITY, LAB, makeRow, ROWS } from '../../components/resource-list/rows.fixture.ts'
import type { EstatePhase } from '../../components/resource-list/use-list-rows.ts'
import type { Estate } from '../../model/estate.ts'
import type { Unreadable } from '../../model/inventory.ts'
import type { Row } from '../../model/list/row.ts'
import { rowsInView } from '../../queries/use-status-of.ts'
import { ResourcesPage } from './ResourcesPage.tsx'

// By role and label over a whole page: slow where a machine is busy.
vi.setConfig({ testTimeout: 30_000 })

afterEach(() => vi.restoreAllMocks())

interface Reading {
  rows: readonly Row[]
  phase: EstatePhase
  unreadable?: Unreadable[]
}

function estateOf({ rows, unreadable = [] }: Reading): Estate {
  return {
    subscriptions: [
      { subscriptionId: CONNECTIVITY, displayName: 'Connectivity' },
      { subscriptionId: LAB, displayName: 'Lab' },
    ],
    unreadable,
    resources: new Map(),
    rows,
    row: () => undefined,
    judgement: () => undefined,
    links: () => [],
  }
}

const Estates = createContext<Reading>({ rows: [], phase: 'starting' })

function Page() {
  const reading = use(Estates)
  return <ResourcesPage estate={estateOf(reading)} phase={reading.phase} onRefresh={() => undefined} />
}

/** The page as the app mounts it; `read` makes the estate go on. */
function open(address = '/resources', first: Reading = { rows: ROWS, phase: 'done' }) {
  const router = createMemoryRouter(
    [
      { path: '/resources', element: <Page /> },
      { path: '*', element: <p>Another page</p> },
    ],
    { initialEntries: [address] },
  )
  const page = (reading: Reading) => (
    <FluentProvider theme={webLightTheme}>
      <Estates value={reading}>
        <RouterProvider router={router} />
      </Estates>
    </FluentProvider>
  )
  const { rerender } = render(page(first))
  return { router, user: userEvent.setup(), read: (next: Reading) => rerender(page(next)) }
}

const grid = () => screen.getByRole('grid', { name: 'Resources' })
const resourceRows = () =>
  within(grid())
    .getAllByRole('row')
    .filter((row) => within(row).queryByRole('checkbox', { name: /^Select / }) !== null && row.dataset.index)
const names = () => resourceRows().map((row) => within(row).getAllByRole('link')[0]?.textContent)

test('shows counted resources worst first and says how many', () => {
  open()
  expect(names().slice(0, 2)).toEqual(['cn-eus-to-branch-denver', 'cn-weu-to-gdansk'])
  expect(names()).not.toContain('vnet-hub-weu')
  expect(grid()).toHaveAttribute('aria-rowcount', '12')
  expect(screen.getByRole('button', { name: 'All 11' })).toHaveAttribute('aria-pressed', 'true')
})

test('tells which rows are looked at, so that their statuses come first', async () => {
  const { router } = open(`/resources?verdict=down`)
  const keyOf = (name: string) => ROWS.find((row) => row.name === name)?.key ?? ''
  await waitFor(() => expect(rowsInView.keys()).toContain(keyOf('cn-eus-to-branch-denver')))
  expect(rowsInView.keys()).not.toContain(keyOf('vgw-weu-prod'))
  await act(() => router.navigate('/elsewhere'))
  expect(rowsInView.keys()).toEqual([])
})

test('free text filters as you type, replaces the address, and finds related things under a head of their own', async () => {
  const { router, user } = open()
  await user.type(screen.getByRole('searchbox', { name: 'Filter the list' }), 'weu')
  expect(router.state.location.search).toBe('?q=weu')
  expect(names().at(-1)).toBe('vnet-hub-weu')
  expect(within(grid()).getByRole('button', { name: 'Related 1' })).toHaveAttribute('aria-expanded', 'true')
  await act(() => router.navigate(-1))
  expect(router.state.location.search).toBe('?q=weu')
})

test('a status facet is one step in history, and back undoes it', async () => {
  const { router, user } = open()
  await user.click(screen.getByRole('button', { name: 'Attention 3' }))
  expect(router.state.location.search).toBe('?verdict=attention')
  expect(names()).toHaveLength(3)
  expect(screen.getByText('3 of 11 shown')).toBeVisible()
  await act(() => router.navigate(-1))
  expect(names()).toHaveLength(11)
})

test('filters are chips in words that can be removed one by one and all at once', async () => {
  const { router, user } = open(`/resources?region=!eastus&tag=env%3Dprod&subscription=${CONNECTIVITY}`)
  expect(names()).toEqual(['vgw-weu-prod'])
  expect(screen.getByRole('button', { name: 'Subscription: Connectivity' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Remove filter Region: is not East US' }))
  expect(names()).toEqual(['cn-eus-to-branch-denver', 'vgw-weu-prod'])
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(router.state.location.search).toBe('')
})

test('any field can be filtered by values with counts', async () => {
  const { router, user } = open()
  await user.click(screen.getByRole('button', { name: 'Filter' }))
  const panel = await screen.findByRole('dialog', { name: 'Add a filter' }, { timeout: 10_000 })
  await user.click(within(panel).getByRole('button', { name: 'SKU' }))
  await user.click(within(panel).getByRole('checkbox', { name: /VpnGw2AZ/ }))
  expect(router.state.location.search).toBe('?sku=VpnGw2AZ')
  await user.click(within(panel).getByRole('button', { name: 'is not' }))
  expect(router.state.location.search).toBe('?sku=%21VpnGw2AZ')
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: 'SKU: is not VpnGw2AZ' })).toBeVisible()
  await act(() => router.navigate(-1))
  expect(router.state.location.search).toBe('')
})

test('nothing matches: says what was asked for and clears it', async () => {
  const { user } = open('/resources?q=nowhere&kind=virtualHub')
  expect(screen.getByText('“nowhere” and Kind: Virtual hub', { exact: false })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(names()).toHaveLength(11)
})

test('groups have heads with counts by verdict, and fold', async () => {
  const { user } = open('/resources?groupBy=service')
  const head = within(grid()).getByRole('button', { name: 'ExpressRoute 3' })
  const counts = head.closest('[role=row]')
  expect(counts).toHaveTextContent('1 Attention')
  expect(counts).toHaveTextContent('1 Not checked')
  await user.click(head)
  expect(head).toHaveAttribute('aria-expanded', 'false')
  expect(names()).not.toContain('er-ams-colt-1')
})

test('columns can be chosen, and the address carries them', () => {
  open('/resources?columns=verdict,name,tags&sort=-name')
  const heads = within(grid()).getAllByRole('columnheader')
  expect(heads.map((head) => head.textContent)).toEqual(['', 'Status', 'Name', 'Tags'])
  expect(heads[2]).toHaveAttribute('aria-sort', 'descending')
  expect(names()[0]).toBe('vhub-eastus-01')
})

test('keys move one focus through the rows, into a row, and open it', async () => {
  const { router, user } = open()
  const [first, second] = resourceRows()
  act(() => first?.focus())
  await user.keyboard('j')
  expect(second).toHaveFocus()
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(within(second ?? document.body).getByRole('button', { name: /^Attention: / })).toHaveFocus()
  await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowUp}{End}')
  expect(resourceRows().at(-1)).toHaveFocus()
  await user.keyboard('{Home}{Enter}')
  expect(router.state.location.pathname).toMatch(/^\/resource\/.*\/cn-eus-to-branch-denver$/)
})

test('Tab stops once in the rows: what is inside one is reached by its arrow keys', async () => {
  const { user } = open()
  const [first] = resourceRows()
  act(() => first?.focus())
  await user.tab()
  expect(grid().contains(document.activeElement)).toBe(false)
  await user.tab({ shift: true })
  expect(first).toHaveFocus()
  expect(within(first ?? document.body).getAllByRole('link').length).toBeGreaterThan(0)
})

test('the grid says how large it is and where each row and cell stands in it', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900)
  open('/resources?columns=verdict,name,subscription,sku,region,age')
  expect(grid()).toHaveAttribute('aria-colcount', '7')
  const heads = within(grid()).getAllByRole('columnheader')
  const shown = heads.map((head) => `${head.textContent} ${head.getAttribute('aria-colindex')}`)
  expect(shown).toEqual([' 1', 'Status 2', 'Name 3', 'Subscription 4', 'SKU 5', 'Region 6', 'Read 7'])
  const [first] = resourceRows()
  expect(first).toHaveAttribute('aria-rowindex', '2')
  const cells = within(first ?? document.body).getAllByRole('gridcell')
  expect(cells.map((cell) => cell.getAttribute('aria-colindex'))).toEqual(['1', '2', '3', '4', '5', '6', '7'])
})

test('columns that have no room keep their place in the count', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(760)
  open()
  expect(grid()).toHaveAttribute('aria-colcount', '10')
  const places = within(grid())
    .getAllByRole('columnheader')
    .map((head) => Number(head.getAttribute('aria-colindex')))
  expect(places.length).toBeLessThan(10)
  expect(places.at(-1)).toBe(10)
})

test('a selection outlives a filter and says what of it is hidden', async () => {
  const { user } = open()
  await user.click(screen.getByRole('checkbox', { name: 'Select cn-eus-to-branch-denver' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select vgw-weu-prod' }))
  await user.click(screen.getByRole('button', { name: /^Down / }))
  expect(screen.getByText('2 selected, 1 hidden by filters')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Export 2 selected' })).toBeEnabled()
  await user.click(screen.getByRole('checkbox', { name: 'Select cn-eus-to-branch-denver' }))
  expect(screen.getByText('1 selected, 1 hidden by filters')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(screen.getByRole('button', { name: 'Export CSV' })).toBeVisible()
})

test('a press on a row opens it; with Ctrl it opens a tab', async () => {
  const tab = vi.spyOn(window, 'open').mockReturnValue(null)
  const { router, user } = open()
  const cell = within(grid()).getAllByText('rg-er-weu')[0] ?? document.body
  await user.keyboard('{Control>}')
  await user.click(cell)
  await user.keyboard('{/Control}')
  expect(tab).toHaveBeenCalledWith(expect.stringContaining('/er-ams-equinix-1'), '_blank', 'noopener')
  await user.click(cell)
  expect(router.state.location.pathname).toMatch(/er-ams-equinix-1$/)
})

test('a name in a row is a link: it is followed here, and with Ctrl left to the browser', async () => {
  const { router, user } = open()
  const link = within(grid()).getByRole('link', { name: 'er-ams-equinix-1' })
  expect(link.getAttribute('href')).toMatch(/^\/resource\/.*\/er-ams-equinix-1$/)
  const left = vi.fn((event: Event) => event.preventDefault())
  window.addEventListener('click', left, { once: true })
  await user.keyboard('{Control>}')
  await user.click(link)
  await user.keyboard('{/Control}')
  expect([left.mock.calls.length, router.state.location.pathname]).toEqual([1, '/resources'])
  await user.click(link)
  expect(router.state.location.pathname).toMatch(/er-ams-equinix-1$/)
})

test('a status shows its reason and facts, and Escape gives the focus back', async () => {
  const { user } = open()
  const status = screen.getByRole('button', { name: 'Down: NotConnected: both tunnels fail' })
  await user.click(status)
  const card = await screen.findByRole(
    'dialog',
    { name: 'Status of cn-eus-to-branch-denver' },
    { timeout: 10_000 },
  )
  expect(card).toHaveTextContent('connectionStatusNotConnected')
  expect(within(card).getByRole('button', { name: 'Copy facts' })).toBeVisible()
  await user.keyboard('{Escape}')
  expect(status).toHaveFocus()
})

const withoutStatuses = ROWS.map((row): Row => {
  const checked = row.kind !== 'connection'
  return checked ? row : { ...row, judgement: { ...row.judgement, verdict: 'notChecked' } }
})

test('when nobody has touched the page, statuses that arrived sort it once', () => {
  const { read } = open('/resources', { rows: withoutStatuses, phase: 'statuses' })
  read({ rows: ROWS, phase: 'done' })
  expect(names()[0]).toBe('cn-eus-to-branch-denver')
  expect(screen.queryByRole('button', { name: 'Sort again' })).toBeNull()
})

test('statuses that arrive move nothing under a hand; sorting again is offered', async () => {
  const { user, read } = open('/resources', { rows: withoutStatuses, phase: 'statuses' })
  const before = names()
  expect(screen.getByText(/reading statuses/)).toBeVisible()
  await user.keyboard('{Shift}')
  read({ rows: ROWS, phase: 'done' })
  expect(names()).toEqual(before)
  await user.click(screen.getByRole('button', { name: 'Sort again' }))
  expect(names()[0]).toBe('cn-eus-to-branch-denver')
  expect(screen.queryByRole('button', { name: 'Sort again' })).toBeNull()
})

test('what could not be read is named, with the permission and the correlation id', () => {
  open('/resources', {
    rows: ROWS,
    phase: 'done',
    unreadable: [
      {
        scope: `/subscriptions/${LAB}/resourceGroups/rg-net-partner`,
        what: 'connections',
        action: 'Microsoft.Network/connections/read',
        error: {
          kind: 'forbidden',
          code: 'AuthorizationFailed',
          message: 'The client has no authorization.',
          status: 403,
          details: [],
          correlationId: 'c0ffee00-0000-4000-8000-000000000000',
        },
      },
    ],
  })
  expect(screen.getByText(/Your account needs Microsoft.Network\/connections\/read there/)).toHaveTextContent(
    'rg-net-partner',
  )
  expect(screen.getByText('c0ffee00-0000-4000-8000-000000000000')).toBeInTheDocument()
})

test('an estate with nothing in it says what was read', () => {
  open('/resources', { rows: [], phase: 'done' })
  expect(screen.getByText('2 subscriptions were read: Connectivity and Lab.')).toBeVisible()
})

test('the file holds what is shown, or what is selected, and no formula', async () => {
  const files: Blob[] = []
  URL.createObjectURL = (file: Blob) => {
    files.push(file)
    return 'blob:list'
  }
  URL.revokeObjectURL = () => undefined
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  const rows = [...ROWS, makeRow({ name: '=cmd', verdict: 'down' })]
  const { user } = open('/resources?verdict=down', { rows, phase: 'done' })
  await user.click(screen.getByRole('button', { name: 'Export CSV' }))
  const text = (await files[0]?.text()) ?? ''
  expect(text.split('\r\n')).toHaveLength(4)
  expect(text).toContain("'=cmd")
  await user.click(screen.getByRole('checkbox', { name: 'Select cn-eus-to-branch-denver' }))
  await user.click(screen.getByRole('button', { name: 'Export 1 selected' }))
  expect(await files[1]?.text()).not.toContain('=cmd')
  expect(saved).toHaveBeenCalledTimes(2)
})

test('at 390 pixels rows have two lines and no columns', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(390)
  open()
  expect(grid()).toHaveAttribute('data-layout', 'phone')
  expect(within(grid()).queryAllByRole('columnheader')).toEqual([])
  expect(within(grid()).getAllByRole('row')[0]).toHaveTextContent('Down · Connection · East US')
})
