import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'

function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}

async function openPaths(name: string, faults: Fault[] = []) {
  const visited = await visit(resourcePath(idOf(name), 'paths'), { faults })
  await heading(name)
  return visited
}

test('a circuit shows both paths of its peering side by side, which is down and why, and what each knows', async () => {
  const { user } = await openPaths('er-dub-eunet-1')
  const peering = await eventually('region', 'AzurePrivatePeering')
  await waitFor(
    () =>
      expect(peering).toHaveTextContent(
        'Attention The secondary path is down: the routers answer each other, and no session comes up.',
      ),
    { timeout: 30_000 },
  )
  const paths = within(peering).getByRole('region', { name: 'Both paths' })
  expect(
    within(paths).getByRole('row', { name: /^Primary Answers.*Established 172\.16\.0\.17/ }),
  ).toBeInTheDocument()
  expect(within(paths).getByRole('row', { name: /^Secondary Answers.*Active.*never/ })).toBeInTheDocument()

  await user.click(within(peering).getByRole('button', { name: 'Read the routes of both paths' }))
  const networks = await eventually('region', 'Networks')
  expect(networks).toHaveTextContent('1 on one path only')
  expect(
    within(networks).getByRole('row', { name: /^10\.134\.0\.0\/16 On-premises Primary only/ }),
  ).toBeInTheDocument()
})

test('a link that is switched off at the port shows as a router that does not answer', async () => {
  await openPaths('er-direct-ams-1')
  const peering = await eventually('region', 'AzurePrivatePeering')
  await waitFor(() => expect(peering).toHaveTextContent('the router at the other end does not answer'), {
    timeout: 30_000,
  })
  const arp = within(peering).getByRole('region', { name: 'ARP tables' })
  expect(within(arp).queryByRole('row', { name: /^Secondary On-Prem/ })).not.toBeInTheDocument()
})

test('a table that Azure does not give leaves the others, and a circuit without a peering says what is missing', async () => {
  await openPaths('er-dub-eunet-1', [
    {
      kind: 'status',
      method: 'POST',
      path: `${idOf('er-dub-eunet-1')}/peerings/AzurePrivatePeering/arpTables/secondary`,
      status: 500,
      code: 'InternalServerError',
      message: 'Nobody knows.',
    },
  ])
  const paths = await eventually('region', 'Both paths')
  expect(
    within(paths).getByRole('row', { name: /^Secondary not read: Nobody knows\. Active/ }),
  ).toBeInTheDocument()
  expect(within(paths).getByRole('row', { name: /^Primary Answers/ })).toBeInTheDocument()

  await openPaths('er-ams-equinix-1')
  expect(
    await screen.findByText(/One can be made once the provider has provisioned the circuit/),
  ).toBeInTheDocument()
})

test('an ExpressRoute gateway shows its circuits, its sessions with Microsoft’s edge, and the routes both ways', async () => {
  const gateway = idOf('ergw-weu-prod')
  const { user } = await visit(resourcePath(gateway, 'connections'))
  const connections = await eventually('region', 'Connections')
  await waitFor(
    () =>
      expect(
        within(connections).getByRole('row', {
          name: /cn-er-ams-colt-1 er-ams-colt-1 Amsterdam 2\sGbps 10 off/,
        }),
      ).toBeInTheDocument(),
    { timeout: 30_000 },
  )
  await user.click(screen.getByRole('link', { name: 'BGP' }))
  const sessions = await eventually('region', 'Instance at 10.20.0.12')
  expect(sessions).toHaveTextContent('4 of 4 sessions connected')
  expect(within(sessions).getAllByText('Microsoft edge router')).toHaveLength(4)

  await user.click(screen.getByRole('link', { name: 'Routes' }))
  await user.click(await eventually('button', 'Read the advertised routes'))
  expect(await eventually('table', /Routes advertised to 10\./)).toBeInTheDocument()
})
