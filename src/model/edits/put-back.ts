import type { Estate } from '../estate.ts'
import type { Resource } from '../resources/resource.ts'
import { connectionChanged, gatewayChanged } from './configure-consequences.ts'
import type { Consequences } from './consequences.ts'
import { type Edit, reversed } from './edit.ts'
import { connectionsOf, touchedConnection } from './gateway-connections.ts'

/**
 * Whether an edit can be turned around. What was made is not put back but deleted, which is a form of its own; and Azure
 * goes some ways in one direction alone.
 */
export function canBePutBack(edit: Edit): boolean {
  if (edit.method === 'PUT' && edit.creates === true) return false
  // Secrets that were set are nowhere kept.
  if (edit.changes.length === 0) return false
  return !edit.changes.some((change) => isOneWay(edit.topic, change))
}

/**
 * A gateway does not go to a SKU without zones again (VPN Gateway 1.7), a circuit neither to less bandwidth nor to metered data
 * (ExpressRoute 1.3), a WAN not to Basic (Virtual WAN 1).
 */
function isOneWay(topic: string, { path, from, to }: Edit['changes'][number]): boolean {
  switch (topic) {
    case 'sku':
      return typeof from !== 'string' || !/az$/i.test(from)
    case 'circuit':
      return (
        (path.at(-1) ?? '').startsWith('bandwidth') || (path.at(-1) === 'family' && to === 'UnlimitedData')
      )
    case 'wan':
      return path.at(-1) === 'type'
    default:
      return false
  }
}

/** The edit turned around, as a new edit: what it changed is changed back, and nothing else. */
export function putBack(edit: Edit): Edit {
  const changes = reversed(edit.changes)
  const effect = effectOf(edit, changes)
  if (edit.method === 'PATCH') return { ...edit, changes, effect }
  const { secret: _, ...kept } = edit
  return { ...kept, changes, effect }
}

/** Its name has to be typed: it can cut off tunnels or people for good. */
export function putBackConfirms({ topic, name }: Edit): string | undefined {
  return topic === 'active-active' || topic === 'point-to-site' ? name : undefined
}

/** @param page what the page is of: the resource itself, or the gateway of a NAT rule */
export function putBackConsequences(
  { id, name, effect }: Edit,
  page: Resource,
  estate: Estate,
): Consequences {
  switch (page.kind) {
    case 'virtualNetworkGateway':
      return gatewayChanged(page, estate, { drops: effect })
    case 'connection':
      return connectionChanged(page, estate, { drops: effect })
    default:
      return {
        touches: [{ id, name }],
        depends: connectionsOf(page, estate).map(touchedConnection),
        drops: effect,
      }
  }
}

/** Most do the same to traffic either way; of these the way back is another than the way there. */
function effectOf({ topic, effect }: Edit, back: Edit['changes']): string {
  switch (topic) {
    case 'active-active':
      return back.some(({ path, to }) => path.at(-1) === 'activeActive' && to === true) ? TO_TWO : TO_ONE
    case 'point-to-site':
      return CLIENTS
    default:
      return effect
  }
}

const TO_TWO =
  'The gateway gets its second address again. The tunnels may be interrupted while it changes, and each device needs its second tunnel again.'

const TO_ONE =
  'The tunnels to the second address end and do not come back. Devices that use that address lose the site until they use the first.'

const CLIENTS =
  'People who are connected by point-to-site may be cut off. Secrets of RADIUS servers are not kept here: that of a server that was taken away has to be set again, and one that was replaced stays replaced. Site-to-site tunnels stay.'
