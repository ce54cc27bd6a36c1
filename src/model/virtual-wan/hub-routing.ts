import { keyOf, nameOfId } from '../paths.ts'
import type { HubRouteTable, HubRouting, RoutingIntent } from '../resources/virtual-wan.ts'

/** Built-in tables of every hub (Virtual WAN 9.1). */
const NONE_TABLE = 'noneroutetable'
const NONE_LABEL = 'none'

export function isNoneTable(id: string): boolean {
  return nameOfId(id).toLowerCase() === NONE_TABLE
}

export function isDefaultTable(id: string): boolean {
  return nameOfId(id).toLowerCase() === 'defaultroutetable'
}

/** Azure has filled its routing in; one that was just made, or a list that leaves it out, has none. */
export function hasRouting({
  associatedRouteTableId,
  propagatedRouteTableIds,
  propagatedLabels,
}: HubRouting): boolean {
  return (
    associatedRouteTableId !== undefined || propagatedRouteTableIds.length > 0 || propagatedLabels.length > 0
  )
}

/** It tells no table of its network: only the none table, or nothing at all. */
export function propagatesNowhere({ propagatedRouteTableIds, propagatedLabels }: HubRouting): boolean {
  return (
    propagatedRouteTableIds.every(isNoneTable) &&
    propagatedLabels.every((label) => label.toLowerCase() === NONE_LABEL)
  )
}

/** The tables of this hub that learn of a connection: those it names, and those with a label it names. */
export function learningTables<T extends Pick<HubRouteTable, 'id' | 'labels'>>(
  { propagatedRouteTableIds, propagatedLabels }: HubRouting,
  tables: readonly T[],
): T[] {
  const ids = new Set(propagatedRouteTableIds.map(keyOf))
  const labels = new Set(propagatedLabels.map((label) => label.toLowerCase()))
  return tables.filter(
    ({ id, labels: own }) =>
      !isNoneTable(id) && (ids.has(keyOf(id)) || own.some((label) => labels.has(label.toLowerCase()))),
  )
}

/** What a routing intent sends to its next hop. */
export type PolicyTraffic = 'Internet' | 'PrivateTraffic'

/** The next hop of one kind of traffic; undefined where the intent has no policy for it (Virtual WAN 9.2). */
export function policyFor(
  intents: readonly RoutingIntent[],
  traffic: PolicyTraffic,
): RoutingIntent['policies'][number] | undefined {
  return intents
    .flatMap(({ policies }) => policies)
    .find(({ destinations }) => destinations.some((one) => one.toLowerCase() === traffic.toLowerCase()))
}
