import type { Exchange } from '../arm/exchange.ts'
import { segment } from '../arm/exchange.ts'
import type { GroupRow } from '../store/rows.ts'
import type { NetworkType } from './network-type.ts'

export interface Address {
  id: string
  name: string
  /** The id of the parent resource; absent at top level. */
  parent?: string
}

/**
 * The id a request means, in ARM's casing: the group's and the parents' names as first created, the types as the service
 * writes them (ARM contract 4, recorded behaviour 6).
 */
export function addressOf(exchange: Exchange, type: NetworkType, group: GroupRow | undefined): Address {
  const types = type.type.split('/')
  const subscription = group?.subscriptionId ?? segment(exchange, 1)
  let id = `/subscriptions/${subscription}/resourceGroups/${group?.name ?? segment(exchange, 3)}/providers/Microsoft.Network`
  let parent: string | undefined
  let name = ''
  for (const [index, part] of types.entries()) {
    parent = index === 0 ? undefined : id
    const given = segment(exchange, 7 + index * 2)
    name = index === types.length - 1 ? (type.canonicalName?.(given) ?? given) : given
    id = `${id}/${part}/${name}`
    id = exchange.model.resource(id)?.id ?? id
  }
  return { id, name, parent }
}

/** The collection a list request means, as `Model.collection` takes it. */
export function collectionOf(exchange: Exchange, type: NetworkType): { path: string; parent?: string } {
  const types = type.type.split('/')
  const base = `/subscriptions/${segment(exchange, 1)}/resourceGroups/${segment(exchange, 3)}/providers/Microsoft.Network`
  const parents = types.slice(0, -1).map((part, index) => `/${part}/${segment(exchange, 7 + index * 2)}`)
  const parent = parents.length === 0 ? undefined : base + parents.join('')
  return { path: `${parent ?? base}/${types[types.length - 1]}`, parent }
}
