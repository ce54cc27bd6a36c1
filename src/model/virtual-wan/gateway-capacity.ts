import { bandwidth, count } from '../format.ts'

const THIN = '\u2009'

/** A gateway has 1 to 40 scale units; each adds so many megabits a second to both of its instances (Virtual WAN 4). */
const MOST_SITE_UNITS = 40
const UNIT = 500

/**
 * Megabits a second of each of the two instances of a hub's VPN gateway. For 40 units Microsoft's limits give the same 20 Gbps for the
 * whole gateway: one instance has to carry all of it when the other is maintained (Virtual WAN 4 and 15.3).
 * @returns undefined for a number of units that a gateway cannot have
 */
export function siteThroughput(units: number): number | undefined {
  return Number.isInteger(units) && units >= 1 && units <= MOST_SITE_UNITS ? units * UNIT : undefined
}

/** "2 units: 1 Gbps on each of its two instances". */
export function siteThroughputWords(units: number): string {
  const told = siteThroughput(units)
  return told === undefined
    ? `${count(units, 'unit')}: what that carries is not known`
    : `${count(units, 'unit')}: ${bandwidth(told)} on each of its two instances`
}

/** What a hub's point-to-site gateway carries. */
interface ClientCapacity {
  instances: number
  users: number
  gbps: number
}

/** Up to so many units, so many users (Virtual WAN 7, from Microsoft's FAQ of 2022). */
const USERS: readonly [units: number, users: number][] = [
  [3, 500],
  [6, 1000],
  [10, 5000],
  [20, 10_000],
]

/** Scale units there are: every one up to 20, then in steps of 20 up to 200 (Virtual WAN 7). */
function isClientUnits(units: number): boolean {
  return Number.isInteger(units) && units >= 1 && (units <= 20 || (units % 20 === 0 && units <= 200))
}

/** @returns undefined for a number of units that a gateway cannot have */
export function clientCapacity(units: number): ClientCapacity | undefined {
  if (!isClientUnits(units)) return undefined
  const users = USERS.find(([most]) => units <= most)?.[1] ?? units * 500
  return { instances: units <= 20 ? 2 : units / 10, users, gbps: units / 2 }
}

/** The rows of the table, with the first and last number of units that each is for. */
export function clientCapacityRows(): {
  units: string
  from: number
  to: number
  capacity: ClientCapacity
}[] {
  const ranges: [number, number][] = [
    [1, 3],
    [4, 6],
    [7, 10],
    [11, 20],
    ...[40, 60, 80, 100, 120, 140, 160, 180, 200].map((units): [number, number] => [units, units]),
  ]
  return ranges.flatMap(([from, to]) => {
    const capacity = clientCapacity(to)
    return capacity === undefined
      ? []
      : [{ units: from === to ? String(to) : `${from} to ${to}`, from, to, capacity }]
  })
}

/** Microsoft's pages give two figures for the largest gateway: the table 100 Gbps, the limits 200 (Virtual WAN 7 and 16). */
export const CLIENTS_DISAGREE =
  'The table is Microsoft’s, of 2022. For the largest gateway it gives 100\u2009Gbps, and Microsoft’s page of limits 200\u2009Gbps: which of the two holds is not known here.'

/** "2 units: up to 500 users and 1 Gbps together, on 2 instances". */
export function clientCapacityWords(units: number): string {
  const told = clientCapacity(units)
  const said = count(units, 'unit')
  if (told === undefined) return `${said}: what that carries is not known`
  return `${said}: up to ${told.users.toLocaleString('en-GB')} users and ${told.gbps}${THIN}Gbps together, on ${told.instances} instances`
}
