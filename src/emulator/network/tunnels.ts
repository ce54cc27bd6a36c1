import { numberOf } from '../clock.ts'
import type { Exchange } from '../arm/exchange.ts'
import { nameOf } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, numberAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { farSideOf, isOfPhaseTwo, type FarSide } from './far-side.ts'
import { find } from './find.ts'
import { instancesOf, outageIn, passed, resetsOf, type Instance, type Outage } from './gateway-instances.ts'

/** One tunnel of a VPN connection at this moment. Times in ms. */
export interface Tunnel {
  instance: number
  name: string
  localAddress: string
  remoteAddress: string | undefined
  status: 'Connected' | 'Connecting' | 'NotConnected'
  /** Not up, and its phase 1 association is there all the same. */
  halfway: boolean
  /** When it last came up; absent when it never did. */
  establishedAt?: number
  /** When its phase 1 association was made or renewed. */
  renewedAt: number
  received: number
  sent: number
}

/** Phase 1 lifetime, fixed (VPN gateway document 3.4). */
export const PHASE_ONE_SECONDS = 28_800

/** What is known of a tunnel at one moment, to go on from. */
interface Base {
  up: boolean
  asOf: number
  establishedAt?: number
  received: number
  sent: number
  /** Bytes in a ms. */
  rates: { received: number; sent: number }
}

/**
 * The tunnels of a VPN connection, one for each instance of its gateway, as they follow from the rows and the clock: nothing
 * runs. None while the service has not reported any. A tunnel is up when the far side agrees and nothing interrupts it; each
 * interruption that ended, and each change of key or policy, let it begin anew.
 */
export function tunnelsOf(exchange: Exchange, at: Living): Tunnel[] {
  if (!isVpn(at)) return []
  const gateway = find(exchange, idAt(at.properties.virtualNetworkGateway1) ?? '')
  return tunnelsBetween(exchange, at, {
    gateway,
    instances: gateway === undefined ? [] : instancesOf(exchange, gateway),
    farSide: farSideOf(exchange, at),
    stored: objectsAt(at.properties.tunnelConnectionStatus),
  })
}

/** What tunnels run between. */
export interface Ends {
  gateway: Living | undefined
  instances: readonly Instance[]
  farSide: FarSide
  /** The tunnels as the estate told them, one for each instance; empty when it did not. */
  stored: JsonObject[]
}

/** The same of a connection whose ends are known: `at` holds what the ends have agreed on, and what has happened to them. */
export function tunnelsBetween(
  exchange: Exchange,
  at: Living,
  { gateway, instances, farSide, stored }: Ends,
): Tunnel[] {
  const firstUp = passed(at.inside.firstUpAt, exchange.now)
  if (stored.length === 0 && firstUp === undefined) return []
  return (stored.length > 0 ? stored : instances.map(() => undefined)).map((told, instance) => {
    const outages = [
      ...objectsAt(at.inside.breaks).flatMap(outageIn),
      ...(gateway === undefined ? [] : resetsOf(gateway, instance)),
      ...farSide.outagesOf(instance),
    ]
    const name = textAt(told?.tunnel) ?? tunnelName(at, instances[instance])
    const base = told === undefined ? newBase(name, firstUp ?? 0, farSide) : storedBase(at, name, told)
    return {
      instance,
      name,
      localAddress: instances[instance]?.publicAddress ?? '',
      remoteAddress: farSide.addressOf(instance),
      ...stateOf(exchange.now, at, instance, base, farSide, outages),
    }
  })
}

/** As the service writes them into a connection (VPN gateway document 6.4; the form of the name is not documented). */
export function tunnelBodies(tunnels: readonly Tunnel[]): JsonObject[] {
  return tunnels.map(({ name, status, received, sent, establishedAt }) => ({
    tunnel: name,
    connectionStatus: status,
    ingressBytesTransferred: received,
    egressBytesTransferred: sent,
    lastConnectionEstablishedUtcTime:
      establishedAt === undefined ? undefined : new Date(establishedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
  }))
}

/** One tunnel that is up makes the connection Connected (VPN gateway document 6.4). */
export function connectionStatusOf(tunnels: readonly Tunnel[]): Tunnel['status'] {
  const has = (status: Tunnel['status']) => tunnels.some((tunnel) => tunnel.status === status)
  return has('Connected') ? 'Connected' : has('Connecting') ? 'Connecting' : 'NotConnected'
}

export function isVpn({ properties }: Pick<Living, 'properties'>): boolean {
  return properties.connectionType === 'IPsec' || properties.connectionType === 'Vnet2Vnet'
}

function stateOf(
  now: number,
  at: Living,
  instance: number,
  base: Base,
  farSide: FarSide,
  outages: Outage[],
): Pick<Tunnel, 'status' | 'halfway' | 'establishedAt' | 'renewedAt' | 'received' | 'sent'> {
  const begun = outages.filter(({ from }) => from <= now)
  const running = begun.filter(({ until }) => until > now)
  const since = (moments: number[]) => moments.filter((one) => one >= base.asOf && one <= now)
  const anew = since([...begun.map(({ until }) => until), farSide.changedAt ?? -1])
  // An association outlives the key it was made with, until it has to be renewed (VPN gateway document 3.4).
  const livesUntil = numberAt(objectAt(arrayAt(at.inside.associations)[instance]).endsAt)
  const lives = farSide.obstacle === 'key' && base.up && anew.length === 0 && (livesUntil ?? 0) > now
  const blocked = (farSide.obstacle !== undefined && !lives) || (!base.up && !canComeUp(at, anew))
  if (running.length === 0 && !blocked) {
    const establishedAt = anew.length === 0 ? (base.establishedAt ?? base.asOf) : Math.max(...anew)
    const renewedAt = lives ? (livesUntil ?? now) - PHASE_ONE_SECONDS * 1000 : lastRenewal(establishedAt, now)
    return {
      status: 'Connected',
      halfway: false,
      establishedAt,
      renewedAt,
      ...countedAt(now, base, anew),
    }
  }
  const ends = since([...begun.map(({ from }) => from), farSide.changedAt ?? -1, livesUntil ?? -1])
  const downAt = running.length > 0 ? Math.min(...running.map(({ from }) => from)) : Math.min(now, ...ends)
  const before = anew.filter((one) => one < downAt)
  const brief = running.some((one) => objectsAt(at.inside.breaks).some((each) => each.from === one.from))
  return {
    status: brief && !blocked ? 'Connecting' : 'NotConnected',
    halfway: running.length === 0 && isOfPhaseTwo(farSide.obstacle),
    establishedAt: before.length === 0 || !base.up ? base.establishedAt : Math.max(...before),
    renewedAt: now,
    ...(base.up ? countedAt(downAt, base, before) : { received: base.received, sent: base.sent }),
  }
}

/** Why it was down is known and over; of a file that does not tell why, it stays down. */
function canComeUp({ inside }: Living, anew: number[]): boolean {
  const known = inside.deviceKey !== undefined || inside.devicePolicy !== undefined || inside.silent === false
  return anew.length > 0 && known
}

/** Counters begin anew with the tunnel (VPN gateway document 6.4). */
function countedAt(moment: number, base: Base, anew: number[]): { received: number; sent: number } {
  const [received, sent, from] =
    anew.length === 0 ? [base.received, base.sent, base.asOf] : [0, 0, Math.max(...anew)]
  const passedMs = Math.max(0, moment - from)
  return {
    received: received + Math.floor(base.rates.received * passedMs),
    sent: sent + Math.floor(base.rates.sent * passedMs),
  }
}

function lastRenewal(establishedAt: number, now: number): number {
  const lifetime = PHASE_ONE_SECONDS * 1000
  return establishedAt + Math.floor((now - establishedAt) / lifetime) * lifetime
}

/** It carries on as it has since it came up, or as some tunnel does where that is not known. */
function storedBase(at: Living, name: string, told: JsonObject): Base {
  const since = Date.parse(textAt(told.lastConnectionEstablishedUtcTime) ?? '')
  const asOf = numberAt(at.inside.asOfAt) ?? since
  const received = numberAt(told.ingressBytesTransferred) ?? 0
  const sent = numberAt(told.egressBytesTransferred) ?? 0
  const lasted = asOf - since
  const rate = (bytes: number, seed: string) => (bytes > 0 && lasted > 0 ? bytes / lasted : someRate(seed))
  return {
    up: told.connectionStatus === 'Connected',
    asOf: Number.isNaN(asOf) ? 0 : asOf,
    establishedAt: Number.isNaN(since) ? undefined : since,
    received,
    sent,
    rates: { received: rate(received, `in:${name}`), sent: rate(sent, `out:${name}`) },
  }
}

function newBase(name: string, firstUp: number, { obstacle, changedAt }: FarSide): Base {
  const up = obstacle === undefined || (changedAt ?? 0) > firstUp
  const rates = { received: someRate(`in:${name}`), sent: someRate(`out:${name}`) }
  return { up, asOf: firstUp, establishedAt: up ? firstUp : undefined, received: 0, sent: 0, rates }
}

/** Between 20 and 220 kB in a second. */
function someRate(seed: string): number {
  return 20 + numberOf(seed, 200)
}

function tunnelName(at: Living, instance: Instance | undefined): string {
  return `${nameOf(at.row.id)}_${instance?.publicAddress ?? ''}`
}
