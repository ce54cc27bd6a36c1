import { describe, expect, test } from 'vitest'
import { hub, idOf } from '../../../tests/support/resources.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import { heldBy, heldInHub } from './held-by.ts'

const HUB = idOf('virtualHubs', 'hub-weu')
const base = hub('hub-weu')

/** The same envelope for each; what differs is what the rule reads. */
function made(id: string, own: object): Resource {
  return { ...base, ...own, id, key: keyOf(id) }
}

const GATEWAY = made(idOf('vpnGateways', 'vpngw'), { kind: 'vpnGateway', virtualHubId: HUB })
const CONNECTION = made(`${GATEWAY.id}/vpnConnections/branch`, {
  kind: 'vpnConnection',
  gatewayId: GATEWAY.id.toUpperCase(),
  siteId: idOf('vpnSites', 'site'),
  links: [],
})
const SITE = made(idOf('vpnSites', 'site'), { kind: 'vpnSite', links: [] })

const estate: Pick<Estate, 'resources' | 'links'> = {
  resources: new Map([GATEWAY, CONNECTION, SITE].map((one) => [one.key, one])),
  links: (key) => (key === SITE.key ? [{ role: 'Connections', id: CONNECTION.id, direction: 'usedBy' }] : []),
}

const NETWORK = idOf('virtualNetworks', 'spoke')

describe('what is in a hub holds the hub', () => {
  test.each<[what: string, resource: Resource, besides: string[]]>([
    ['the hub itself', made(HUB, { kind: 'virtualHub' }), []],
    [
      'a virtual network connection, and its network',
      made(`${HUB}/hubVirtualNetworkConnections/c`, {
        kind: 'hubVirtualNetworkConnection',
        hubId: HUB,
        remoteVirtualNetworkId: NETWORK,
      }),
      [NETWORK],
    ],
    ['a route table', made(`${HUB}/hubRouteTables/t`, { kind: 'hubRouteTable', hubId: HUB }), []],
    ['a routing intent', made(`${HUB}/routingIntent/i`, { kind: 'routingIntent', hubId: HUB }), []],
    ['a BGP peer', made(`${HUB.toUpperCase()}/bgpConnections/p`, { kind: 'other' }), []],
    ['its VPN gateway', GATEWAY, [GATEWAY.id]],
    [
      'its point-to-site gateway, and its server configuration',
      made(idOf('p2sVpnGateways', 'p'), {
        kind: 'p2sVpnGateway',
        virtualHubId: HUB,
        vpnServerConfigurationId: idOf('vpnServerConfigurations', 'v'),
      }),
      [idOf('p2sVpnGateways', 'p'), idOf('vpnServerConfigurations', 'v')],
    ],
    ['a site connection, its gateway and its site', CONNECTION, [GATEWAY.id, SITE.id]],
  ])('%s', (_, resource, besides) => {
    const { holds, hub: waitsFor } = heldInHub(resource, estate)
    expect(new Set(holds)).toEqual(new Set([HUB, ...besides].map(keyOf)))
    expect(waitsFor && keyOf(waitsFor)).toBe(keyOf(HUB))
  })

  test('a site holds what its connections hold, and waits for no router', () => {
    expect(new Set(heldInHub(SITE, estate).holds)).toEqual(new Set([SITE.id, GATEWAY.id, HUB].map(keyOf)))
    expect(heldInHub(SITE, estate).hub).toBeUndefined()
  })

  test('a connection whose gateway was not read holds the gateway', () => {
    expect(heldBy(CONNECTION)).toContain(keyOf(GATEWAY.id))
  })
})
