import { keyOf, nameOfId } from '../../paths.ts'
import type { HubRouteTable } from '../../resources/virtual-wan.ts'

/** The tables that every hub has (Virtual WAN document 9.1). */
export const DEFAULT_TABLE = 'defaultRouteTable'
export const NONE_TABLE = 'noneRouteTable'

/** Why nothing of a table can be changed here; `undefined`: something can. */
export function whyNoTableChange({ name }: HubRouteTable): string | undefined {
  return keyOf(name) === keyOf(NONE_TABLE) ? 'This table stands for no table: it has no routes.' : undefined
}

/** Why Azure deletes no such table; `undefined`: it does. */
export function whyTableStays(table: HubRouteTable): string | undefined {
  if ([DEFAULT_TABLE, NONE_TABLE].some((name) => keyOf(name) === keyOf(table.name)))
    return 'Every hub has this table: Azure made it, and it stays as long as the hub.'
  const users = [...new Set([...table.associatedConnectionIds, ...table.propagatingConnectionIds])]
  return users.length === 0
    ? undefined
    : `${users.map(nameOfId).join(', ')} ${users.length === 1 ? 'uses' : 'use'} it: take it out of their routing first.`
}
