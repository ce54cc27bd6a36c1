import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import type { TabId } from '../../src/model/resources/tabs.ts'
import { eventually, heading, visit } from '../support/app.ts'

function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}

async function open(name: string, tab: TabId, faults: Fault[] = []) {
  const visited = await visit(resourcePath(idOf(name), tab), { faults })
  await heading(name)
  return visited
}

async function says(text: RegExp | string): Promise<void> {
  await waitFor(() => expect(document.body).toHaveTextContent(text), { timeout: 60_000, interval: 250 })
}

const refused = (path: string): Fault => ({
  kind: 'status',
  method: 'POST',
  path,
  status: 409,
  code: 'AnotherOperationInProgress',
  message: 'Another operation is in progress.',
  times: 1,
})

test('overview: each tunnel is a link in the picture and a row in the table, and one that is down leads to why', async () => {
  await open('vgw-weu-prod', 'overview')
  const picture = await eventually('region', 'From on-premises to Azure')
  for (const name of ['lng-gdansk', 'lng-rotterdam-dc', 'cn-weu-to-gdansk', 'Instance 0', 'vnet-hub-weu'])
    expect(await within(picture).findByRole('link', { name })).toBeInTheDocument()
  const down = await within(picture).findByRole('link', { name: 'Instance 1: NotConnected' })
  expect(down).toHaveAttribute('href', resourcePath(idOf('cn-weu-to-gdansk'), 'why'))
  expect(within(picture).getByRole('link', { name: /peered VNets/ })).toBeInTheDocument()

  const tunnels = await eventually('region', 'Tunnels')
  expect(tunnels).toHaveTextContent('3 of 4 connected')
  const row = within(tunnels).getByRole('row', { name: /^NotConnected cn-weu-to-gdansk Instance 1 198/ })
  expect(within(row).getByRole('link', { name: 'See why' })).toHaveAttribute(
    'href',
    down.getAttribute('href'),
  )
  expect(within(tunnels).getAllByRole('link', { name: 'Details' })).toHaveLength(3)
})

test('overview of a Basic gateway, which tells no tunnel, and of one whose connections may not be read', async () => {
  await open('vgw-lab-basic', 'overview')
  const tunnels = await eventually('region', 'Tunnels')
  await waitFor(() => expect(tunnels).toHaveTextContent('tunnels not told'), { timeout: 30_000 })

  const scope = idOf('cn-weu-to-gdansk').split('/').slice(0, 5).join('/')
  await open('vgw-weu-prod', 'overview', [
    { kind: 'forbidden', scope, action: 'Microsoft.Network/connections/read' },
  ])
  await says('so it is not known whether any uses this gateway')
})

test('configuration: limits of the SKU, what it lacks, NAT rules with their users, and the way to each form', async () => {
  await open('vgw-eus-prod', 'configuration')
  const sku = await eventually('region', 'SKU')
  expect(sku).toHaveTextContent(/Throughput, benchmark\s*2.5.Gbps/)
  expect(within(sku).getByRole('link', { name: 'Change SKU' })).toHaveAttribute(
    'href',
    `${resourcePath(idOf('vgw-eus-prod'))}?do=sku`,
  )
  expect(await eventually('region', 'BGP')).toHaveTextContent(/AS number\s*65040/)
  const rules = (await screen.findAllByRole('region', { name: 'NAT rules' }))[0]
  await waitFor(() => expect(rules).toHaveTextContent('nat-dallas-in'), { timeout: 60_000 })
  expect(rules).toHaveTextContent('cn-eus-to-dallas')

  await open('vgw-lab-basic', 'configuration')
  await says(/Does not have\s*BGP, active-active mode/)
  await says('Basic is not retired')
  await says('Basic does not have NAT rules')
})

test('configuration: NAT rules that cannot be read say why, and the rest stands', async () => {
  await open('vgw-eus-prod', 'configuration', [
    {
      kind: 'status',
      method: 'GET',
      path: '/natRules',
      status: 403,
      code: 'AuthorizationFailed',
      message: 'No.',
    },
  ])
  await says(/The NAT rules of vgw-eus-prod could not be read/)
  expect(screen.getByRole('region', { name: 'SKU' })).toHaveTextContent('VpnGw3AZ')
})

test('connections: each with its tunnels by instance', async () => {
  await open('vgw-weu-prod', 'connections')
  await says(/Instance 0: Connected\s*,?\s*Instance 1: NotConnected/)
  expect(
    screen.getByRole('row', { name: /cn-weu-to-rotterdam lng-rotterdam-dc .* IPsec IKEv2 on/ }),
  ).toBeVisible()
})

test('point-to-site: who is connected is asked on demand; somebody is named before being cut off, and is gone after', async () => {
  const { user, requests } = await open('vgw-swc-people', 'point-to-site')
  await says('contoso-p2s-root')
  expect(document.body).not.toHaveTextContent('SECRET')
  const asked = () => requests.filter((one) => one.includes('getVpnClientConnectionHealth'))
  const button = await eventually('button', 'Read the connected clients')
  expect(asked()).toEqual([])
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'), { timeout: 30_000 })
  await user.click(button)
  await user.click(await eventually('checkbox', 'Choose i.lindqvist@contoso.com'))
  await user.click(await eventually('button', 'Disconnect 1 client'))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('i.lindqvist@contoso.com, from 203.0.113.214')
  expect(dialog).not.toHaveTextContent('e.sandberg')
  await user.click(within(dialog).getByRole('button', { name: 'Disconnect 1 client' }))
  await says('Azure has cut them off')
  const clients = await eventually('region', 'Connected clients')
  await user.click(within(clients).getByRole('button', { name: 'Read again' }))
  await waitFor(() => expect(clients).not.toHaveTextContent('i.lindqvist'), { timeout: 60_000 })
  expect(clients).toHaveTextContent('e.sandberg')
})

test('point-to-site: a right that is missing is said before anything is pressed', async () => {
  await open('vgw-swc-people', 'point-to-site', [
    {
      kind: 'forbidden',
      scope: idOf('vgw-swc-people'),
      action: 'Microsoft.Network/virtualNetworkGateways/getvpnclientconnectionhealth/action',
    },
  ])
  const clients = await eventually('region', 'Connected clients')
  await waitFor(() => expect(clients).toHaveTextContent('Your account may not do this to vgw-swc-people'), {
    timeout: 60_000,
  })
})

test('point-to-site: the address of a profile is in no page, address or storage', async () => {
  const { user } = await open('vgw-swc-people', 'point-to-site')
  const button = await eventually('button', 'Download profile')
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'), { timeout: 30_000 })
  await user.click(button)
  await says('The profile is made')
  const kept = JSON.stringify([{ ...sessionStorage }, { ...localStorage }, window.location.href])
  expect(document.documentElement.outerHTML + kept).not.toMatch(/sig=|blob\.storage/)
})

test('BGP: peers of each instance with whose they are; a busy gateway says so, and is asked again', async () => {
  const { user } = await open('vgw-weu-prod', 'bgp', [refused('/getBgpPeerStatus')])
  await says(/vgw-weu-prod was asked for the BGP peers, and they were not read/)
  await says('AnotherOperationInProgress')
  expect(screen.getByRole('alert')).toHaveTextContent('Correlation id')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  const second = await eventually('region', 'Instance 1')
  expect(second).toHaveTextContent('2 of 3 sessions connected')
  const row = within(second).getByRole('row', { name: /^Connecting no session yet 10\.64\.0\.254/ })
  expect(within(row).getByRole('link', { name: 'lng-gdansk' })).toBeInTheDocument()
  expect(second).toHaveTextContent('Instance 0 of this gateway')
})

test('BGP: a lost answer, and a gateway without BGP', async () => {
  await open('vgw-weu-prod', 'bgp', [
    { kind: 'dropped', method: 'POST', path: '/getBgpPeerStatus', lost: 'answer' },
  ])
  await says(/The answer did not come/)
  await open('vgw-sea-prod', 'bgp')
  await says('BGP is not enabled on vgw-sea-prod')
})

test('routes: searched, filtered, saved and compared; a slow question says how long it takes and can be stopped', async () => {
  const { user, emulator } = await open('vgw-weu-prod', 'routes', [
    { kind: 'slow', path: '/getLearnedRoutes', ms: 60_000 },
  ])
  const learned = await eventually('region', 'Learned routes')
  await waitFor(() => expect(learned).toHaveTextContent('It usually takes 5 to 60'), { timeout: 60_000 })
  await user.click(within(learned).getByRole('button', { name: 'Stop' }))
  await emulator.control({ do: 'faults', faults: [] })
  await user.click(await within(learned).findByRole('button', { name: /Read/ }))
  const table = await screen.findByRole('table', { name: 'Learned routes' }, { timeout: 60_000 })
  const rows = () => within(table).getAllByRole('row').length - 1
  const all = rows()
  expect(all).toBeGreaterThan(20)

  await user.type(within(learned).getByLabelText('Search'), '10.64.0.77')
  await waitFor(() => expect(rows()).toBe(1), { timeout: 30_000 })
  await user.clear(within(learned).getByLabelText('Search'))
  await user.selectOptions(within(learned).getByLabelText('Origin'), 'IBgp')
  await waitFor(() => expect(rows()).toBeLessThan(all), { timeout: 30_000 })
  expect(within(table).queryByText('EBgp')).toBeNull()

  let saved = ''
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) void blob.text().then((text) => (saved = text))
    return 'blob:x'
  })
  await user.click(within(learned).getByRole('button', { name: 'Export CSV' }))
  await waitFor(() => expect(saved).toMatch(/^Network,Next hop,Source peer/))
  create.mockRestore()
  expect(saved.trim().split('\r\n')).toHaveLength(rows() + 1)

  await user.click(within(learned).getByLabelText('Compare two peers'))
  await user.selectOptions(within(learned).getByLabelText('Peer'), '10.64.0.254 10.20.0.4')
  await user.selectOptions(within(learned).getByLabelText('compared with'), '10.66.0.1 10.20.0.4')
  const only = await screen.findByRole('region', { name: 'Only from 10.64.0.254 at Instance 0' })
  expect(only).toHaveTextContent('10.64.0.0/20')
  expect(screen.getByRole('region', { name: 'Only from 10.66.0.1 at Instance 0' })).toHaveTextContent(
    '10.66.0.0/16',
  )
})

test('routes: what is advertised to one peer is asked for that peer', async () => {
  const { user, requests } = await open('vgw-weu-prod', 'routes')
  const advertised = await eventually('region', 'Advertised routes')
  const button = within(advertised).getByRole('button', { name: 'Read the advertised routes' })
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'), { timeout: 30_000 })
  await user.selectOptions(within(advertised).getByRole('combobox'), '10.66.0.1')
  const again = within(advertised).getByRole('button', { name: 'Read the advertised routes' })
  await user.click(again)
  const table = await screen.findByRole(
    'table',
    { name: 'Routes advertised to 10.66.0.1' },
    { timeout: 60_000 },
  )
  expect(table).toHaveTextContent('10.20.0.0/16')
  expect(requests.some((one) => one.includes('getAdvertisedRoutes?peer=10.66.0.1'))).toBe(true)
})
