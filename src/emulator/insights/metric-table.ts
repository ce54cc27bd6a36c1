export type Aggregation = 'Average' | 'Total' | 'Minimum' | 'Maximum' | 'Count'

export interface Metric {
  name: string
  title: string
  unit: 'BytesPerSecond' | 'Bytes' | 'Count'
  /** The first is the primary one. */
  aggregations: readonly [Aggregation, ...Aggregation[]]
  dimensions: readonly string[]
}

const TUNNEL = ['ConnectionName', 'RemoteIP', 'Instance']
const NAT = ['NatRule', ...TUNNEL]
const BGP = ['BgpPeerAddress', 'Instance']
const INSTANCE = ['Instance']

type Row = [name: string, title: string, unit: Metric['unit'], Metric['aggregations'], dimensions: string[]]

/** What a VPN gateway measures (VPN gateway document 7), in the order of the names. */
const ROWS: Row[] = [
  ['AverageBandwidth', 'Gateway S2S Bandwidth', 'BytesPerSecond', ['Average'], INSTANCE],
  ['BgpPeerStatus', 'BGP Peer Status', 'Count', ['Average'], BGP],
  ['BgpRoutesAdvertised', 'BGP Routes Advertised', 'Count', ['Total'], BGP],
  ['BgpRoutesLearned', 'BGP Routes Learned', 'Count', ['Total'], BGP],
  ['InboundFlowsCount', 'Gateway Inbound Flows', 'Count', ['Maximum', 'Minimum'], INSTANCE],
  ['MmsaCount', 'Tunnel MMSA Count', 'Count', ['Total'], TUNNEL],
  ['OutboundFlowsCount', 'Gateway Outbound Flows', 'Count', ['Maximum', 'Minimum'], INSTANCE],
  ['P2SBandwidth', 'Gateway P2S Bandwidth', 'BytesPerSecond', ['Average'], INSTANCE],
  ['P2SConnectionCount', 'P2S Connection Count', 'Count', ['Total'], ['Protocol', 'Instance']],
  ['QmsaCount', 'Tunnel QMSA Count', 'Count', ['Total'], TUNNEL],
  ['TunnelAverageBandwidth', 'Tunnel Bandwidth', 'BytesPerSecond', ['Average'], TUNNEL],
  ['TunnelEgressBytes', 'Tunnel Egress Bytes', 'Bytes', ['Total'], TUNNEL],
  ['TunnelEgressPacketDropCount', 'Tunnel Egress Packet Drop Count', 'Count', ['Total'], TUNNEL],
  ['TunnelEgressPacketDropTSMismatch', 'Tunnel Egress TS Mismatch Packet Drop', 'Count', ['Total'], TUNNEL],
  ['TunnelEgressPackets', 'Tunnel Egress Packets', 'Count', ['Total'], TUNNEL],
  ['TunnelIngressBytes', 'Tunnel Ingress Bytes', 'Bytes', ['Total'], TUNNEL],
  ['TunnelIngressPacketDropCount', 'Tunnel Ingress Packet Drop Count', 'Count', ['Total'], TUNNEL],
  ['TunnelIngressPacketDropTSMismatch', 'Tunnel Ingress TS Mismatch Packet Drop', 'Count', ['Total'], TUNNEL],
  ['TunnelIngressPackets', 'Tunnel Ingress Packets', 'Count', ['Total'], TUNNEL],
  ['TunnelNatAllocations', 'Tunnel NAT Allocations', 'Count', ['Total'], NAT],
  ['TunnelNatedBytes', 'Tunnel NATed Bytes', 'Bytes', ['Total'], NAT],
  ['TunnelNatedPackets', 'Tunnel NATed Packets', 'Count', ['Total'], NAT],
  ['TunnelNatFlowCount', 'Tunnel NAT Flows', 'Count', ['Total'], [...NAT, 'FlowType']],
  ['TunnelNatPacketDrop', 'Tunnel NAT Packet Drops', 'Count', ['Total'], [...NAT, 'DropType']],
  ['TunnelPeakPackets', 'Tunnel Peak PPS', 'Count', ['Maximum'], TUNNEL],
  ['TunnelReverseNatedBytes', 'Tunnel Reverse NATed Bytes', 'Bytes', ['Total'], NAT],
  ['TunnelReverseNatedPackets', 'Tunnel Reverse NATed Packets', 'Count', ['Total'], NAT],
  ['TunnelTotalFlowCount', 'Tunnel Total Flow Count', 'Count', ['Total'], TUNNEL],
  ['UserVpnRouteCount', 'User Vpn Route Count', 'Count', ['Total'], ['RouteType', 'Instance']],
  ['VnetAddressPrefixCount', 'VNet Address Prefix Count', 'Count', ['Total'], INSTANCE],
]

export const GATEWAY_METRICS: readonly Metric[] = ROWS.map(
  ([name, title, unit, aggregations, dimensions]) => ({ name, title, unit, aggregations, dimensions }),
)

const MINUTE = 60_000

/** The grains of a gateway's metrics in milliseconds; a minute only for point-to-site (VPN gateway document 7). */
export const GRAINS: Readonly<Record<string, number>> = {
  PT1M: MINUTE,
  PT5M: 5 * MINUTE,
  PT15M: 15 * MINUTE,
  PT30M: 30 * MINUTE,
  PT1H: 60 * MINUTE,
  PT6H: 360 * MINUTE,
  PT12H: 720 * MINUTE,
  P1D: 1440 * MINUTE,
}

export function grainsOf({ name }: Metric): string[] {
  return Object.keys(GRAINS).filter((grain) => grain !== 'PT1M' || name.startsWith('P2S'))
}
