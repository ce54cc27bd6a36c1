import type { Answer } from '../../arm/answer.ts'
import { ok } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { segment } from '../../arm/exchange.ts'
import { groupOf } from '../../arm/group-of.ts'
import { groupNotFound, networkError, resourceNotFound } from '../../arm/refusals.ts'
import { numberOf } from '../../clock.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { numberAt, objectAt, textAt } from '../../wire/read.ts'
import { circuitOf, type CircuitPath, DEVICES, pathsOf, routerTime } from '../circuit-paths.ts'
import { gatewaysOf, instanceAddresses } from '../circuit-peers.ts'
import { find, livingIn } from '../find.ts'
import type { Route } from '../routes.ts'
import { answerLater } from './start.ts'

/** Recorded: 10 s, two polls (recorded behaviour 2.2). */
const SECONDS = 11

type Rows = (exchange: Exchange, path: CircuitPath, peering: Living) => JsonObject[]

/**
 * Microsoft's side is always there; the customer's only once its router answers (azure-powershell recording 2018; how a side that
 * does not answer is shown beyond that is not recorded; `Incomplete` is ExpressRoute document 6.1).
 */
const arp: Rows = (_exchange, path) => [
  ...(path.incomplete
    ? [{ age: 0, interface: 'On-Prem', ipAddress: path.customer, macAddress: 'Incomplete' }]
    : []),
  ...(path.answers
    ? [
        {
          age: numberOf(path.customer, 240),
          interface: 'On-Prem',
          ipAddress: path.customer,
          macAddress: mac(path.customer),
        },
      ]
    : []),
  { age: 0, interface: 'Microsoft', ipAddress: path.microsoft, macAddress: mac(path.microsoft) },
]

/** `statePfxRcd`: a number of prefixes once the session is up, else its state; `Active` is recorded. */
const summary: Rows = (_exchange, path) => [
  {
    neighbor: path.customer,
    v: path.family,
    as: path.asn,
    upDown: routerTime(path.up ?? path.down),
    statePfxRcd: path.up === undefined ? path.session : String(path.announces.length),
  },
]

/** On-premises routes by the customer's router, virtual networks by their gateways (ExpressRoute document 6.1). */
const routes: Rows = (exchange, path, peering) => {
  const circuit = circuitOf(exchange, peering)
  const isPrivate = textAt(peering.properties.peeringType) === 'AzurePrivatePeering'
  const azure = circuit === undefined || !isPrivate ? [] : gatewaysOf(exchange, circuit)
  const row = (network: string, nextHop: string, way: string) => ({
    network,
    nextHop,
    locPrf: '',
    weight: 0,
    path: way,
  })
  return [
    ...azure.flatMap(({ gateway, networks }) =>
      networks
        .filter((network) => network.includes(':') === (path.family === 6))
        .flatMap((network) =>
          instanceAddresses(exchange, gateway).map((address) => row(network, address, '65515')),
        ),
    ),
    ...(path.up === undefined
      ? []
      : path.announces.map((network) => row(network, path.customer, String(path.asn)))),
  ]
}

const TABLES: Record<string, Rows> = { arptables: arp, routetablessummary: summary, routetables: routes }

/** A circuit's tables and counters (ARM contract 9.4). `group`: where the provider begins. */
export function circuitTableRoutes(group: string): Route[] {
  const peering = `${group}/expressroutecircuits/:c/peerings/:p`
  return [
    ...Object.entries(TABLES).map(([name, rows]) => ({
      method: 'POST',
      path: `${peering}/${name}/:d`,
      answer: (exchange: Exchange) => table(exchange, rows),
    })),
    { method: 'GET', path: `${group}/expressroutecircuits/:c/stats`, answer: circuitStats },
    { method: 'GET', path: `${peering}/stats`, answer: peeringStats },
  ]
}

function table(exchange: Exchange, rows: Rows): Answer {
  const peering = peeringOf(exchange)
  if (peering === undefined) return missing(exchange)
  const device = DEVICES.find((one) => one === segment(exchange, 11).toLowerCase())
  // Which code a device of another name has is not recorded.
  if (device === undefined)
    return networkError(400, 'InvalidDevicePath', `Device path '${segment(exchange, 11)}' is not valid.`)
  const paths = pathsOf(exchange, peering).filter((one) => one.device === device && one.isOn)
  const circuit = circuitOf(exchange, peering) ?? peering
  // Nothing is told of a peering that is not in use: an empty table, never a 404 (ARM contract 9.4).
  return answerLater(exchange, circuit, {
    seconds: SECONDS,
    result: { value: paths.flatMap((path) => rows(exchange, path, peering)) },
    notifies: false,
  })
}

/** Four counters, spelt as on the wire (ARM contract 9.4). */
function peeringStats(exchange: Exchange): Answer {
  const peering = peeringOf(exchange)
  return peering === undefined ? missing(exchange) : ok(counters(exchange, [peering]))
}

function circuitStats(exchange: Exchange): Answer {
  const circuit = find(exchange, idTo(exchange, 7))
  return circuit === undefined
    ? missing(exchange)
    : ok(counters(exchange, livingIn(exchange, `${circuit.row.key}/peerings`)))
}

/** A few per cent of the bandwidth since the session came up, more out than in; a made-up load. */
function counters(exchange: Exchange, peerings: Living[]): JsonObject {
  const sum = { primaryBytesIn: 0, primaryBytesOut: 0, secondaryBytesIn: 0, secondaryBytesOut: 0 }
  for (const peering of peerings) {
    const bytes = bytesPerSecond(circuitOf(exchange, peering))
    for (const { device, carried, customer } of pathsOf(exchange, peering)) {
      const seconds = Math.floor(carried / 1000)
      const share = (2 + numberOf(customer, 8)) / 100
      sum[`${device}BytesIn`] += Math.floor(seconds * bytes * share)
      sum[`${device}BytesOut`] += Math.floor(seconds * bytes * share * 1.7)
    }
  }
  return sum
}

function bytesPerSecond(circuit: Living | undefined): number {
  const { serviceProviderProperties, bandwidthInGbps } = circuit?.properties ?? {}
  const mbps =
    numberAt(objectAt(serviceProviderProperties).bandwidthInMbps) ?? (numberAt(bandwidthInGbps) ?? 0) * 1000
  return (mbps * 1_000_000) / 8
}

function mac(address: string): string {
  const hex = numberOf(address, 0xffffff).toString(16).padStart(6, '0')
  return `6412.25${hex.slice(0, 2)}.${hex.slice(2)}`
}

function peeringOf(exchange: Exchange): Living | undefined {
  return find(exchange, `${idTo(exchange, 7)}/peerings/${segment(exchange, 9)}`)
}

function idTo(exchange: Exchange, last: number): string {
  return `/${exchange.segments.slice(0, last + 1).join('/')}`
}

function missing(exchange: Exchange): Answer {
  if (groupOf(exchange) === undefined) return groupNotFound(segment(exchange, 3))
  return resourceNotFound('expressRouteCircuits', segment(exchange, 7), segment(exchange, 3))
}
