import type { Exchange } from '../arm/exchange.ts'
import { nameOf, sameId } from '../arm/ids.ts'
import { numberOf } from '../clock.ts'
import { tunnelsOf as liveTunnels } from '../network/tunnels.ts'
import { find, referrers } from '../network/find.ts'
import { tunnelWasUp } from '../network/watcher/vpn-fault.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, objectAt, textAt } from '../wire/read.ts'
import type { Metric } from './metric-table.ts'

/** One thing that is measured. */
export interface Source {
  /** By the metric's dimensions, as Azure spells them. */
  dimensions: Record<string, string>
  /** The value of the five minutes that begin at `at`; undefined while nothing is emitted. */
  sample: (at: number) => number | undefined
}

/** Every value is made of the id and the time alone: the same question has the same answer, today and tomorrow. */
const SLOT_SECONDS = 300
const DAY = 86_400_000

/** A tunnel, and whether it was up. */
interface Tunnel {
  dimensions: Record<string, string>
  connection: Living
  seed: string
  up: (at: number) => boolean
}

export function sourcesOf(exchange: Exchange, gateway: Living, { name }: Metric): Source[] {
  const { gatewayType, activeActive, enableBgp } = gateway.properties
  if (gatewayType === 'ExpressRoute') return []
  const tunnels = tunnelsOf(exchange, gateway)
  const instances = Array.from({ length: activeActive === true ? 2 : 1 }, (_, index) => instanceName(index))
  const whileUp = (value: (tunnel: Tunnel, at: number) => number): Source[] =>
    tunnels.map((tunnel) => ({
      dimensions: tunnel.dimensions,
      sample: (at) => (tunnel.up(at) ? value(tunnel, at) : undefined),
    }))
  switch (name) {
    case 'TunnelAverageBandwidth':
      return whileUp((one, at) => rate(`in:${one.seed}`, at) + rate(`out:${one.seed}`, at))
    case 'TunnelIngressBytes':
      return whileUp((one, at) => rate(`in:${one.seed}`, at) * SLOT_SECONDS)
    case 'TunnelEgressBytes':
      return whileUp((one, at) => rate(`out:${one.seed}`, at) * SLOT_SECONDS)
    case 'TunnelIngressPackets':
      return whileUp((one, at) => packets(rate(`in:${one.seed}`, at) * SLOT_SECONDS))
    case 'TunnelEgressPackets':
      return whileUp((one, at) => packets(rate(`out:${one.seed}`, at) * SLOT_SECONDS))
    case 'TunnelPeakPackets':
      return whileUp((one, at) => packets(rate(`in:${one.seed}`, at) + rate(`out:${one.seed}`, at)) * 2)
    case 'TunnelTotalFlowCount':
      return whileUp((one, at) => packets(rate(`in:${one.seed}`, at)) * 4)
    case 'MmsaCount':
    case 'QmsaCount':
      return whileUp(() => 1)
    case 'TunnelEgressPacketDropCount':
    case 'TunnelIngressPacketDropCount':
    case 'TunnelEgressPacketDropTSMismatch':
    case 'TunnelIngressPacketDropTSMismatch':
      return whileUp(() => 0)
    case 'AverageBandwidth':
      return instances.map((Instance) => ({
        dimensions: { Instance },
        sample: (at) =>
          tunnels
            .filter((one) => one.dimensions.Instance === Instance && one.up(at))
            .reduce((sum, one) => sum + rate(`in:${one.seed}`, at) + rate(`out:${one.seed}`, at), 0),
      }))
    case 'InboundFlowsCount':
    case 'OutboundFlowsCount':
      return instances.map((Instance) => ({
        dimensions: { Instance },
        sample: (at) => packets(rate(`${name}:${Instance}:${gateway.row.key}`, at)) * 10,
      }))
    case 'BgpPeerStatus':
    case 'BgpRoutesAdvertised':
    case 'BgpRoutesLearned':
      return enableBgp === true ? peersOf(exchange, tunnels, name) : []
    case 'P2SConnectionCount':
    case 'P2SBandwidth':
      return clientsOf(gateway, instances, name)
    case 'VnetAddressPrefixCount':
      return instances.map((Instance) => ({ dimensions: { Instance }, sample: () => 1 }))
    // NAT and routes of people: nothing is made up.
    default:
      return []
  }
}

function tunnelsOf(exchange: Exchange, gateway: Living): Tunnel[] {
  return referrers(exchange, gateway.row.id, 'connections')
    .filter(({ properties }) => sameId(idAt(properties.virtualNetworkGateway1), gateway.row.id))
    .flatMap((connection) =>
      liveTunnels(exchange, connection).map((_, index) => ({
        dimensions: {
          ConnectionName: nameOf(connection.row.id),
          RemoteIP: remoteAddress(exchange, connection.properties),
          Instance: instanceName(index),
        },
        connection,
        seed: `${connection.row.key}:${index}`,
        up: (at: number) => tunnelWasUp(exchange, connection, index, at),
      })),
    )
}

function remoteAddress(exchange: Exchange, { localNetworkGateway2, virtualNetworkGateway2 }: JsonObject) {
  const site = find(exchange, idAt(localNetworkGateway2) ?? '')?.properties
  return textAt(site?.gatewayIpAddress) ?? textAt(site?.fqdn) ?? nameOf(idAt(virtualNetworkGateway2) ?? '')
}

function peersOf(exchange: Exchange, tunnels: Tunnel[], name: string): Source[] {
  return tunnels.flatMap(({ connection, dimensions, up, seed }) => {
    if (connection.properties.enableBgp !== true) return []
    const site = find(exchange, idAt(connection.properties.localNetworkGateway2) ?? '')
    const peer = textAt(objectAt(site?.properties.bgpSettings).bgpPeeringAddress)
    if (peer === undefined) return []
    const value = name === 'BgpPeerStatus' ? 1 : name === 'BgpRoutesLearned' ? 2 + numberOf(seed, 6) : 3
    return {
      dimensions: { BgpPeerAddress: peer, Instance: dimensions.Instance ?? '' },
      sample: (at: number) => (up(at) ? value : 0),
    }
  })
}

function clientsOf(gateway: Living, instances: string[], name: string): Source[] {
  const pool = objectAt(objectAt(gateway.properties.vpnClientConfiguration).vpnClientAddressPool)
  if (arrayAt(pool.addressPrefixes).length === 0) return []
  return instances.map((Instance) => ({
    dimensions: { ...(name === 'P2SConnectionCount' && { Protocol: 'OpenVPN' }), Instance },
    sample: (at) =>
      name === 'P2SConnectionCount'
        ? Math.round(rate(`people:${gateway.row.key}:${Instance}`, at) / 20_000)
        : rate(`p2s:${gateway.row.key}:${Instance}`, at),
  }))
}

/** Name of an instance as Azure Monitor has it (unverified). */
function instanceName(index: number): string {
  return `GatewayTenantWorker_IN_${index}`
}

/** Bytes in a second: between 20 and 220 kB by name, more by day than by night, and never quite the same. */
function rate(seed: string, at: number): number {
  const slot = Math.floor(at / (SLOT_SECONDS * 1000))
  const base = (20 + numberOf(seed, 200)) * 1000
  const daily = 0.6 - 0.4 * Math.cos(((at % DAY) / DAY) * 2 * Math.PI)
  return Math.round(base * daily * (0.8 + numberOf(`${seed}:${slot}`, 400) / 1000))
}

function packets(bytes: number): number {
  return Math.round(bytes / 800)
}
