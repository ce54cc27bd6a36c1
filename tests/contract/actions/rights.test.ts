import { describe, expect, it } from 'vitest'
import { contoso } from '../../../src/emulator/estates/contoso/contoso.ts'
import { testEmulator } from '../emulator.ts'
import { idOf } from './contoso.ts'

const BOSTON = 'cn-analytics-to-boston'
const ANALYTICS = 'vgw.analytics.eus'

/** Alex reads Production and may act on nothing there. */
const NEEDED: [name: string, action: string, right: string][] = [
  [BOSTON, 'getikesas', 'connections/getikesas/action'],
  [BOSTON, 'resetconnection', 'connections/resetconnection/action'],
  [BOSTON, 'sharedkey/reset', 'connections/sharedkey/reset/action'],
  [BOSTON, 'vpndeviceconfigurationscript', 'connections/vpndeviceconfigurationscript/action'],
  [ANALYTICS, 'getBgpPeerStatus', 'virtualNetworkGateways/getBgpPeerStatus/action'],
  [ANALYTICS, 'listRadiusSecrets', 'virtualNetworkGateways/listRadiusSecrets/action'],
  [ANALYTICS, 'reset', 'virtualNetworkGateways/reset/action'],
]

describe('an action needs its own right', () => {
  it.each(NEEDED)('%s %s', async (name, action, right) => {
    const emulator = testEmulator({ estates: [contoso] })
    const { status, body } = await emulator.ask('POST', `${idOf(name)}/${action}`, {})
    expect([status, body.error.code]).toEqual([403, 'AuthorizationFailed'])
    expect(body.error.message).toContain(`action 'Microsoft.Network/${right}' over scope '${idOf(name)}'`)
  })

  it('that Network Contributor has', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    for (const action of ['getikesas', 'sharedkey/reset'])
      expect(
        (await emulator.ask('POST', `${idOf('cn-weu-to-lodz')}/${action}`, { keyLength: 9 })).status,
      ).toBe(202)
  })
})

it('a lock against changes forbids every action, one against deleting none', async () => {
  const [scope = ''] = idOf('vgw-weu-prod').split('/providers/')
  const locked = (level: 'ReadOnly' | 'CanNotDelete') =>
    testEmulator({ estates: [{ ...contoso, locks: [{ scope, name: 'lock', level }] }] })
  for (const action of ['getBgpPeerStatus', 'reset', 'supportedvpndevices']) {
    const held = await locked('ReadOnly').ask('POST', `${idOf('vgw-weu-prod')}/${action}`)
    expect([held.status, held.body.error.code]).toEqual([409, 'ScopeLocked'])
    const free = await locked('CanNotDelete').ask('POST', `${idOf('vgw-weu-prod')}/${action}`)
    expect(free.status).toBeLessThan(300)
  }
})
