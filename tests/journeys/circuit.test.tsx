import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { actionPath, resourcePath } from '../../src/model/paths.ts'
import { closed, form, opened, openForm, press } from '../support/action-form.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { ask } from '../support/ask.ts'
import { idOf, says } from '../support/tags-form.ts'

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
  const paths = within(peering).getByRole('region', { name: 'Both paths of AzurePrivatePeering' })
  expect(
    within(paths).getByRole('row', { name: /^Primary Answers.*Established 172\.16\.0\.17/ }),
  ).toBeInTheDocument()
  expect(within(paths).getByRole('row', { name: /^Secondary Answers.*Active.*never/ })).toBeInTheDocument()

  await user.click(within(peering).getByRole('button', { name: 'Read the routes of both paths' }))
  const networks = await eventually('region', 'Networks of AzurePrivatePeering')
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
  const arp = within(peering).getByRole('region', { name: 'ARP tables of AzurePrivatePeering' })
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
  const paths = await eventually('region', 'Both paths of AzurePrivatePeering')
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

test('the peering of a circuit is changed, with what it means said before and its rules while typing', async () => {
  const id = idOf('er-dub-eunet-1')
  const title = /^Change the private peering of/
  const page = await openForm(id, 'peering', title)
  const field = (label: string) => within(form(title)).getByRole('textbox', { name: label })
  expect(form(title)).toHaveTextContent('Traffic over this peering until the sessions are back')
  fireEvent.change(field('Primary subnet'), { target: { value: '172.16.0.1/30' } })
  expect(await within(form(title)).findByText(/bits after the mask are set/)).toBeInTheDocument()
  fireEvent.change(field('Primary subnet'), { target: { value: '172.16.0.16/30' } })
  fireEvent.change(field('VLAN ID'), { target: { value: '333' } })
  await press(page, title, 'Change peering')
  await says(/Changed: /)
  const answer = await ask(page, `${id}/peerings/AzurePrivatePeering`)
  expect(answer).toMatchObject({
    properties: { vlanId: 333, peerASN: 64710, primaryAzurePort: expect.any(String) },
  })
})

test('bandwidth is raised, never lowered, and a circuit that its provider has ready is not deleted', async () => {
  const id = idOf('er-dub-eunet-1')
  const title = /^Change SKU and bandwidth of/
  const page = await openForm(id, 'circuit', title)
  const radio = (name: RegExp) => within(form(title)).queryByRole('radio', { name })
  expect(radio(/^200/)).not.toBeInTheDocument()
  await page.user.click(radio(/^1\s?Gbps/) ?? form(title))
  await press(page, title, 'Change circuit')
  await says(/Changed: /)
  expect(await ask(page, id)).toMatchObject({
    properties: { serviceProviderProperties: { bandwidthInMbps: 1000, serviceProviderName: 'euNetworks' } },
  })
  await page.user.keyboard('{Escape}')
  await closed()
  await page.user.click(await eventually('button', /More actions|Actions/))
  expect(await screen.findByRole('menuitem', { name: /Delete circuit/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

test('an authorization is added, and one nobody uses is deleted', async () => {
  const id = idOf('er-dub-eunet-1')
  const title = /^Authorizations of/
  const page = await openForm(id, 'authorization', title)
  fireEvent.change(within(form(title)).getByRole('textbox', { name: 'Name' }), {
    target: { value: 'auth-lab' },
  })
  await press(page, title, 'Add authorization')
  await says(/Changed: /)
  expect(await ask(page, `${id}/authorizations/auth-lab`)).toMatchObject({
    properties: { authorizationUseStatus: 'Available' },
  })
  const choice = within(form(title)).getByRole('combobox', { name: 'Authorization' })
  fireEvent.change(choice, { target: { value: `${id}/authorizations/auth-spare` } })
  await press(page, title, 'Delete authorization')
  await waitFor(
    async () => expect(await ask(page, `${id}/authorizations/auth-spare`)).toHaveProperty('error'),
    {
      timeout: 20_000,
    },
  )
})

test('a circuit says how far it is: its provider gets the key, is watched, and then the peering is next', async () => {
  const id = idOf('er-ams-equinix-1')
  const { user } = await visit(resourcePath(id))
  const setUp = await eventually('region', 'Set-up')
  const step = () =>
    within(setUp)
      .getAllByRole('listitem')
      .find((one) => one.getAttribute('aria-current') === 'step')
  expect(step()).toHaveTextContent(/^Provider next Equinix has to be given the service key/)
  const card = within(setUp).getByRole('region', { name: 'For Equinix' })
  expect(card).toHaveTextContent('Peering locationAmsterdam')
  expect(document.body).not.toHaveTextContent('5d1c0a94-7e2b-4f6d-9a38-c6b1e0743f2a')
  await user.click(within(card).getByRole('button', { name: 'Show service key' }))
  expect(card).toHaveTextContent('5d1c0a94-7e2b-4f6d-9a38-c6b1e0743f2a')

  const deprovision = within(setUp).getByRole('button', { name: 'Deprovision it' })
  expect(deprovision).toHaveAttribute('aria-disabled', 'true')
  expect(deprovision).toHaveAccessibleDescription(/It is NotProvisioned/)
  await user.click(within(setUp).getByRole('button', { name: 'Provision it' }))
  await waitFor(() => expect(step()).toHaveTextContent(/^Private peering next/), { timeout: 20_000 })
  expect(within(setUp).getByRole('link', { name: 'Add the private peering' })).toHaveAttribute(
    'href',
    actionPath(id, 'peering'),
  )
})

test('resiliency: a failover test behind two confirmations and the typed name, and stopped where it was started', async () => {
  const id = idOf('ergw-weu-prod')
  const faults: Fault[] = [{ kind: 'slow', path: '/expressRouteCircuits', ms: 600_000 }]
  const read = await visit(resourcePath(id, 'resiliency'), { faults })
  // Nothing is said to be missing that is still on its way.
  await says(/Reading its circuits/)
  expect(document.body).not.toHaveTextContent('No circuit of it was read')
  await read.emulator.control({ do: 'faults', faults: [] })
  read.goOn()
  await says(/Maximum: circuits in Amsterdam and London/)
  expect(await eventually('region', 'Resiliency index')).toHaveTextContent('40 of 100')

  const title = /^(Test the failover|Stop the failover test) of/
  const page = await openForm(id, 'failover-test', title)
  const dialog = () => within(form(title))
  const start = () => dialog().getByRole('button', { name: 'Start test' })
  expect(form(title)).toHaveTextContent('Everything that comes from Amsterdam alone')
  await says(/Azure tells of no network that comes from Amsterdam alone/)
  for (const box of dialog().getAllByRole('checkbox')) await page.user.click(box)
  // Another location is another question.
  await page.user.click(dialog().getByRole('radio', { name: 'London' }))
  for (const box of dialog().getAllByRole('checkbox')) expect(box).not.toBeChecked()
  await page.user.click(dialog().getByRole('radio', { name: 'Amsterdam' }))
  for (const box of dialog().getAllByRole('checkbox')) await page.user.click(box)
  expect(start()).toHaveAttribute('aria-disabled', 'true')
  expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/quiet|reviewed/)
  fireEvent.change(dialog().getByRole('textbox', { name: /to confirm$/ }), {
    target: { value: 'ergw-weu-prod' },
  })
  await press(page, title, 'Start test')
  await says(/The test of Amsterdam is Running/)

  await page.user.click(dialog().getByRole('button', { name: 'Close' }))
  await closed()
  await page.user.click(await eventually('button', 'Test failover'))
  await opened(title)
  await page.user.click(await eventually('radio', 'The other location carried the traffic'))
  await page.user.click(await eventually('checkbox', /over London carried it/))
  await press(page, title, 'Stop test')
  // Nothing is under way any more, so one can be started.
  await waitFor(() => expect(start()).toBeVisible(), { timeout: 30_000 })
  const tests = (await page.emulator.fetch(post(`${id}/getFailoverAllTestsDetails`))).headers.get('Location')
  expect(await ask(page, (tests ?? '').replace('https://management.azure.com', ''))).toMatchObject([
    { peeringLocation: 'Amsterdam', status: 'Completed' },
  ])
})

test('an MD5 key goes with the peering and is kept in no draft', async () => {
  const id = idOf('er-dub-eunet-1')
  const title = /^Change the private peering of/
  const page = await openForm(id, 'peering', title)
  fireEvent.change(within(form(title)).getByLabelText(/^MD5 key/), { target: { value: 'marker25abc' } })
  fireEvent.change(within(form(title)).getByRole('textbox', { name: 'VLAN ID' }), {
    target: { value: '340' },
  })
  expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('marker25abc')
  await press(page, title, 'Change peering')
  await says(/Changed: /)
  expect(await page.emulator.file({ do: 'download' })).toMatchObject({
    text: expect.stringContaining('marker25abc'),
  })
  expect(document.body).not.toHaveTextContent('marker25abc')
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toContain(
    'marker25abc',
  )
})

function post(path: string): Request {
  return new Request(`https://management.azure.com${path}?api-version=2025-05-01`, {
    method: 'POST',
    headers: { Authorization: 'Bearer x' },
  })
}
