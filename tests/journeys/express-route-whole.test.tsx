import { fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { eventually, heading } from '../support/app.ts'
import { deployedCircuits, openSetUp, order, ordered } from '../support/express-route-order.ts'
import { circuitPart, verified } from '../support/express-route-walk.ts'
import { says } from '../support/tags-form.ts'
import { choose, create, fill, next, press, reload, sent, type Walk } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/express-route-wizard/express-route-route.tsx'), 300_000)

/** Every circuit's provider is told to provision it. */
async function provisioned(walk: Walk, circuits: number): Promise<void> {
  await heading('Provider')
  const parts = await screen.findAllByRole('group', { name: /^Demo: the provider/ })
  expect(parts).toHaveLength(circuits)
  for (const name of parts.map((part) => part.getAttribute('aria-label') ?? '')) {
    const part = within(screen.getByRole('group', { name }))
    await walk.user.click(part.getByRole('button', { name: 'Provision it' }))
  }
  await heading('Peering')
}

test('Maximum, from nothing to both paths of both circuits, with the page loaded anew at every step', async () => {
  let walk = await openSetUp()
  const anew = async (title: RegExp | string) => {
    walk = await reload(walk, title)
  }
  await anew('Resiliency')
  await next(walk, 'Circuits')
  await anew('Circuits')
  await next(walk, 'Order')
  await anew('Order')
  await order(walk)
  await sent()
  await anew(/ready|^Creating/)
  await ordered()
  await anew(/ready/)
  await press(walk, 'Next: Provider')
  await heading('Provider')
  await anew('Provider')
  await provisioned(walk, 2)
  // The network of each circuit may have its own.
  const asNumbers = () => screen.findAllByLabelText('Your AS number')
  expect(await asNumbers()).toHaveLength(2)
  for (const one of await asNumbers()) fireEvent.change(one, { target: { value: '64730' } })
  await anew('Peering')
  for (const one of await asNumbers()) expect(one).toHaveValue('64730')
  await next(walk, 'Gateway')
  await anew('Gateway')
  await next(walk, 'Connection')
  await anew('Connection')
  await next(walk, 'Review')
  await anew('Review')
  await create(walk)
  await sent()
  await anew(/ready|^Creating/)
  await eventually('heading', /^All \d+ resources are ready/)
  await press(walk, 'Next: Verify')
  await verified('All 4 paths are up')
  await anew('All 4 paths are up')
  expect(circuitPart('Resiliency')).toHaveTextContent('Maximum: circuits in ')
})

test('High, in a Metro location, from nothing to both paths of both families, with a Microsoft peering beside them', async () => {
  const walk = await openSetUp()
  await choose(walk, 'Resiliency', /^High/)
  await next(walk, 'Circuits')
  // Asked for before the SKU is ordered, which a Microsoft peering has to be Premium for.
  const steps = within(screen.getByRole('navigation', { name: 'Steps of ExpressRoute' }))
  expect(steps.queryByRole('link', { name: /^Microsoft peering/ })).not.toBeInTheDocument()
  await walk.user.click(screen.getByRole('switch', { name: 'Also Microsoft peering' }))
  await press(walk, 'Make it Premium')
  await next(walk, 'Order')
  await order(walk)
  await ordered()
  expect(await deployedCircuits(walk)).toMatchObject([
    { tags: { 'hybrid-connectivity-microsoft-peering': 'wanted' } },
  ])
  await press(walk, 'Next: Provider')
  await provisioned(walk, 1)
  await fill(walk, 'Your AS number', '64730')
  await choose(walk, 'Addresses', /^IPv4 and IPv6/)
  await next(walk, 'Microsoft peering')
  // Nobody's but one's own: what is public is asked for, and held against the rules of the circuit's page.
  await fill(walk, 'Your AS number', '3320')
  await fill(walk, 'Primary subnet, a public /30', '10.9.0.0/30')
  await says(/takes public addresses alone/)
  await fill(walk, 'Primary subnet, a public /30', '203.0.113.0/30')
  await fill(walk, 'Secondary subnet, a public /30', '203.0.113.4/30')
  await fill(walk, 'Public prefixes', '198.51.100.0/24')
  await next(walk, 'Gateway')
  // What comes over IPv6 goes on into the virtual network.
  await says(/GatewaySubnet gets fd[0-9a-f:]+\/64 of it as well/)
  for (const step of ['Connection', 'Review']) await next(walk, step)
  expect(screen.getByRole('img', { name: /^Circuits/ })).toHaveAccessibleName(
    /Microsoft peering \(VLAN \d+, AS 3320, new\)/,
  )
  await create(walk)
  await eventually('heading', /^All \d+ resources are ready/)
  await press(walk, 'Next: Verify')
  await verified('Both paths are up')
  expect(circuitPart('Resiliency')).toHaveTextContent('High')
  expect(circuitPart('Microsoft peering')).toHaveTextContent(
    /ValidationNeeded.*198\.51\.100\.0\/24.*Open a support request/,
  )
})
