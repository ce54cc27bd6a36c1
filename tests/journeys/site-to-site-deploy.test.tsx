import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { device, field, next, openWizard, press, type Walk } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/site-to-site/site-to-site-route.tsx'), 300_000)

const LONG = { timeout: 60_000, interval: 250 }

/** From nothing to the review, with the defaults for one device. */
async function toReview(options: Parameters<typeof openWizard>[1] = {}): Promise<Walk> {
  const walk = await openWizard('/create/site-to-site/goal', options)
  for (const step of ['Network', 'Gateway', 'Sites']) await next(walk, step)
  const one = device(1)
  fireEvent.change(await field('IP address', one), { target: { value: '203.0.113.140' } })
  await press(walk, 'Add prefix')
  fireEvent.change(within(one).getByRole('textbox', { name: 'Prefix 1' }), {
    target: { value: '10.191.0.0/16' },
  })
  for (const step of ['Connection', 'Device', 'Review']) await next(walk, step)
  return walk
}

const progress = () => screen.getByRole('table', { name: 'Progress of each resource' })
const row = (kind: RegExp) => within(progress()).getByRole('row', { name: kind })
const GATEWAY = /Virtual network gateway/
const CONNECTION = /Connection/

/** An operation on what this path has in it is accepted and fails at its end. */
const failing = (path: string): Fault => ({
  kind: 'failOperation',
  path,
  code: 'PublicIPCountLimitReached',
  message: 'Cannot create more than 10 public IP addresses for this subscription in this region.',
})

test('what Azure accepts is created as it foresees it, and verified to a tunnel that is up', async () => {
  const walk = await toReview()
  await says(/Azure accepts this plan/)
  const changes = screen.getByRole('table', { name: 'What changes' })
  expect(within(changes).getAllByRole('row', { name: /^Create/ }).length).toBeGreaterThanOrEqual(5)
  expect(screen.getByText(/^As Azure foresees it/)).toBeVisible()
  expect(screen.getByText(/Nothing that carries traffic today is touched/)).toBeVisible()
  await walk.user.click(screen.getByRole('tab', { name: 'ARM template' }))
  expect(screen.getByRole('region', { name: 'ARM template' })).toHaveTextContent(/"securestring"/)

  await press(walk, /^Create \d+ resources/)
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

test('a plan that Azure refuses says why and where to change it', async () => {
  const refused: Fault = {
    kind: 'status',
    method: 'POST',
    path: '/validate',
    status: 400,
    code: 'NetcfgSubnetRangesOverlap',
    message: 'Subnet GatewaySubnet is not valid because its IP address range overlaps with another subnet.',
  }
  await toReview({ faults: [refused] })
  await says(/Azure refuses this plan/)
  const why = (await screen.findAllByRole('alert')).find((one) => /Azure would refuse/.test(one.textContent))
  expect(why).toHaveTextContent(/NetcfgSubnetRangesOverlap/)
  expect(within(why ?? document.body).getByRole('link', { name: 'Go to Network' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/create\/site-to-site\/network\?draft=\w+#network\.gatewaySubnet$/),
  )
})

test('the gateway fails: why, then what is ready is left out, and the rest is made', async () => {
  const walk = await toReview()
  await says(/Azure accepts this plan/)
  await walk.emulator.control({ do: 'faults', faults: [failing('/virtualNetworkGateways/')] })
  await press(walk, /^Create \d+ resources/)
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
  await press(walk, /^Create \d+ resource/)
  await eventually('heading', /^All \d+ resources are ready/)
  await press(walk, 'Next: Verify')
  await eventually('heading', 'The connection is up')
})

test('a connection fails: what the run created can be removed, after its name was typed', async () => {
  const walk = await toReview()
  await says(/Azure accepts this plan/)
  await walk.emulator.control({ do: 'faults', faults: [failing('/connections/')] })
  await press(walk, /^Create \d+ resources/)
  await eventually('heading', /^Failed: /)
  expect(row(CONNECTION)).toHaveTextContent('Failed')
  await walk.emulator.control({ do: 'faults', faults: [] })

  await press(walk, 'Remove what this run created')
  const dialog = await screen.findByRole('dialog', { name: 'Remove what this run created' })
  const listed = within(dialog).getAllByRole('listitem')
  expect(listed[0]).toHaveTextContent(/Connection/)
  const remove = within(dialog).getByRole('button', { name: /^Remove \d+ resources/ })
  expect(remove).toHaveAttribute('aria-disabled', 'true')
  const name = /Type (\S+) to confirm/.exec(dialog.textContent)?.[1] ?? ''
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: name } })
  await walk.user.click(remove)
  expect(await screen.findByRole('region', { name: 'Removal' })).toHaveTextContent(/cn-/)
})

test('a run is found again after a reload, canceled, and says what goes on', async () => {
  const walk = await toReview()
  await says(/Azure accepts this plan/)
  await walk.emulator.control({ do: 'settings', speed: 'realistic' })
  await walk.emulator.control({
    do: 'faults',
    faults: [{ kind: 'slow', path: '/Microsoft.Resources/deployments/', ms: 2000 }],
  })
  await press(walk, /^Create \d+ resources/)
  await says('Not sent yet: a few seconds')
  const close = () => screen.getByRole('button', { name: 'Close, keep running' })
  expect(close()).toHaveAttribute('aria-disabled', 'true')
  await walk.emulator.control({ do: 'faults', faults: [] })
  await waitFor(() => expect(close()).not.toHaveAttribute('aria-disabled', 'true'), LONG)
  await waitFor(() => expect(row(GATEWAY)).toHaveTextContent('Running'), LONG)
  expect(row(CONNECTION)).toHaveTextContent(/Waits for vgw-/)
  await press(walk, 'Cancel deployment')
  const dialog = await screen.findByRole('dialog', { name: 'Cancel the deployment' })
  expect(dialog).toHaveTextContent(/What it has begun it finishes/)
  await walk.user.click(within(dialog).getByRole('button', { name: 'Cancel deployment' }))
  await eventually('heading', /^(Canceled: |Azure is canceling)/)
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
