import { fireEvent, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { actionPath } from '../../src/model/paths.ts'
import { closed, form, opened, openForm, press, writesSent } from '../support/action-form.ts'
import { eventually, type Visit } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const SEA = idOf('vhub-sea-01')
const WEU = idOf('vhub-weu-01')
const EUS = idOf('vhub-eastus-01')

const inForm = (title: RegExp) => within(form(title))
/** What is read first stands in a dialog of its own, so each look is at the one that is there. */
const shown = (find: () => HTMLElement) => waitFor(find, { timeout: 30_000 })
const type = async (title: RegExp, label: RegExp | string, value: string) =>
  fireEvent.change(await shown(() => inForm(title).getByRole('textbox', { name: label })), {
    target: { value },
  })

/** What the emulator itself has. */
async function properties({ emulator }: Visit, id: string): Promise<Record<string, unknown>> {
  const answer = await emulator.fetch(
    new Request(`https://management.azure.com${id}?api-version=2025-05-01`, {
      headers: { Authorization: 'Bearer x' },
    }),
  )
  const body = (await answer.json()) as { properties?: Record<string, unknown> }
  return body.properties ?? {}
}

test('a network joins a hub with labels: the request is shown, and the form finds nothing wrong for axe', async () => {
  const title = /a virtual network to vhub-sea-01/
  const page = await openForm(SEA, 'add-network', title)
  const networks = await shown(() => inForm(title).getByRole('combobox', { name: 'Virtual network' }))
  await type(title, 'Name of the connection', 'hvc-new')
  await type(title, /^Propagates to labels/, 'shared, default')
  const free = within(networks)
    .getAllByRole<HTMLOptionElement>('option')
    .filter(({ disabled, value }) => !disabled && value !== '')
  for (const { value } of free) {
    fireEvent.change(networks, { target: { value } })
    if (inForm(title).queryByRole('region', { name: 'Requests' })) break
  }
  expect(inForm(title).getByRole('region', { name: 'Requests' })).toHaveTextContent('hvc-new')
  const found = await axe.run(form(title), {
    runOnly: ['wcag2a', 'wcag2aa'],
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(found.violations).toEqual([])
  await press(page, title, 'Connect network')
  await says('hvc-new')
  await waitFor(
    async () =>
      expect(await properties(page, `${SEA}/hubVirtualNetworkConnections/hvc-new`)).toMatchObject({
        routingConfiguration: { propagatedRouteTables: { labels: ['shared', 'default'] } },
      }),
    { timeout: 30_000 },
  )
})

test('a routing intent needs a firewall, and without one the form says so', async () => {
  const page = await openForm(EUS, 'routing-intent', /^Routing intent of vhub-eastus-01/)
  const button = await shown(() =>
    inForm(/^Routing intent/).getByRole('button', { name: 'Set routing intent' }),
  )
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(form(/^Routing intent/)).toHaveTextContent('no firewall and no appliance')
  expect(writesSent(page)).toEqual([])
})

test('beside a routing intent the routing of a connection is locked, with the reason', async () => {
  const title = /^Routing of hvc-warehouse/
  const page = await openForm(idOf('hvc-warehouse'), 'network', title)
  await shown(() => inForm(title).getByRole('combobox', { name: /^Associated with/ }))
  expect(inForm(title).getByRole('combobox', { name: /^Associated with/ })).toBeDisabled()
  expect(form(title)).toHaveTextContent('The routing intent of the hub decides the rest')
  expect(writesSent(page)).toEqual([])
})

test('two changes of one hub stand in a line that can be read, and the second goes when the first is done', async () => {
  const table = /^Create a route table in vhub-sea-01/
  const page = await openForm(SEA, 'add-route-table', table)
  await type(table, 'Name', 'rt-new')
  // Its answer is held back until the other change stands behind it.
  const path = `${SEA}/hubRouteTables/rt-new`
  const create = inForm(table).getByRole('button', { name: 'Create route table' })
  await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 30_000 })
  await page.emulator.control({ do: 'faults', faults: [{ kind: 'slow', path, ms: 600_000 }] })
  await press(page, table, 'Create route table')
  await page.user.keyboard('{Escape}')
  await closed()
  await page.user.click(await eventually('button', 'Change hub'))
  const hub = /^Capacity and routing preference of/
  await opened(hub)
  await type(hub, 'Routing units, at least', '5')
  await press(page, hub, 'Change hub')
  await says(/Waits for another change of this browser: the route tables of vhub-sea-01: rt-new is new/)
  await page.emulator.control({ do: 'faults', faults: [] })
  page.goOn()
  await waitFor(
    async () =>
      expect(await properties(page, SEA)).toMatchObject({
        virtualRouterAutoScaleConfiguration: { minCapacity: 5 },
      }),
    { timeout: 60_000 },
  )
  const sent = writesSent(page).filter((request) => request.startsWith('PUT'))
  expect(sent.map((request) => /([^/?]+)\?/.exec(request)?.[1])).toEqual(['rt-new', 'vhub-sea-01'])
})

test('a hub whose router is Provisioning is waited for, with the keyboard alone, and nothing is sent', async () => {
  const title = /^Create a route table in vhub-eastus-01/
  const page = await openForm(EUS, 'add-route-table', title)
  await shown(() => inForm(title).getByRole('textbox', { name: 'Name' }))
  await waitFor(() => expect(inForm(title).getByRole('textbox', { name: 'Name' })).toHaveFocus())
  await page.user.keyboard('rt-new')
  const button = inForm(title).getByRole('button', { name: 'Create route table' })
  for (let steps = 0; steps < 40 && document.activeElement !== button; steps++) await page.user.tab()
  expect(button).toHaveFocus()
  await page.user.keyboard('{Enter}')
  await says(
    /The router of vhub-eastus-01 is Provisioning: Azure refuses changes of what is in the hub until it is Provisioned/,
  )
  expect(writesSent(page)).toEqual([])
  await page.user.click(inForm(title).getByRole('button', { name: 'Do not send' }))
  expect(writesSent(page)).toEqual([])
})

test('static routes that contradict each other are refused here, since Azure takes them', async () => {
  const title = /^Labels and static routes of rt-shared/
  const page = await openForm(idOf('rt-shared'), 'route-table', title)
  for (const name of ['one', 'two']) {
    await page.user.click(
      await shown(() => inForm(title).getByRole('button', { name: 'Add a static route' })),
    )
    const last = (label: string) =>
      inForm(title).getAllByRole('textbox', { name: label }).at(-1) as HTMLElement
    fireEvent.change(last('Name'), { target: { value: name } })
    fireEvent.change(last('Destinations'), { target: { value: '10.250.0.0/16' } })
    const hops = inForm(title).getAllByRole('combobox', { name: 'Next hop' })
    const hop = idOf(name === 'one' ? 'hvc-apps' : 'hvc-shared')
    fireEvent.change(hops.at(-1) as HTMLElement, { target: { value: hop } })
  }
  await says('one leads 10.250.0.0/16 elsewhere: Azure takes both and says nothing.')
  fireEvent.change(inForm(title).getAllByRole('textbox', { name: 'Destinations' }).at(-1) as HTMLElement, {
    target: { value: '10.251.0.0/16' },
  })
  await press(page, title, 'Change route table')
  await waitFor(async () => expect((await properties(page, idOf('rt-shared'))).routes).toHaveLength(2), {
    timeout: 30_000,
  })
})

test('a hub is deleted after all that is in it, in order; where a firewall is in the way it is named', async () => {
  const title = /^Delete vhub-sea-01/
  const page = await openForm(SEA, 'delete', title)
  const order = await shown(() => inForm(title).getByRole('region', { name: 'Order' }))
  await waitFor(() => expect(within(order).getAllByRole('listitem').length).toBeGreaterThan(5), {
    timeout: 20_000,
  })
  const items = within(order)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
  expect(items[0]).toMatch(/^Delete branch-/)
  expect(items.indexOf('Delete vpngw-vhub-sea-01')).toBeLessThan(items.indexOf('Delete hvc-apps'))
  expect(items.at(-1)).toBe('Delete vhub-sea-01')
  expect(writesSent(page)).toEqual([])
  window.history.pushState({}, '', actionPath(WEU, 'delete'))
  window.dispatchEvent(new PopStateEvent('popstate'))
  await opened(/^Delete vhub-weu-01/)
  await waitFor(() => expect(form(/^Delete vhub-weu-01/)).toHaveTextContent('azfw-vhub-weu-01'), {
    timeout: 20_000,
  })
  expect(
    inForm(/^Delete vhub-weu-01/).getByRole('button', { name: /^Delete \d+ resources/ }),
  ).toHaveAttribute('title', expect.stringMatching(/^Delete azfw-vhub-weu-01 first/) as string)
})

test('a site that is chosen shows its links, and a key that was typed stays with its link', async () => {
  const title = /^Connect a site to vpngw-vhub-sea-01/
  await openForm(idOf('vpngw-vhub-sea-01'), 'connect', title)
  const sites = await shown(() => inForm(title).getByRole('combobox', { name: 'Site' }))
  const choose = (name: string) => fireEvent.change(sites, { target: { value: idOf(name) } })
  const keys = () => inForm(title).queryAllByLabelText<HTMLInputElement>('Shared key')
  expect(keys()).toEqual([])
  choose('site-lyon')
  const links = within(inForm(title).getByRole('list', { name: 'Links' }))
  expect(links.getAllByRole('combobox', { name: 'Protocol' })).toHaveLength(2)
  expect(links.getByRole('switch', { name: 'Use link-orange' })).toBeChecked()
  fireEvent.change(keys()[0] as HTMLElement, { target: { value: 'Typed-For-The-First-Link' } })
  choose('site-antwerp')
  expect(keys().length).toBeGreaterThan(0)
  expect(keys().every(({ value }) => value === '')).toBe(true)
  choose('site-lyon')
  expect(keys()[0]).toHaveValue('Typed-For-The-First-Link')
})
