import type { Unread } from '../estates/estate.ts'
import { networkTypeOf, networkTypeOfId } from '../network/table.ts'
import { objectAt, objectsAt } from '../wire/read.ts'
import type { Answer } from './answer.ts'
import { isQuestion } from './deployments/questions.ts'
import { query, type Exchange } from './exchange.ts'
import { scopeLocked } from './locks.ts'
import { parentId } from './ids.ts'
import { gatewayError, networkError } from './refusals.ts'
import { actionOf, scopeOf } from './rights.ts'

/**
 * What a read-only estate refuses: every write and action, as a lock does, and
 * every read of what its file does not hold and nobody can ask for any more.
 */
export function refuseInReadOnly(exchange: Exchange): Answer | undefined {
  const { estate, method, segments } = exchange
  if (estate.readOnly === undefined) return undefined
  if (method === 'GET' || method === 'HEAD') return notHeld(exchange)
  // Resource Graph asks by POST and changes nothing.
  if (segments[0]?.toLowerCase() !== 'subscriptions' || isQuestion(method, segments)) return undefined
  const scope = `/${segments.join('/')}`
  const operation = method === 'DELETE' ? 'delete' : 'write'
  return scopeLocked(scope, operation, [`/${segments.slice(0, 2).join('/')}`])
}

function notHeld(exchange: Exchange): Answer | undefined {
  const { estate, segments, model } = exchange
  const id = `/${segments.join('/')}`
  const last = segments.at(-1)?.toLowerCase() ?? ''
  if (last === 'sharedkey' || last === 'sharedkeys') return notInFile('No key is in a file like this.')
  const wanted = wantedBy(exchange)
  const unread = estate.snapshot?.unread.find((one) => {
    const scope = one.scope.toLowerCase()
    if (scope === id.toLowerCase()) return covers(one, wanted.actions)
    if (model.resource(id) !== undefined) return false
    const asked = wanted.scope.toLowerCase()
    return (asked === scope || asked.startsWith(`${scope}/`)) && covers(one, wanted.actions)
  })
  if (unread !== undefined)
    return { ...networkError(unread.status, unread.code, unread.message), by: 'gateway' }
  return estate.snapshot === undefined ? childrenNotHeld(exchange) : undefined
}

/** A generic list needs the right to read each type it is asked for. */
function wantedBy({ method, segments, url }: Exchange): { scope: string; actions: string[] } {
  const generic = segments.at(-1)?.toLowerCase() === 'resources' && segments.length <= 5
  if (!generic) return { scope: scopeOf(segments), actions: [actionOf(method, segments)] }
  const types = [...(query(url, '$filter') ?? '').matchAll(/'([^']+)'/g)].flatMap(([, type]) => type ?? [])
  return {
    scope: `/${segments.slice(0, -1).join('/')}`,
    actions: types.map((type) => `${type}/read`),
  }
}

// A star stands for every type of the namespace.
function covers(unread: Unread, actions: string[]): boolean {
  const [start = '', end] = unread.action.toLowerCase().split('*')
  return actions.some((action) => {
    const lower = action.toLowerCase()
    return end === undefined ? lower === start : lower.startsWith(start) && lower.endsWith(end)
  })
}

/** A file that is no snapshot does not tell whether a parent without children has none. Inlined ones it does. */
function childrenNotHeld({ segments, model }: Exchange): Answer | undefined {
  const at = segments.findIndex((one) => one.toLowerCase() === 'providers')
  const types = segments.slice(at + 2).filter((_, index) => index % 2 === 0)
  const isList = at !== -1 && (segments.length - at) % 2 === 1
  if (!isList || types.length < 2) return undefined
  const type = networkTypeOf(types.join('/'))
  const inlined = networkTypeOf(types.slice(0, -1).join('/'))?.inlines?.some((one) => one.type === type?.type)
  if (type === undefined || inlined || model.collection(`/${segments.join('/')}`).length > 0) return undefined
  return notInFile('The file holds none of these, and does not tell whether there are any.')
}

/**
 * A list leaves out the status of a connection, so a file made from one does not hold it, and nobody can ask for it. A snapshot
 * says of each resource itself whether it was read, and a connection that is written here gets a status.
 */
export function refuseWithoutStatus({ estate, method, segments, model }: Exchange): Answer | undefined {
  if (method !== 'GET' || estate.snapshot !== undefined) return undefined
  const row = model.resource(`/${segments.join('/')}`)
  if (row?.body === undefined || row.write !== undefined) return undefined
  const type = networkTypeOfId(row.id)?.type
  if (type !== 'connections' && type !== 'vpnGateways/vpnConnections') return undefined
  // Where no list has it, as without its gateway, its own answer is all there is.
  const parent = parentId(row.id)
  if (parent !== undefined && model.resource(parent) === undefined) return undefined
  const links = objectsAt(row.properties.vpnLinkConnections).map((link) => objectAt(link.properties))
  if ([row.properties, ...links].some(({ connectionStatus }) => connectionStatus !== undefined))
    return undefined
  return notInFile('The file holds no connectionStatus of this connection, as a list has none.')
}

/** Not ARM's: there is no Azure behind a file. */
function notInFile(message: string): Answer {
  return gatewayError(409, 'NotInFile', message)
}
