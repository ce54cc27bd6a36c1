import { describe, expect, it } from 'vitest'
import { PUTS } from './bodies.ts'
import { NETWORK, testEmulator, withNetwork, type TestEmulator } from './emulator.ts'

/** Everything that can be written, written and settled. */
async function withEverything(): Promise<TestEmulator> {
  const emulator = await withNetwork(testEmulator())
  for (const [path, body] of PUTS) {
    await emulator.ask('PUT', `${NETWORK}/${path}`, body)
    emulator.pass(7200)
  }
  return emulator
}

describe('what a resource shows of those that use it', () => {
  it('is there while they are, and gone with them', async () => {
    const emulator = await withEverything()
    const properties = async (path: string) =>
      (await emulator.ask('GET', `${NETWORK}/${path}`)).body.properties
    const gateway = { id: `${NETWORK}/virtualNetworkGateways/gw/ipConfigurations/default` }

    expect((await properties('publicIPAddresses/gw-ip')).ipConfiguration).toEqual(gateway)
    expect((await properties('publicIPAddresses/gw-ip')).ipAddress).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
    const subnet = 'virtualNetworks/hub/subnets/GatewaySubnet'
    expect((await properties(subnet)).ipConfigurations).toEqual([gateway])
    expect((await properties('virtualWans/wan')).virtualHubs).toEqual(
      ['vhub', 'other'].map((name) => ({ id: `${NETWORK}/virtualHubs/${name}` })),
    )
    expect(await properties('virtualHubs/vhub')).toMatchObject({
      vpnGateway: { id: `${NETWORK}/vpnGateways/s2s` },
      p2SVpnGateway: { id: `${NETWORK}/p2sVpnGateways/p2s` },
      expressRouteGateway: { id: `${NETWORK}/expressRouteGateways/ergw` },
      azureFirewall: { id: `${NETWORK}/azureFirewalls/fw` },
    })

    for (const path of ['p2svpnGateways/p2s', 'connections/to-site', 'virtualNetworkGateways/gw']) {
      expect((await emulator.ask('DELETE', `${NETWORK}/${path}`)).status).toBe(202)
      emulator.pass(7200)
    }
    expect(await properties('virtualHubs/vhub')).not.toHaveProperty('p2SVpnGateway')
    expect(await properties('publicIPAddresses/gw-ip')).not.toHaveProperty('ipConfiguration')
    expect(await properties(subnet)).not.toHaveProperty('ipConfigurations')
  }, 30_000)
})
