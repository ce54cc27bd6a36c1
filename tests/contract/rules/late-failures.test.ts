import { describe, expect, it } from 'vitest'
import { NETWORK, SUBSCRIPTION } from '../emulator.ts'
import { idOf, onContoso } from '../on-contoso.ts'
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

it('a connection to a circuit ends well once its provider is done and its private peering is there', async () => {
  const { emulator } = onContoso()
  const [circuit, gateway] = [idOf('er-ams-equinix-1'), idOf('ergw-weu-prod')]
  const put = async (id: string, body: object): Promise<[started: number, status: string, code?: string]> => {
    const started = await emulator.ask('PUT', id, body)
    emulator.pass(7200)
    const { body: end } = await emulator.ask('GET', started.headers.get('Azure-AsyncOperation') ?? '')
    return [started.status, end.status, end.error?.code]
  }
  const connect = () =>
    put(gateway.replace(/virtualNetworkGateways\/.*$/, 'connections/cn-early'), {
      location: 'westeurope',
      properties: {
        connectionType: 'ExpressRoute',
        virtualNetworkGateway1: { id: gateway },
        peer: { id: circuit },
      },
    })

  expect(await connect()).toEqual([201, 'Failed', 'ServiceProviderNotProvisioned'])
  await emulator.control({ do: 'provider', circuit, act: 'provision' })
  emulator.pass(7200)
  expect(await connect()).toEqual([200, 'Failed', 'ExpressRouteCircuitPrivatePeeringMissing'])
  const made = await put(
    `${circuit}/peerings/AzurePrivatePeering`,
    peering({ primaryPeerAddressPrefix: '172.31.0.0/30', secondaryPeerAddressPrefix: '172.31.0.4/30' }),
  )
  expect(made).toEqual([201, 'Succeeded', undefined])
  expect(await connect()).toEqual([200, 'Succeeded', undefined])
}, 30_000)
