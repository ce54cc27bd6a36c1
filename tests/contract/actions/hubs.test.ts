import { describe, expect, it } from 'vitest'
import { psk } from '../../../src/emulator/estates/contoso/places.ts'
import { act, idOf, openContoso, properties } from './contoso.ts'

const BOTH = ['Azure-AsyncOperation', 'Location']
const LINK = 'branch-lyon/vpnLinkConnections/link-orange'
const url = expect.stringMatching(/^https:\/\/vpnprofiles\.blob\.storage\.example\/\S+&sp=r/)

/** ARM contract 7.2 and 9.7 to 9.9: what is asked, the headers of the start, and the result. */
const STARTED: [name: string, action: string, body: unknown, headers: string[], result: unknown][] = [
  ['vhub-sea-01', 'effectiveRoutes', undefined, BOTH, { value: expect.any(Array) }],
  ['rs-swc-01/bgpConnections/nva-swc-01', 'learnedRoutes', undefined, ['Location'], expect.anything()],
  ['rs-swc-01/bgpConnections/nva-swc-01', 'advertisedRoutes', undefined, ['Location'], expect.anything()],
  ['vpngw-vhub-weu-01', 'reset?ipConfigurationId=Instance1', undefined, BOTH, null],
  ['vpngw-vhub-weu-01', 'startpacketcapture', {}, BOTH, null],
  ['branch-lyon', 'startpacketcapture', { linkConnectionNames: ['link-orange'] }, BOTH, null],
  [LINK, 'resetconnection', undefined, BOTH, null],
  [LINK, 'getikesas', undefined, BOTH, expect.stringMatching(/^\{"IkeSAs":\[\{/)],
  ['p2s-vhub-weu-01', 'reset', undefined, BOTH, null],
  ['p2s-vhub-weu-01', 'disconnectP2sVpnConnections', { vpnConnectionIds: [] }, ['Location'], null],
  ['p2s-vhub-weu-01', 'generatevpnprofile', { authenticationMethod: 'EAPTLS' }, BOTH, { profileUrl: url }],
  ['p2s-vhub-weu-01', 'getP2sVpnConnectionHealth', undefined, BOTH, expect.anything()],
  ['vwan-contoso', 'vpnServerConfigurations', undefined, BOTH, expect.anything()],
]

describe('what is asked of a hub and its gateways', () => {
  it.each(STARTED)('%s %s', async (name, action, body, headers, result) => {
    const emulator = openContoso()
    const [root = '', ...rest] = name.split('/')
    const asked = rest.length === 0 ? action : `${rest.join('/')}/${action}`
    const { started, result: end } = await act(emulator, root, asked, body)
    expect(started.status).toBe(202)
    expect(BOTH.filter((header) => started.headers.has(header))).toEqual(headers)
    expect(end.status).toBe(200)
    expect(end.body).toEqual(result)
  })

  it('is refused where the link is not there', async () => {
    const { started } = await act(openContoso(), 'branch-lyon', 'vpnLinkConnections/none/getikesas')
    expect([started.status, started.body.error.code]).toEqual([404, 'NotFound'])
  })
})

describe('the key of a link', () => {
  const KEYS = `${idOf('branch-antwerp')}/vpnLinkConnections/link-proximus/sharedKeys`

  it('is shown by its length, but to who asks for it by its own action', async () => {
    const emulator = openContoso()
    const length = psk('antwerp').length
    const { body } = await emulator.ask('GET', `${KEYS}/default`)
    expect(body.properties).toEqual({ provisioningState: 'Succeeded', sharedKeyLength: length })
    expect((await emulator.ask('GET', KEYS)).body.value).toEqual([body])
    const shown = await emulator.ask('POST', `${KEYS}/default/listSharedKey`)
    expect(shown.body.properties.sharedKey).toBe(psk('antwerp'))
  })

  it('once changed takes the tunnels down, until the device has it', async () => {
    const emulator = openContoso()
    const put = await emulator.ask('PUT', `${KEYS}/default`, { properties: { sharedKey: 'a-new-one' } })
    expect([put.status, put.headers.has('Azure-AsyncOperation')]).toEqual([200, true])
    emulator.pass(60)
    const status = async () =>
      (await properties(emulator, 'branch-antwerp')).vpnLinkConnections[0].properties.connectionStatus
    expect(await status()).toBe('NotConnected')
    await emulator.control({ do: 'farSide', connection: idOf('branch-antwerp'), device: 'up' })
    expect(await status()).toBe('Connected')
    expect(JSON.stringify((await emulator.ask('GET', idOf('branch-antwerp'))).body)).not.toContain(
      'a-new-one',
    )
  })

  it('that Azure makes has the length that was asked for', async () => {
    const emulator = openContoso()
    await emulator.ask('PUT', `${KEYS}/default`, { properties: { sharedKeyLength: 20 } })
    emulator.pass(60)
    const { body } = await emulator.ask('POST', `${KEYS}/default/listSharedKey`)
    expect(body.properties.sharedKey).toMatch(/^\w{20}$/)
  })
})

it('a reset of one instance takes down what is up by no other', async () => {
  const emulator = openContoso()
  const sas = async () =>
    JSON.parse(
      (await act(emulator, 'branch-lyon', 'vpnLinkConnections/link-orange/getikesas', undefined, 10)).result
        .body,
    ).IkeSAs.length
  expect(await sas()).toBe(2)
  await act(emulator, 'vpngw-vhub-weu-01', 'reset?ipConfigurationId=Instance0', undefined, 20)
  expect(await sas()).toBe(1)
  expect(
    (await properties(emulator, 'branch-lyon')).vpnLinkConnections.map(
      (link: { properties: { connectionStatus: string } }) => link.properties.connectionStatus,
    ),
  ).toEqual(['Connected', 'NotConnected'])
  const wrong = await emulator.ask('POST', `${idOf('vpngw-vhub-sea-01')}/reset?ipConfigurationId=Instance7`)
  expect(wrong.status).toBe(400)
})

it('the configuration of sites goes to the blob that was named, with the keys', async () => {
  const emulator = openContoso()
  const outputBlobSasUrl = 'https://acc.blob.core.windows.net/vpn/sites.json?sp=rw&sig=x'
  await act(emulator, 'vwan-contoso', 'vpnConfiguration', {
    vpnSites: [idOf('site-lyon'), idOf('site-hanoi')],
    outputBlobSasUrl,
  })
  const file = await emulator.file({ do: 'blob', url: outputBlobSasUrl })
  const configurations = JSON.parse(file.is === 'file' ? file.text : '')
  expect(configurations.map((one: { vpnSiteConfiguration: unknown }) => one.vpnSiteConfiguration)).toEqual([
    { Name: 'site-lyon', IPAddress: '203.0.113.30', LinkName: 'link-orange' },
    { Name: 'site-lyon', IPAddress: '203.0.113.31', LinkName: 'link-sfr' },
    { Name: 'site-hanoi', IPAddress: '203.0.113.40', LinkName: 'link-fpt' },
  ])
  const [connection] = configurations[0].vpnSiteConnections
  expect(connection.gatewayConfiguration.IpAddresses).toEqual({
    Instance0: '192.0.2.10',
    Instance1: '192.0.2.11',
  })
  expect(connection.connectionConfiguration).toMatchObject({ IsBgpEnabled: true, PSK: psk('lyon-orange') })
  expect(connection.hubConfiguration.AddressSpace).toBe('10.100.0.0/23')
})
