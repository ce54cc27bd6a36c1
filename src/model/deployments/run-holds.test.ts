import { expect, test } from 'vitest'
import { idOf } from '../../../tests/support/resources.ts'
import { keyOf } from '../paths.ts'
import { heldByRun } from './run-holds.ts'

const [WAN, HUB, GATEWAY, NETWORK, SITE] = [
  idOf('virtualWans', 'vwan'),
  idOf('virtualHubs', 'vhub'),
  idOf('vpnGateways', 'vpngw'),
  idOf('virtualNetworks', 'vnet'),
  idOf('vpnSites', 'site'),
] as const

const TYPES: Readonly<Record<string, string>> = {
  [HUB]: 'virtualHubs',
  [SITE]: 'vpnSites',
  [`${GATEWAY}/vpnConnections/c`]: 'vpnGateways/vpnConnections',
  [`${HUB}/hubVirtualNetworkConnections/c`]: 'virtualHubs/hubVirtualNetworkConnections',
}

test.each<[what: string, makes: string[], uses: string[], holds: string[]]>([
  [
    'a site that is connected',
    [SITE, `${GATEWAY}/vpnConnections/c`],
    [WAN, HUB, GATEWAY],
    [SITE, GATEWAY, HUB],
  ],
  ['a hub in a WAN that is there', [HUB], [WAN], [HUB, WAN]],
  [
    'a network that a hub takes in',
    [`${HUB}/hubVirtualNetworkConnections/c`],
    [HUB, NETWORK],
    [HUB, NETWORK],
  ],
])('a run holds what it writes into: %s', (_, makes, uses, holds) => {
  const resources = makes.map((id) => ({
    id,
    type: `Microsoft.Network/${TYPES[id] ?? ''}`,
    settings: '',
    dependsOn: [],
  }))
  expect(new Set(heldByRun({ resources, uses }))).toEqual(new Set(holds.map(keyOf)))
})
