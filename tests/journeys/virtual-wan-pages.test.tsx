import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, test, vi } from 'vitest'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { idOf } from '../support/tags-form.ts'

const SLOW = { timeout: 60_000, interval: 250 }
const WEU = idOf('vhub-weu-01')
const SEA = idOf('vhub-sea-01')

afterEach(() => vi.restoreAllMocks())

async function accessible(): Promise<void> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])
}

test('a WAN: its hubs with both states, sites with the worst first, what its type allows, and what stands out', async () => {
  const { user } = await visit(resourcePath(idOf('vwan-contoso')))
  await heading('vwan-contoso')
  const hubs = await eventually('region', 'Hubs')
  await waitFor(() => expect(hubs).toHaveTextContent(/Each of its 3 hubs/), { timeout: 20_000 })
  expect(hubs).toHaveTextContent(
    /Each of its 3 hubs is joined with each other.*Nothing reaches vhub-eastus-01 from the others as long as its router is not Provisioned/,
  )
  await waitFor(
    () =>
      expect(within(hubs).getByRole('link', { name: 'vhub-sea-01' }).closest('li')).toHaveTextContent(
        /hub Succeeded\s*router Provisioned\s*2 sites, 2 networks/,
      ),
    SLOW,
  )
  expect(within(hubs).getByRole('link', { name: 'vhub-eastus-01' }).closest('li')).toHaveTextContent(
    /hub Succeeded\s*router Provisioning\s*0 sites, 0 networks/,
  )
  const sites = await eventually('region', 'Sites')
  await waitFor(
    () =>
      expect(within(sites).getAllByRole('row')[1]).toHaveTextContent(
        /^Down\s*site-hanoi\s*0 of 1\s*vhub-sea-01/,
      ),
    SLOW,
  )
  expect(within(sites).getByRole('row', { name: /site_brno/ })).toHaveTextContent(/connected to no hub/)
  expect(await eventually('region', 'What the type allows')).toHaveTextContent(/It cannot become Basic again/)
  const findings = await eventually('region', 'Findings')
  await waitFor(
    () => expect(findings).toHaveTextContent(/Private traffic is inspected in some hubs only/),
    SLOW,
  )
  await accessible()

  // A hub that says Succeeded is not ready while its router is on its way.
  await user.click(within(hubs).getByRole('link', { name: 'vhub-eastus-01' }))
  await heading('vhub-eastus-01')
  const readiness = await eventually('region', 'Readiness')
  expect(readiness).toHaveTextContent(/Hub, provisioningState\s*Succeeded/)
  expect(readiness).toHaveTextContent(
    /Router, routingState\s*Provisioning.*although the hub says Succeeded.*refuses virtual network connections/,
  )
  await user.click(screen.getByRole('link', { name: /^Why/ }))
  await eventually('heading', 'Possible causes')
  await waitFor(() => expect(screen.getByText(/rules checked against \d+ facts/)).toBeVisible(), SLOW)
  expect(
    screen.getByText(/^The hub is Succeeded, its router Provisioning, most likely because the router/),
  ).toBeVisible()
  expect(screen.getByRole('region', { name: 'States of the hub' })).toHaveTextContent(
    /Hub\s*Succeeded.*Router\s*Provisioning/,
  )
  await accessible()
})

test('a hub: what its router carries, who follows and fills its tables, and its effective routes to search and take away', async () => {
  const saved: Blob[] = []
  // jsdom has neither.
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) saved.push(blob)
    return 'blob:x'
  }
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  const { user } = await visit(resourcePath(SEA))
  await heading('vhub-sea-01')
  const settings = await eventually('region', 'Router')
  expect(settings).toHaveTextContent(/2 units: 3\sGbps and 2,000 virtual machines/)
  expect(settings).toHaveTextContent(/AS path.*first the shorter AS path/)
  const tables = await eventually('region', 'Route tables')
  await waitFor(
    () =>
      expect(within(tables).getByRole('row', { name: /rt-shared/ })).toHaveTextContent(
        /rt-shared\s*shared\s*0\s*hvc-shared\s*hvc-shared/,
      ),
    SLOW,
  )
  expect(await eventually('region', 'Findings')).toHaveTextContent(/Internet security is on for/)

  await user.click(screen.getByRole('link', { name: 'Routes' }))
  const choose = await eventually('combobox', 'Routes of')
  expect(within(choose).getByRole('option', { name: 'hvc-apps' })).toBeInTheDocument()
  await user.click(await eventually('button', 'Read the effective routes'))
  const routes = await eventually('table', 'Effective routes of defaultRouteTable')
  const all = within(routes).getAllByRole('row').length
  expect(all).toBeGreaterThan(3)
  await user.selectOptions(screen.getByLabelText('Next hop type'), 'Virtual Network Connection')
  await waitFor(() => expect(within(routes).getAllByRole('row').length).toBeLessThan(all))
  await user.click(screen.getByRole('button', { name: 'Export CSV' }))
  const csv = await saved[0]?.text()
  expect(csv?.split('\r\n')[0]).toBe('Prefix,Next hop type,Next hop,AS path,Origin')
  expect(csv).toContain('/hubVirtualNetworkConnections/hvc-apps')
  expect(csv).not.toContain('Remote Hub')
})

test('what is in a hub says what it does; a Route Server has peers, and nothing else of a hub', async () => {
  const { user, requests } = await visit(resourcePath(`${SEA}/hubVirtualNetworkConnections/hvc-shared`))
  await heading('hvc-shared')
  await waitFor(
    async () =>
      expect(await eventually('region', 'What it does')).toHaveTextContent(
        /follows the routes of rt-shared.*learn how to reach it/,
      ),
    SLOW,
  )
  await user.click(screen.getByRole('link', { name: /^Why/ }))
  await eventually('heading', 'Possible causes')
  await waitFor(() => expect(screen.getByText(/rules checked against \d+ facts/)).toBeVisible(), SLOW)
  expect(screen.getByText(/^The connection is Connected/)).toBeVisible()

  await visit(resourcePath(`${WEU}/routingIntent/hubRoutingIntent`))
  await heading('hubRoutingIntent')
  expect(await eventually('region', 'What it does')).toHaveTextContent(
    /Private traffic between networks, branches, circuits and other hubs goes to azfw-vhub-weu-01/,
  )

  const server = await visit(resourcePath(idOf('rs-swc-01'), 'bgp'))
  await heading('rs-swc-01')
  const peers = await eventually('region', 'BGP peers')
  expect(within(peers).getByRole('row', { name: /nva-swc-01/ })).toHaveTextContent(/Connected.*10\.80\.4\.4/)
  expect(screen.queryByRole('link', { name: 'Routes' })).not.toBeInTheDocument()
  await server.user.click(await eventually('button', 'Read the learned routes'))
  const learned = await eventually('table', 'Learned routes')
  expect(within(learned).getAllByRole('row', { name: /Instance 1/ }).length).toBeGreaterThan(0)
  expect(requests.filter((one) => /^(PUT|PATCH|DELETE)/.test(one))).toEqual([])
})
