import { ok, type Result } from '../../lib/result.ts'
import type { Json, JsonObject } from '../../lib/json.ts'
import {
  type ArpRow,
  type CircuitRoute,
  type PathName,
  PATHS,
  type PeeringReading,
  type SummaryRow,
  type TrafficCounters,
} from '../../model/circuit/path-tables.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, num, object, text } from '../from-wire/read.ts'

type Asks = Pick<Azure, 'ask'>

/** ARP tables and summaries of both paths of a peering, and its counters, all at once. What fails is a value of its part. */
export async function readPeeringPaths(
  azure: Asks,
  peeringId: string,
  signal?: AbortSignal,
): Promise<Result<PeeringReading, HubError>> {
  const path = async (name: PathName) => {
    const [arp, summary] = await Promise.all([
      table(azure, peeringId, `arpTables/${name}`, arpRow, signal),
      table(azure, peeringId, `routeTablesSummary/${name}`, summaryRow, signal),
    ])
    return { path: name, arp, summary }
  }
  const [paths, counters] = await Promise.all([
    Promise.all(PATHS.map(path)),
    readCounters(azure, peeringId, signal),
  ])
  const failed = paths.flatMap(({ arp, summary }) => [arp, summary].flatMap((one) => (one.ok ? [] : [one])))
  // Where nothing at all was told there is one failure to show, not five.
  const [first] = failed
  return first !== undefined && failed.length === 2 * PATHS.length ? first : ok({ paths, counters })
}

/** Both route tables of a peering. */
export async function readPeeringRoutes(
  azure: Asks,
  peeringId: string,
  signal?: AbortSignal,
): Promise<Result<Record<PathName, CircuitRoute[]>, HubError>> {
  const [primary, secondary] = await Promise.all(
    PATHS.map((path) => table(azure, peeringId, `routeTables/${path}`, routeRow, signal)),
  )
  if (primary === undefined || secondary === undefined) throw new Error('There are two paths.')
  if (!primary.ok) return primary
  return secondary.ok ? ok({ primary: primary.value, secondary: secondary.value }) : secondary
}

/** GET stats: the specification and the wire spell the members differently (ARM contract 9.4). */
async function readCounters(
  { ask }: Asks,
  id: string,
  signal?: AbortSignal,
): Promise<Result<TrafficCounters, HubError>> {
  const answer = await ask.get(`${id}/stats`, undefined, signal)
  if (!answer.ok) return answer
  const body = object(answer.value)
  const lower = Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]))
  const of = (path: PathName) => ({ in: num(lower[`${path}bytesin`]), out: num(lower[`${path}bytesout`]) })
  return ok({ primary: of('primary'), secondary: of('secondary') })
}

async function table<Row>(
  { ask }: Asks,
  id: string,
  action: string,
  row: (entry: JsonObject) => Row,
  signal?: AbortSignal,
): Promise<Result<Row[], HubError>> {
  const answer = await ask.action({ id, action }, signal)
  return answer.ok ? ok(list(object(answer.value).value).map(row)) : answer
}

function arpRow(entry: JsonObject): ArpRow {
  const { age, interface: side, ipAddress, macAddress } = entry
  return { age: num(age), interface: text(side), ipAddress: text(ipAddress), macAddress: text(macAddress) }
}

function summaryRow(entry: JsonObject): SummaryRow {
  const { neighbor, as, upDown, statePfxRcd } = entry
  return {
    neighbor: text(neighbor),
    as: num(as),
    upDown: text(upDown),
    statePfxRcd: textOrNumber(statePfxRcd),
  }
}

function routeRow(entry: JsonObject): CircuitRoute {
  const { network, nextHop, locPrf, weight, path } = entry
  return {
    network: text(network),
    nextHop: text(nextHop),
    locPrf: textOrNumber(locPrf),
    weight: num(weight),
    path: textOrNumber(path),
  }
}

function textOrNumber(value: Json | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : text(value)
}
