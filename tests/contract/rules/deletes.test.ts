import { describe, expect, it } from 'vitest'
import { NETWORK } from '../emulator.ts'
import { connection, location, ref } from './bodies.ts'
import { withEverything } from './everything.ts'

describe('a DELETE of something in use', () => {
  it('is refused with 400 and its own code', async () => {
    const emulator = await withEverything()
    const circuitConnection = {
      properties: {
        expressRouteCircuitPeering: ref('expressRouteCircuits/circuit/peerings/AzurePrivatePeering'),
      },
    }
    await emulator.ask(
      'PUT',
      `${NETWORK}/expressRouteGateways/ergw/expressRouteConnections/circuit`,
      circuitConnection,
    )
    emulator.pass(7200)
    const held: [string, string][] = [
      ['virtualNetworks/hub', 'InUseSubnetCannotBeDeleted'],
      ['virtualNetworks/spoke', 'InUseVirtualNetworkCannotBeDeleted'],
      ['virtualNetworks/hub/subnets/GatewaySubnet', 'InUseSubnetCannotBeDeleted'],
      ['publicIPAddresses/gw-ip', 'PublicIPAddressCannotBeDeleted'],
      ['virtualNetworkGateways/gw', 'InUseVirtualNetworkGatewayCannotBeDeleted'],
      ['localNetworkGateways/site', 'InUseLocalNetworkGatewayCannotBeDeleted'],
      ['expressRouteCircuits/circuit', 'InUseExpressRouteCircuitCannotBeDeleted'],
      [
        'expressRouteCircuits/circuit/peerings/AzurePrivatePeering',
        'InUseExpressRouteCircuitPeeringCannotBeDeleted',
      ],
      ['virtualWans/wan', 'InUseVirtualWanCannotBeDeleted'],
      ['virtualHubs/vhub', 'InUseVirtualHubCannotBeDeleted'],
      ['virtualHubs/vhub/hubRouteTables/defaultRouteTable', 'InUseHubRouteTableCannotBeDeleted'],
      ['expressRouteGateways/ergw', 'InUseExpressRouteGatewayCannotBeDeleted'],
      ['vpnSites/branch', 'InUseVpnSiteCannotBeDeleted'],
      ['vpnGateways/s2s', 'InUseVpnGatewayCannotBeDeleted'],
      ['vpnServerConfigurations/people', 'InUseVpnServerConfigurationCannotBeDeleted'],
      ['azureFirewalls/fw', 'InUseAzureFirewallCannotBeDeleted'],
    ]
    for (const [path, code] of held) {
      const answer = await emulator.ask('DELETE', `${NETWORK}/${path}`)
      expect([path, answer.status, answer.body?.error?.code]).toEqual([path, 400, code])
    }
  }, 30_000)

  it('counts NAT rules, route maps and ports by who names them', async () => {
    const emulator = await withEverything()
    const uses: [path: string, body: object][] = [
      [
        'connections/to-site',
        connection({ egressNatRules: [ref('virtualNetworkGateways/gw/natRules/nat')] }),
      ],
      [
        'virtualHubs/vhub/hubVirtualNetworkConnections/spoke',
        {
          properties: {
            remoteVirtualNetwork: ref('virtualNetworks/spoke'),
            routingConfiguration: { inboundRouteMap: ref('virtualHubs/vhub/routeMaps/map') },
          },
        },
      ],
      [
        'expressRouteCircuits/direct',
        { location, properties: { expressRoutePort: ref('expressRoutePorts/port'), bandwidthInGbps: 5 } },
      ],
    ]
    for (const [path, body] of uses) {
      const answer = await emulator.ask('PUT', `${NETWORK}/${path}`, body)
      expect([path, answer.body.error]).toEqual([path, undefined])
      emulator.pass(7200)
    }
    const held = [
      ['virtualNetworkGateways/gw/natRules/nat', 'InUseNatRuleCannotBeDeleted'],
      ['virtualHubs/vhub/routeMaps/map', 'InUseRouteMapCannotBeDeleted'],
      ['expressRoutePorts/port', 'InUseExpressRoutePortCannotBeDeleted'],
    ]
    for (const [path, code] of held) {
      const answer = await emulator.ask('DELETE', `${NETWORK}/${path}`)
      expect([path, answer.status, answer.body?.error?.code]).toEqual([path, 400, code])
    }
  }, 30_000)
})
