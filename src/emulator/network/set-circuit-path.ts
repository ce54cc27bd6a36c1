import type { Exchange } from '../arm/exchange.ts'
import { settled } from '../store/living.ts'
import type { PathCondition } from '../wire/control.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, objectAt } from '../wire/read.ts'
import { DEVICES, pathsOf, type Device } from './circuit-paths.ts'
import { find } from './find.ts'
import { networkTypeOfId } from './table.ts'

/**
 * Sets what is at the far end of a link, or of both, of a circuit's private peering. Nothing in Azure is changed: its tables, counters
 * and the routes of its gateways follow.
 * @returns why it cannot be: a sentence
 */
export function setCircuitPath(
  exchange: Exchange,
  circuit: string,
  path: Device | 'both',
  is: PathCondition,
): string | undefined {
  const at = find(exchange, circuit)
  if (at === undefined || networkTypeOfId(circuit)?.type !== 'expressRouteCircuits')
    return `There is no circuit ${circuit}.`
  const peering = find(exchange, `${circuit}/peerings/AzurePrivatePeering`)
  if (peering === undefined) return `${at.row.id} has no private peering: there is no path yet.`
  const before = pathsOf(exchange, peering)
  const devices = path === 'both' ? DEVICES : [path]
  const farEnds: JsonObject = { ...objectAt(peering.inside.farEnds) }
  for (const device of devices)
    farEnds[device] = {
      is,
      at: exchange.now,
      carried: before.find((one) => one.device === device)?.carried ?? 0,
    }
  const base = settled(peering.row, exchange.now)
  const without = (member: 'noAnswer' | 'noSession') =>
    arrayAt(peering.inside[member]).filter((one) => !devices.some((device) => device === one))
  exchange.save({
    ...base,
    inside: {
      ...base.inside,
      noAnswer: without('noAnswer'),
      noSession: without('noSession'),
      farEnds,
    },
  })
  return undefined
}
