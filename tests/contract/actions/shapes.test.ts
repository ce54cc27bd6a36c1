import { describe, expect, it } from 'vitest'
import { psk } from '../../../src/emulator/estates/contoso/places.ts'
import { act, idOf, openContoso } from './contoso.ts'

const BOTH = ['Azure-AsyncOperation', 'Location']
const CLIENT_POLICY = {
  saLifeTimeSeconds: 86_473,
  saDataSizeKilobytes: 429_497,
  ipsecEncryption: 'AES256',
  ipsecIntegrity: 'SHA256',
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA384',
  dhGroup: 'DHGroup2',
  pfsGroup: 'PFS2',
}
const url = expect.stringMatching(
  /^https:\/\/vpnprofiles\.blob\.storage\.example\/\S+\/vpnclientconfiguration\.zip\?\S*&st=2026\S+&se=2026\S+&sp=r/,
)
const list = { value: expect.any(Array) }

/** ARM contract 7.2: headers of the start, whether its body is `null` or empty, and what the result is. */
const STARTED: [
  name: string,
  action: string,
  body: unknown,
  headers: string[],
  first: null | undefined,
  result: unknown,
][] = [
  ['vgw-weu-prod', 'getBgpPeerStatus', undefined, ['Location'], null, list],
  ['vgw-weu-prod', 'getLearnedRoutes', undefined, ['Location'], null, list],
  ['vgw-weu-prod', 'getAdvertisedRoutes?peer=10.66.0.1', undefined, ['Location'], null, list],
  ['vgw-weu-prod', 'getEffectiveRoutes', undefined, ['Location'], null, list],
  ['vgw-swc-people', 'getVpnClientConnectionHealth', undefined, ['Location'], null, list],
  ['vgw-weu-prod', 'getVpnClientConnectionHealth', undefined, ['Location'], null, { value: [] }],
  ['vgw-swc-people', 'generatevpnprofile', {}, ['Location'], null, url],
  ['vgw-swc-people', 'generatevpnclientpackage', {}, ['Location'], null, url],
  ['vgw-swc-people', 'getvpnprofilepackageurl', undefined, ['Location'], null, url],
  [
    'cn-weu-to-rotterdam',
    'getikesas',
    undefined,
    ['Location'],
    null,
    expect.stringMatching(/^\{"IkeSAs":\[\{/),
  ],
  [
    'vgw-swc-people',
    'disconnectVirtualNetworkGatewayVpnConnections',
    { vpnConnectionIds: [] },
    ['Location'],
    undefined,
    null,
  ],
  ['vgw-weu-prod', 'reset', undefined, BOTH, undefined, null],
  ['vgw-weu-prod', 'reset?gatewayVip=None', undefined, BOTH, undefined, null],
  ['vgw-swc-people', 'setvpnclientipsecparameters', CLIENT_POLICY, BOTH, undefined, null],
  ['vgw-swc-people', 'resetvpnclientsharedkey', undefined, BOTH, undefined, null],
  ['vgw-weu-prod', 'startPacketCapture', {}, BOTH, undefined, '{"Status":"Successful","Data":""}'],
  [
    'cn-weu-to-rotterdam',
    'startPacketCapture',
    { filterData: '{}' },
    BOTH,
    undefined,
    '{"Status":"Successful","Data":""}',
  ],
  ['cn-weu-to-rotterdam', 'resetconnection', undefined, BOTH, undefined, null],
  ['cn-weu-to-rotterdam', 'sharedkey/reset', { keyLength: 128 }, BOTH, undefined, null],
]

describe('an action that takes its time', () => {
  it.each(STARTED)('%s %s', async (name, action, body, headers, first, expected) => {
    const emulator = openContoso()
    const { started, result } = await act(emulator, name, action, body)
    expect([started.status, started.body]).toEqual([202, first])
    for (const header of BOTH)
      expect([header, started.headers.has(header)]).toEqual([header, headers.includes(header)])
    expect(result.status).toBe(200)
    expect(result.body).toEqual(expected)
    expect(result.headers.get('Location')).not.toBeNull()
  })

  it('answers 202 null for its result until it has ended, and tells its operation the result', async () => {
    const emulator = openContoso()
    const { headers } = await emulator.ask('POST', `${idOf('vgw-weu-prod')}/startPacketCapture`, {})
    const early = await emulator.ask('GET', headers.get('Location') ?? '')
    expect([early.status, early.body]).toEqual([202, null])
    emulator.pass(60)
    const operation = await emulator.ask('GET', headers.get('Azure-AsyncOperation') ?? '')
    expect(operation.body).toEqual({
      status: 'Succeeded',
      properties: { output: '{"Status":"Successful","Data":""}' },
    })
  })

  it('ends a capture that nobody started as Azure does', async () => {
    const emulator = openContoso()
    const stop = { sasUrl: 'https://captures.example/x?sig=y' }
    const { started } = await act(emulator, 'vgw-weu-prod', 'stopPacketCapture', stop)
    const failed = await emulator.ask('GET', started.headers.get('Azure-AsyncOperation') ?? '')
    expect([failed.status, failed.body.status, failed.body.error.code]).toEqual([
      200,
      'Failed',
      'NoPacketCaptureResponseDataFound',
    ])
    await act(emulator, 'vgw-weu-prod', 'startPacketCapture', {})
    const { result } = await act(emulator, 'vgw-weu-prod', 'stopPacketCapture', stop)
    expect(result.body).toBe('{"Status":"Successful","Data":""}')
    const again = await act(emulator, 'vgw-weu-prod', 'stopPacketCapture', stop)
    const ended = await emulator.ask('GET', again.started.headers.get('Azure-AsyncOperation') ?? '')
    expect(ended.body.status).toBe('Failed')
  })

  it('tells a failure at its result where there is no operation to ask', async () => {
    const emulator = openContoso()
    await emulator.control({
      do: 'faults',
      faults: [
        { kind: 'failOperation', path: '/getLearnedRoutes', code: 'InternalServerError', message: 'No.' },
      ],
    })
    const { result } = await act(emulator, 'vgw-weu-prod', 'getLearnedRoutes')
    expect([result.status, result.body.error.code]).toEqual([400, 'InternalServerError'])
  })
})

describe('an action that answers at once', () => {
  it('lists devices as XML in a string, and gives a script with the key in it for one of them', async () => {
    const emulator = openContoso()
    const { started } = await act(emulator, 'vgw-weu-prod', 'supportedvpndevices')
    expect(started.status).toBe(200)
    expect(started.body).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?><rpvpndevicelist version="1\.0"><Vendor /,
    )
    const device = {
      vendor: 'Cisco',
      deviceFamily: 'Cisco-ISR(IOS)',
      firmwareVersion: 'Cisco-ISR-15.x--IKEv2+BGP',
    }
    for (const word of Object.values(device)) expect(started.body).toContain(`name="${word}"`)
    const script = await act(emulator, 'cn-weu-to-rotterdam', 'vpndeviceconfigurationscript', device)
    expect(script.started.status).toBe(200)
    for (const word of [
      psk('rotterdam'),
      '198.51.100.22',
      '198.51.100.23',
      'REPLACE',
      'CLEANUP',
      'GCMAES256',
    ])
      expect(script.started.body).toContain(word)
    const unknown = await act(emulator, 'cn-weu-to-rotterdam', 'vpndeviceconfigurationscript', {
      ...device,
      vendor: 'Nobody',
    })
    expect(unknown.started.status).toBe(400)
  })

  it('gives the secrets of RADIUS servers, and none where there are none', async () => {
    const emulator = openContoso()
    const { started } = await act(emulator, 'vgw-swc-people', 'listRadiusSecrets')
    expect(started.body).toEqual({
      value: [{ radiusServerAddress: '10.80.4.8', radiusServerSecret: 'contoso-radius-SECRET-swc-4tVn' }],
    })
    expect((await act(emulator, 'vgw-weu-prod', 'listRadiusSecrets')).started.body).toEqual({ value: [] })
  })

  it('gives the parameters of clients, as they were set', async () => {
    const emulator = openContoso()
    const { started } = await act(emulator, 'vgw-swc-people', 'getvpnclientipsecparameters')
    expect(Object.keys(started.body)).toEqual(Object.keys(CLIENT_POLICY))
    await act(emulator, 'vgw-swc-people', 'setvpnclientipsecparameters', CLIENT_POLICY)
    expect((await act(emulator, 'vgw-swc-people', 'getvpnclientipsecparameters')).started.body).toEqual(
      CLIENT_POLICY,
    )
  })
})

const REFUSED: [name: string, action: string, body: unknown, status: number, code: string][] = [
  ['vgw-weu-prod', 'getAdvertisedRoutes', undefined, 400, 'InvalidRequestFormat'],
  ['vgw-weu-prod', 'generatevpnprofile', {}, 400, 'VpnClientConfigurationNotSpecified'],
  ['vgw-weu-prod', 'stopPacketCapture', {}, 400, 'InvalidRequestFormat'],
  ['vgw-swc-people', 'setvpnclientipsecparameters', { dhGroup: 'None' }, 400, 'InvalidIpsecPolicy'],
  ['vgw-swc-people', 'disconnectVirtualNetworkGatewayVpnConnections', {}, 400, 'InvalidRequestFormat'],
  ['cn-weu-to-gdansk', 'sharedkey/reset', { keyLength: 129 }, 400, 'InvalidRequestFormat'],
  ['cn-weu-to-gdansk', 'sharedkey/reset', {}, 400, 'InvalidRequestFormat'],
  ['vgw-lab-basic', 'executeMigration', undefined, 400, 'VirtualNetworkGatewayMigrationPhaseNotValid'],
  // Being resized: what changes it has to wait.
  ['vgw.analytics.eus', 'reset', undefined, 429, 'RetryableError'],
  ['vgw.analytics.eus', 'startPacketCapture', {}, 429, 'RetryableError'],
]

describe('an action is refused', () => {
  it.each(REFUSED)('%s %s %j', async (name, action, body, status, code) => {
    const { started } = await act(openContoso(), name, action, body)
    expect([started.status, started.body.error.code]).toEqual([status, code])
  })

  it('on what is not there, by the front end', async () => {
    const emulator = openContoso()
    const answer = await emulator.ask('POST', `${idOf('vgw-weu-prod')}x/getBgpPeerStatus`)
    expect([answer.status, answer.body.error.code]).toEqual([404, 'ResourceNotFound'])
    expect(answer.headers.get('x-ms-failure-cause')).toBe('gateway')
  })

  it('while another one changes the same resource; one that reads is not', async () => {
    const emulator = openContoso()
    const gateway = idOf('vgw-weu-prod')
    expect((await emulator.ask('POST', `${gateway}/reset`)).status).toBe(202)
    expect((await emulator.ask('GET', gateway)).body.properties.provisioningState).toBe('Updating')
    expect((await emulator.ask('POST', `${gateway}/reset`)).status).toBe(429)
    expect((await emulator.ask('POST', `${gateway}/getLearnedRoutes`)).status).toBe(202)
    emulator.pass(900)
    expect((await emulator.ask('GET', gateway)).body.properties.provisioningState).toBe('Succeeded')
  })
})

it('migrates a gateway step by step, and tells how far it is', async () => {
  const emulator = openContoso()
  const phase = async () =>
    (await emulator.ask('GET', idOf('vgw-lab-basic'))).body.properties.virtualNetworkGatewayMigrationStatus
  const body = { migrationType: 'UpgradeDeploymentToStandardIP' }
  await act(emulator, 'vgw-lab-basic', 'prepareMigration', body, 1)
  expect(await phase()).toEqual({ state: 'InProgress', phase: 'Prepare' })
  emulator.pass(900)
  expect(await phase()).toEqual({ state: 'Succeeded', phase: 'PrepareSucceeded' })
  await act(emulator, 'vgw-lab-basic', 'executeMigration')
  await act(emulator, 'vgw-lab-basic', 'abortMigration')
  expect(await phase()).toEqual({ state: 'Succeeded', phase: 'AbortSucceeded' })
})
