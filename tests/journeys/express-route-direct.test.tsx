import { screen, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { openSetUp, order, ordered } from '../support/express-route-order.ts'
import { ask } from '../support/ask.ts'
import { circuitPart, verified } from '../support/express-route-walk.ts'
import { idOf } from '../support/tags-form.ts'
import { choose, create, field, fill, next, press, type Walk } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/express-route-wizard/express-route-route.tsx'), 300_000)

test('a circuit on an own port shows the links of the port in place of a provider', async () => {
  await visit(`/create/expressroute/provider?circuit=${encodeURIComponent(idOf('er-direct-ams-1'))}`)
  await heading('Provider')
  const links = await eventually('region', 'Links of erport-ams-1')
  expect(within(links).getByRole('row', { name: /Disabled/ })).toBeInTheDocument()
  expect(screen.queryByRole('group', { name: /^Demo: the provider/ })).not.toBeInTheDocument()
  expect(within(circuitPart('er-direct-ams-1')).getByRole('link', { name: 'erport-ams-1' })).toHaveAttribute(
    'href',
    resourcePath(idOf('erport-ams-1')),
  )
})

test('a circuit on an own port, from nothing to both paths: its place is the port’s, and its size fits what is left there', async () => {
  const walk = await openSetUp()
  await switchLinksOn(walk)
  await choose(walk, 'Resiliency', /^Standard/)
  await choose(walk, 'Circuits', /^On your own ports/)
  await next(walk, 'Circuits')
  await walk.user.selectOptions(await field('Ports'), idOf('erport-ams-1'))
  // Twice the port, less what its circuit has of it.
  const bandwidth = await field('Bandwidth')
  expect(bandwidth).toHaveAccessibleDescription(/^18 Gbps are left for circuits on these ports/)
  expect(within(bandwidth).getByRole('option', { name: '10 Gbps' })).toBeInTheDocument()
  expect(within(bandwidth).queryByRole('option', { name: '40 Gbps' })).not.toBeInTheDocument()
  await walk.user.selectOptions(bandwidth, '1')
  await next(walk, 'Order')
  await order(walk)
  await ordered()
  await press(walk, 'Next: Provider')
  await eventually('region', 'Links of erport-ams-1')
  await next(walk, 'Peering')
  await fill(walk, 'Your AS number', '64730')
  for (const step of ['Gateway', 'Connection', 'Review']) await next(walk, step)
  await create(walk)
  await eventually('heading', /^All \d+ resources are ready/)
  await press(walk, 'Next: Verify')
  await verified('Both paths are up')
})

/** What whoever has the cross-connects laid does, at the port. */
async function switchLinksOn(walk: Walk): Promise<void> {
  const id = idOf('erport-ams-1')
  const port = (await ask(walk, id)) as { properties: { links: { properties: object }[] } }
  const links = port.properties.links.map((link) => ({
    ...link,
    properties: { ...link.properties, adminState: 'Enabled' },
  }))
  const answer = await walk.emulator.fetch(
    new Request(`https://management.azure.com${id}?api-version=2025-05-01`, {
      method: 'PUT',
      headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...port, properties: { ...port.properties, links } }),
    }),
  )
  expect(answer.status).toBeLessThan(300)
}
