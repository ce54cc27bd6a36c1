import type { Answer } from '../answer.ts'
import { segment, type Exchange } from '../exchange.ts'
import { isThere } from '../group-of.ts'
import { groupNotFound } from '../refusals.ts'
import { placeId, type Place } from './template/scope.ts'

/** The deployment a request is about. */
export interface Address {
  place: Place
  name: string
  id: string
}

/** Of `…/deployments/{name}/…`, at a resource group or at a subscription; without a name for a list. */
export function addressOf(exchange: Exchange): Address | { refusal: Answer } {
  const inGroup = segment(exchange, 2).toLowerCase() === 'resourcegroups'
  const at = exchange.segments.findIndex(
    (one, index) => index > (inGroup ? 3 : 1) && one.toLowerCase() === 'deployments',
  )
  const name = segment(exchange, at + 1)
  const base = `/${exchange.segments.slice(0, inGroup ? 4 : 2).join('/')}`
  const group = inGroup ? exchange.model.group(segment(exchange, 1), segment(exchange, 3)) : undefined
  if (inGroup && (group === undefined || !isThere(group, exchange.now)))
    return { refusal: groupNotFound(segment(exchange, 3)) }
  const place = placeAt(exchange, `${base}/providers/x/y/z`)
  const id = idOf(place, name)
  return {
    place,
    name: exchange.model.deployment(id)?.name ?? name,
    id: exchange.model.deployment(id)?.id ?? id,
  }
}

export function idOf(place: Place, name: string): string {
  return `${placeId(place)}/providers/Microsoft.Resources/deployments/${name}`
}

/** The group or the subscription an id lies in. A group that is not there yet has no location. */
export function placeAt({ model, estate, now }: Exchange, id: string): Place {
  const [, , subscriptionId = '', groups, groupName = ''] = id.split('/')
  const known = estate.subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
  )
  const place: Place = {
    subscriptionId: known?.subscriptionId ?? subscriptionId,
    subscription: { displayName: known?.displayName ?? '', tenantId: estate.tenant.tenantId },
  }
  if (groups?.toLowerCase() !== 'resourcegroups') return place
  const group = model.group(subscriptionId, groupName)
  if (group === undefined || !isThere(group, now))
    return { ...place, group: { name: groupName, location: '' } }
  const { name, location, tags } = group
  return { ...place, group: { name, location, ...(tags && { tags }) } }
}
