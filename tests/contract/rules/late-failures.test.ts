import { describe, expect, it } from 'vitest'
import { NETWORK, SUBSCRIPTION } from '../emulator.ts'
import { peering, ref, site } from './bodies.ts'
import { withEverything } from './everything.ts'

/** What lies there cannot be seen, so it is not looked at. */
const OTHERS = '99999999-9999-4999-8999-999999999999'

describe('a PUT that is accepted and fails', () => {
  it.each([
    [
      'InvalidConnectedSiteId',
      'vpnGateways/s2s/vpnConnections/branch',
      { properties: { remoteVpnSite: ref('vpnSites/branch') } },
    ],
    [
      'InvalidConnectedSiteId',
      'vpnGateways/s2s/vpnConnections/other',
      { properties: { remoteVpnSite: ref('vpnSites/none') } },
    ],
    [
      'ServiceProviderNotProvisioned',
      'expressRouteGateways/ergw/expressRouteConnections/other',
      {
        properties: {
          expressRouteCircuitPeering: ref('expressRouteCircuits/circuit/peerings/AzurePrivatePeering'),
        },
      },
    ],
    [
      'InvalidSkuTypeForMicrosoftPeering',
      'expressRouteCircuits/circuit/peerings/MicrosoftPeering',
      peering({ vlanId: 200 }),
    ],
    [
      'InitiatingCircuitNotProvisioned',
      'expressRouteCircuits/circuit/peerings/AzurePrivatePeering/connections/reach',
      {
        properties: {
          peerExpressRouteCircuitPeering: {
            id: ref('expressRouteCircuits/x/peerings/AzurePrivatePeering').id.replace(SUBSCRIPTION, OTHERS),
          },
          addressPrefix: '192.168.250.0/29',
        },
      },
    ],
    [
      'InternalError',
      'localNetworkGateways/site',
      site({ bgpSettings: { asn: 65050, bgpPeeringAddress: '11.0.0.257' } }),
    ],
  ])(
    'ends with %s',
    async (code, path, body) => {
      const emulator = await withEverything()
      const started = await emulator.ask('PUT', `${NETWORK}/${path}`, body)
      expect([200, 201]).toContain(started.status)
      emulator.pass(7200)
      const poll = await emulator.ask('GET', started.headers.get('Azure-AsyncOperation') ?? '')
      expect([poll.status, poll.body.status, poll.body.error?.code]).toEqual([200, 'Failed', code])
      const read = await emulator.ask('GET', `${NETWORK}/${path}`)
      expect(read.body.properties.provisioningState).toBe('Failed')
    },
    30_000,
  )
})
