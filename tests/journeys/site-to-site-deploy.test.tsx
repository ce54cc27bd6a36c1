import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { UNLOCKED } from '../support/unlocked.ts'
import {
  create,
  fromSitesToReview,
  next,
  openWizard,
  pick,
  press,
  toTunnel,
  type Walk,
} from '../support/wizard.ts'

beforeAll(() => import('../../src/features/site-to-site/site-to-site-route.tsx'), 300_000)

const LONG = { timeout: 60_000, interval: 250 }

/** From nothing to the review, with the defaults for one device. */
async function toReview(
  options: Parameters<typeof openWizard>[1] = {},
  prefix = '10.191.0.0/16',
): Promise<Walk> {
  const walk = await openWizard('/create/site-to-site/goal', options)
  for (const step of ['Network', 'Gateway', 'Sites']) await next(walk, step)
  await fromSitesToReview(walk, prefix)
  return walk
}

const progress = () => screen.getByRole('table', { name: 'Progress of each resource' })
const row = (kind: RegExp) => within(progress()).getByRole('row', { name: kind })
const GATEWAY = /Virtual network gateway/
const CONNECTION = /Connection/
const REMOVE = 'Remove what this run created'

/** An operation on what this path has in it is accepted and fails at its end. */
const failing = (path: string): Fault => ({
  kind: 'failOperation',
  path,
  code: 'PublicIPCountLimitReached',
  message: 'Cannot create more than 10 public IP addresses for this subscription in this region.',
})

test('what Azure accepts is created as it foresees it, and verified to a tunnel that is up', async () => {
  const walk = await toReview(UNLOCKED)
  await says(/Azure accepts this plan/)
  const changes = screen.getByRole('table', { name: 'What changes' })
  expect(within(changes).getAllByRole('row', { name: /^Create/ }).length).toBeGreaterThanOrEqual(5)
  expect(screen.getByText(/^As Azure foresees it/)).toBeVisible()
  expect(screen.getByText(/Nothing that carries traffic today is touched/)).toBeVisible()
  await walk.user.click(screen.getByRole('tab', { name: 'ARM template' }))
  expect(screen.getByRole('region', { name: 'ARM template' })).toHaveTextContent(/"securestring"/)

  await create(walk)
  await eventually('heading', /^All \d+ resources are ready/)
  expect(row(GATEWAY)).toHaveTextContent('Succeeded')
  expect(screen.getByText('Copy key')).toBeVisible()
  await press(walk, 'Next: Verify')
  await press(walk, 'Keep silent')
  await eventually('heading', 'The connection waits for its device')
  await eventually('heading', 'Possible causes')
  await press(walk, 'Come up')
  await eventually('heading', 'The connection is up')
  expect(screen.getByRole('region', { name: 'What to do next' })).toBeVisible()

  // Somebody deletes it elsewhere.
  await press(walk, 'Keep silent')
  await eventually('heading', 'The connection waits for its device')
  const connection = walk.requests.findLast((one) => /^GET .*\/connections\/cn-[^/]+\?/.test(one)) ?? ''
  const url = `https://management.azure.com${connection.replace('GET ', '')}`
  const answer = await walk.emulator.fetch(
    new Request(url, { method: 'DELETE', headers: { Authorization: 'Bearer x' } }),
  )
  expect(answer.status).toBe(202)
  await eventually('heading', 'No connection is there any more')
  const asked = () => walk.requests.filter((one) => one === connection).length
  const before = asked()
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(asked()).toBe(before)
  await press(walk, 'Finish')
  await eventually('heading', /^vgw-/)

  // Deployed, it is no draft any more; what is discarded is asked about before.
  await visit('/create/site-to-site')
  await says(/Done, deployed \d\d:\d\d/)
  fireEvent.click(screen.getByRole('button', { name: /^Discard vgw-/ }))
  await says('No resource in Azure is deleted.')
  fireEvent.click(screen.getByRole('button', { name: 'Keep' }))
  expect(screen.getByRole('link', { name: /^vgw-/ })).toHaveAttribute(
    'href',
    expect.stringContaining('/create/site-to-site/deploy?run='),
  )
})

test('a gateway in a network that is there, in another group than what is new, has its tunnel', async () => {
  const walk = await openWizard('/create/site-to-site/goal', UNLOCKED)
  await next(walk, 'Network')
  await pick(walk, 'Virtual network', /^VNET-Lab-Old/)
  await pick(walk, 'Resource group for what is new', /^rg-lab-vwan/)
  await next(walk, 'Gateway')
  await next(walk, 'Sites')
  await fromSitesToReview(walk, '10.191.0.0/16')
  await toTunnel(walk)
  const sent = walk.requests.filter((one) => one.startsWith('PUT') && !one.includes('/deployments/'))
  expect(sent).toEqual([])
})

test('a plan that Azure refuses says why and where to change it', async () => {
  const refused: Fault = {
    kind: 'status',
    method: 'POST',
    path: '/validate',
    status: 400,
    code: 'NetcfgSubnetRangesOverlap',
    message: 'Subnet GatewaySubnet is not valid because its IP address range overlaps with another subnet.',
  }
  // A public range is warned of.
  const walk = await toReview({ faults: [refused] }, '198.19.0.0/16')
  await says(/Azure refuses this plan/)
  const button = screen.getByRole('button', { name: /^Create \d+ resources/ })
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(button).toHaveAccessibleDescription(/^Azure refuses this plan as it is/)
  const why = (await screen.findAllByRole('alert')).find((one) => /Azure would refuse/.test(one.textContent))
  expect(why).toHaveTextContent(/NetcfgSubnetRangesOverlap/)
  expect(within(why ?? document.body).getByRole('link', { name: 'Go to Network' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/create\/site-to-site\/network\?draft=\w+#network\.gatewaySubnet$/),
  )

  await walk.emulator.control({ do: 'faults', faults: [] })
  await press(walk, 'Check again')
  await says(/Azure accepts this plan/)

  // Warnings are read before anything is created.
  const again = screen.getByRole('button', { name: /^Create \d+ resources/ })
  expect(again).toHaveAttribute('aria-disabled', 'true')
  expect(again).toHaveAccessibleDescription(/not read yet\. Read (it|them) above/)
  await walk.user.click(screen.getByRole('checkbox', { name: /^I have read the (warning|\d+ warnings)$/ }))
  expect(again).not.toHaveAttribute('aria-disabled', 'true')
})

test('the gateway fails: why, then what is ready is left out, and the rest is made', async () => {
  const walk = await toReview()
  await says(/Azure accepts this plan/)
  await walk.emulator.control({ do: 'faults', faults: [failing('/virtualNetworkGateways/')] })
  await create(walk)
  await eventually('heading', /^Failed: /)
  expect(row(GATEWAY)).toHaveTextContent('Failed')
  expect(row(CONNECTION)).toHaveTextContent('Not begun')
  const table = progress()
  expect(table).toHaveTextContent(/Azure did not create vgw-/)
  expect(table).toHaveTextContent(/PublicIPCountLimitReached/)
  expect(table).toHaveTextContent(/Correlation id/)

  await walk.emulator.control({ do: 'faults', faults: [] })
  await press(walk, 'Edit and continue')
  await heading('Review')
  await says(/Azure accepts this plan/)
  const changes = screen.getByRole('table', { name: 'What changes' })
  expect(within(changes).queryByRole('row', { name: /^Create.*Public IP address/ })).not.toBeInTheDocument()
  await create(walk)
  await eventually('heading', /^All \d+ resources are ready/)
  await press(walk, 'Next: Verify')
  await eventually('heading', 'The connection is up')
})

/** To a run whose connection has failed. */
async function failedAtConnection(options?: Parameters<typeof openWizard>[1]): Promise<Walk> {
  const walk = await toReview(options)
  await says(/Azure accepts this plan/)
  await walk.emulator.control({ do: 'faults', faults: [failing('/connections/')] })
  await create(walk)
  await eventually('heading', /^Failed: /)
  expect(row(CONNECTION)).toHaveTextContent('Failed')
  await walk.emulator.control({ do: 'faults', faults: [] })
  return walk
}

test('a connection fails: what the run created is removed in order, and what was there stays', async () => {
  const walk = await failedAtConnection(UNLOCKED)
  await press(walk, REMOVE)
  const dialog = await screen.findByRole('dialog', { name: REMOVE })
  const listed = within(dialog).getAllByRole('listitem')
  expect(listed[0]).toHaveTextContent(/Connection/)
  const names = listed.map((one) => one.querySelector('bdi')?.textContent ?? '')
  const remove = within(dialog).getByRole('button', { name: /^Remove \d+ resources/ })
  expect(remove).toHaveAttribute('aria-disabled', 'true')
  const name = /Type (\S+) to confirm/.exec(dialog.textContent)?.[1] ?? ''
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: name } })
  await walk.user.click(remove)
  const removal = await screen.findByRole('status', { name: 'Removal' })
  await waitFor(() => expect(within(removal).getAllByText('It is gone.')).toHaveLength(names.length), LONG)
  expect(within(removal).getAllByRole('listitem')).toHaveLength(names.length)
  expect(screen.queryByRole('button', { name: REMOVE })).not.toBeInTheDocument()
  const deleted = walk.requests.filter((one) => one.startsWith('DELETE'))
  expect(deleted.map((one) => /\/([^/?]+)\?/.exec(one)?.[1])).toEqual(names)
})

test('a lock is told of before anybody is asked to confirm a removal', async () => {
  const walk = await failedAtConnection()
  const remove = await screen.findByRole('button', { name: REMOVE })
  await waitFor(() => expect(remove).toHaveAccessibleDescription(/lock/), LONG)
  expect(remove).toHaveAttribute('aria-disabled', 'true')
  expect(walk.requests.filter((one) => one.startsWith('DELETE'))).toEqual([])
})

test('a run is found again after a reload, canceled, and says what goes on', async () => {
  const walk = await toReview()
  await says(/Azure accepts this plan/)
  // Its gateway takes twenty seconds, what comes before it none that matter.
  await walk.emulator.control({ do: 'settings', speed: 'fast' })
  await walk.emulator.control({
    do: 'faults',
    faults: [{ kind: 'slow', path: '/Microsoft.Resources/deployments/', ms: 2000 }],
  })
  await create(walk)
  await says('Not sent yet: a few seconds')
  const close = () => screen.getByRole('button', { name: 'Close, keep running' })
  expect(close()).toHaveAttribute('aria-disabled', 'true')
  await walk.emulator.control({ do: 'faults', faults: [] })
  await waitFor(() => expect(close()).not.toHaveAttribute('aria-disabled', 'true'), LONG)
  await waitFor(() => expect(row(GATEWAY)).toHaveTextContent('Running'), LONG)
  const { pathname, search } = window.location
  const again = { ...walk, ...(await visit(`${pathname}${search}`, { emulator: walk.emulator })) }
  await waitFor(() => expect(row(GATEWAY)).toHaveTextContent('Running'), LONG)
  expect(row(CONNECTION)).toHaveTextContent(/Waits for vgw-/)
  expect(again.requests.filter((one) => !one.startsWith('GET') && one.includes('/deployments/'))).toEqual([])
  await press(again, 'Cancel deployment')
  const dialog = await screen.findByRole('dialog', { name: 'Cancel the deployment' })
  expect(dialog).toHaveTextContent(/What it has begun it finishes/)
  await again.user.click(within(dialog).getByRole('button', { name: 'Cancel deployment' }))
  await eventually('heading', /^Canceled: /)
  expect(row(GATEWAY)).toHaveTextContent(/Goes on in Azure|Canceled/)
  expect(row(CONNECTION)).toHaveTextContent('Not begun')
})

test('a key that a reload has lost leads back to the connection', async () => {
  const walk = await toReview()
  const { pathname, search } = window.location
  expect(walk.requests.length).toBeGreaterThan(0)
  await visit(`${pathname}${search}`)
  await heading('Review')
  await says(/The shared key is no longer in memory/)
  expect(screen.getByRole('link', { name: 'Go to Connection' })).toBeVisible()
  expect(screen.getByRole('button', { name: /^Create \d+ resources/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

async function says(text: RegExp | string): Promise<void> {
  await waitFor(() => expect(document.body).toHaveTextContent(text), LONG)
}
