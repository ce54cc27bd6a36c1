import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { SET_UP_TAGS } from '../../src/model/express-route/set-up-tags.ts'
import { eventually, heading, visit } from '../support/app.ts'
import {
  circuitsDrawn,
  circuitSection,
  deployedCircuits,
  openSetUp,
  order,
  ordered,
  toOrder,
} from '../support/express-route-order.ts'
import { says } from '../support/tags-form.ts'
import { choose, field, next, pick, press, reload } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/express-route-wizard/express-route-route.tsx'), 300_000)

test('Maximum: two locations apart, billing agreed to before there is a key, circuits with the tags of their set-up', async () => {
  const walk = await openSetUp()
  expect(await screen.findByRole('radio', { name: /^Maximum/ })).toBeChecked()
  await next(walk, 'Circuits')
  const second = circuitSection(2)
  expect(second.getByLabelText('Peering location')).toHaveAccessibleDescription(/^About \d+ km from /)
  const one = circuitSection(1).getByLabelText('Peering location')
  const taken = (one as HTMLSelectElement).value
  await walk.user.selectOptions(circuitSection(2).getByLabelText('Provider'), 'Equinix')
  await walk.user.selectOptions(second.getByLabelText('Peering location'), taken)
  await says(/Maximum resiliency needs two locations/)
  await press(walk, /^Use /)
  await waitFor(() => expect(circuitsDrawn()).not.toContain('not possible yet'), { timeout: 20_000 })
  // Local is sold with unlimited data alone.
  await walk.user.click(second.getByRole('radio', { name: 'Local' }))
  expect(second.getByRole('radio', { name: 'Unlimited' })).toBeChecked()
  expect(second.getByRole('radio', { name: 'Metered' })).toBeDisabled()
  await walk.user.click(second.getByRole('radio', { name: 'Standard' }))

  await next(walk, 'Order')
  await says(/Azure accepts this plan/)
  await says(/Microsoft bills 2 circuits from the moment they are created/)
  expect(screen.getByRole('button', { name: 'Create 2 resources' })).toHaveAttribute('aria-disabled', 'true')
  expect(document.body).not.toHaveTextContent('Service key')
  await order(walk)
  await ordered()
  expect(window.location.pathname).toBe('/create/expressroute/ordered')
  // One tag tells that they belong together.
  const made = (await deployedCircuits(walk)).filter(({ tags }) => tags[SET_UP_TAGS.resiliency] === 'maximum')
  expect(made).toHaveLength(2)
  expect(new Set(made.map(({ tags }) => tags[SET_UP_TAGS.setUp])).size).toBe(1)
  const puts = walk.requests.filter((one_) => one_.startsWith('PUT'))
  expect(puts.every((put) => put.includes('/deployments/'))).toBe(true)

  // Found again: the steps that have nothing to ask any more are gone past.
  await press(walk, 'Next: Provider')
  await heading('Provider')
  const again = await reload(walk, 'Provider')
  const steps = within(screen.getByRole('navigation', { name: 'Steps of ExpressRoute' }))
  expect(steps.getByRole('link', { name: 'Order (done)' })).toBeInTheDocument()
  await press(again, 'Back')
  await heading('Circuits')

  // The list of drafts, opened while the circuits are still read, leads to the same step.
  const slow = await visit('/create/expressroute', {
    emulator: again.emulator,
    faults: [{ kind: 'slow', path: '/expressRouteCircuits', ms: 600_000 }],
  })
  await says(/Where it goes on is being read/)
  await slow.user.click(screen.getByRole('link', { name: /^erc-/ }))
  await says(/Reading what is there/)
  await slow.emulator.control({ do: 'faults', faults: [] })
  // Held back by the Azure that the walk began with.
  walk.goOn()
  await heading('Provider')
})

test('who makes the peering is asked before the order, which then states no subnets of ours and notes it on the circuit', async () => {
  const walk = await openSetUp()
  await choose(walk, 'Resiliency', /^Standard/)
  await next(walk, 'Circuits')
  expect(circuitsDrawn()).toMatch(/Private peering \(VLAN \d+/)
  await choose(walk, 'Who makes the private peering', /^The provider does/)
  expect(circuitsDrawn()).toMatch(/Private peering \(made by the provider, new\)/)
  await next(walk, 'Order')
  expect(circuitsDrawn()).not.toContain('VLAN')
  await says(/that the provider makes the private peering/)
  await order(walk)
  await ordered()
  expect((await deployedCircuits(walk)).map(({ tags }) => tags[SET_UP_TAGS.layer3])).toContain('provider')
})

test('High: Metro locations alone', async () => {
  const walk = await openSetUp()
  await choose(walk, 'Resiliency', /^High/)
  await next(walk, 'Circuits')
  const location = await field('Peering location')
  const offered = within(location)
    .getAllByRole('option')
    .map((option) => option.textContent ?? '')
  expect(offered.length).toBeGreaterThan(0)
  expect(offered.every((name) => name.endsWith(' Metro') || name === 'Choose one')).toBe(true)
  await walk.user.selectOptions(location, offered.find((name) => name.endsWith(' Metro')) ?? '')
  await press(walk, 'Next: Order')
  await heading('Order')
  await order(walk)
  await ordered()
  expect(screen.getByRole('region', { name: 'Meanwhile' })).toHaveTextContent('Hand over the service keys')
})

test('an order that fails at its end says why, and goes on with what is left; a reload in between loses nothing', async () => {
  const failing: Fault = {
    kind: 'failOperation',
    path: '/expressRouteCircuits/erc-',
    code: 'InternalServerError',
    message: 'An error occurred.',
  }
  const walk = await openSetUp()
  await toOrder(walk, /^Standard/)
  let page = await reload(walk, 'Order')
  await page.emulator.control({ do: 'faults', faults: [failing] })
  await order(page)
  await eventually('heading', /^Failed: /)
  expect(screen.getByText(/did not create/)).toBeVisible()
  page = await reload(page, /^Failed: /)
  await press(page, 'Edit and continue')
  await heading('Order')
  // Agreed to anew.
  await order(page)
  await ordered()
})

test('a circuit that is there is used as it is: nothing is ordered, and the way goes on where it stands', async () => {
  const walk = await openSetUp()
  await choose(walk, 'Resiliency', /^Standard/)
  await next(walk, 'Circuits')
  await choose(walk, 'Circuit', /^Use one that is there/)
  await pick(walk, 'Which circuit', /^er-ams-equinix-1/)
  await says(/Equinix, Amsterdam/)
  await next(walk, 'Provider')
  expect(screen.getByRole('link', { name: 'Order (done)' })).toBeInTheDocument()
})
