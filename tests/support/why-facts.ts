import type { Activity } from '../../src/model/diagnostics/activity.ts'
import type { BgpPeer } from '../../src/model/diagnostics/bgp-peer.ts'
import type { IkeAssociation } from '../../src/model/diagnostics/ike-association.ts'
import type { HubError } from '../../src/model/errors.ts'
import type { Tunnel } from '../../src/model/resources/vpn.ts'
import { known, type Asked } from '../../src/model/why/asked.ts'
import type { Facts } from '../../src/model/why/facts.ts'
import type { Cause, Finding } from '../../src/model/why/finding.ts'
import { connection, gateway, idOf, network, READ_AT, site } from './resources.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const NOW = READ_AT

/** The gateway's two addresses. */
const VIPS = ['198.51.100.22', '198.51.100.23']

export const tunnel = (instance: 0 | 1, connectionStatus: string, change: Partial<Tunnel> = {}): Tunnel => ({
  name: `cn_${VIPS[instance] ?? ''}`,
  connectionStatus,
  lastEstablished: new Date(NOW - 20 * DAY).toISOString(),
  ...change,
})

export const UP = connection('cn', { tunnels: [tunnel(0, 'Connected'), tunnel(1, 'Connected')] })
export const PARTLY = connection('cn', { tunnels: [tunnel(0, 'Connected'), tunnel(1, 'NotConnected')] })
export const DOWN = connection('cn', {
  connectionStatus: 'NotConnected',
  tunnels: [tunnel(0, 'NotConnected'), tunnel(1, 'NotConnected')],
})
/** Down, and up within the days that the activity log is asked for. */
export const FELL = connection('cn', {
  ...DOWN,
  tunnels: DOWN.tunnels.map((one) => ({ ...one, lastEstablished: new Date(NOW - 2 * DAY).toISOString() })),
})
export const NEVER_UP = connection('cn', {
  connectionStatus: 'NotConnected',
  tunnels: DOWN.tunnels.map(({ name, connectionStatus = '' }) => ({ name, connectionStatus })),
})
export const UNKNOWN = connection('cn', { connectionStatus: 'Unknown' })

export const act = (operation: string, ago: number, change: Partial<Activity> = {}): Activity => ({
  correlationId: `${operation} ${ago}`,
  operation: `Microsoft.Network/${operation}`,
  status: 'Succeeded',
  resourceId: UP.id,
  caller: 'a.nowak@contoso.com',
  startedAt: NOW - ago,
  endedAt: NOW - ago,
  ...change,
})

export const setKey = (ago: number) => act('connections/sharedKey/write', ago)

export const association = (instance: 0 | 1, change: Partial<IkeAssociation> = {}): IkeAssociation => ({
  localEndpoint: VIPS[instance] ?? '',
  remoteEndpoint: '203.0.113.18',
  lifetimeSeconds: 28_800,
  elapsedSeconds: 3_600,
  childAssociations: [{ localSelectors: ['0.0.0.0/0'], remoteSelectors: ['0.0.0.0/0'], raw: {} }],
  raw: {},
  ...change,
})

export const peer = (instance: 0 | 1, change: Partial<BgpPeer> = {}): BgpPeer => ({
  localAddress: `10.20.255.${instance + 4}`,
  neighbor: '10.64.0.254',
  asn: 64_620,
  state: 'Connected',
  routesReceived: 4,
  ...change,
})

export const REFUSED: Asked<never> = {
  is: 'failed',
  error: {
    kind: 'forbidden',
    code: 'AuthorizationFailed',
    message: 'Not allowed.',
    status: 403,
    details: [],
  } satisfies HubError,
}

const VNET = network('vnet')

/** An active-active gateway and its site, everything read and nothing remarkable; a test says only what it is about. */
export function facts(change: Partial<Facts> = {}): Facts {
  return {
    now: NOW,
    connection: UP,
    gateway: known(
      gateway('vgw', {
        activeActive: true,
        enableBgp: true,
        vpnType: 'RouteBased',
        bgp: { asn: 65_515, addresses: [] },
        ipConfigurations: VIPS.map((_, index) => ({
          name: `ip${index}`,
          subnetId: `${VNET.id}/subnets/GatewaySubnet`,
        })),
      }),
      NOW,
    ),
    site: known(site('lng', { bgp: { asn: 64_620, peeringAddress: '10.64.0.254', addresses: [] } }), NOW),
    network: known(VNET, NOW),
    spokes: [],
    addresses: VIPS,
    natRules: known([], NOW),
    neighbours: [],
    twin: { is: 'none' },
    ike: known([association(0), association(1)], NOW),
    traffic: known([], NOW),
    peers: known([peer(0), peer(1)], NOW),
    activity: known([], NOW),
    gatewayActivity: known([], NOW),
    siteActivity: known([], NOW),
    twinActivity: { is: 'none' },
    subnet: known(
      {
        ...VNET,
        kind: 'subnet',
        id: `${VNET.id}/subnets/GatewaySubnet`,
        name: 'GatewaySubnet',
        addressPrefixes: ['10.20.255.0/27'],
        usedBy: [],
      },
      NOW,
    ),
    routeTable: { is: 'none' },
    deviceLog: [],
    ...change,
  }
}

export const neighbour = (name: string, connectionStatus = 'Connected') => ({
  connection: connection(name, { connectionStatus }),
})

export const GATEWAY_2 = idOf('virtualNetworkGateways', 'vgw2')

/** `very likely`, `ruled out`, `not checked`: what a table of cases compares. */
export function shortOf(
  finding: Finding | undefined,
): Cause['likelihood'] | 'ruled out' | 'not checked' | undefined {
  switch (finding?.is) {
    case 'cause':
      return finding.likelihood
    case 'ruledOut':
      return 'ruled out'
    case 'notChecked':
      return 'not checked'
    case undefined:
      return undefined
    default:
      return finding satisfies never
  }
}

/** All that a finding says. */
export function wordsOf(finding: Finding | undefined): string {
  switch (finding?.is) {
    case 'cause':
      return [finding.title, ...finding.evidence.map(({ text }) => text), finding.change].join('. ')
    case 'ruledOut':
      return finding.why
    case 'notChecked':
      return `${finding.missing}. ${finding.how}`
    case undefined:
      return ''
    default:
      return finding satisfies never
  }
}
