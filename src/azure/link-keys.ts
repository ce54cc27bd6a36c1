import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { memberAt, type MemberChange, withChanges } from '../model/edits/edit.ts'
import { isText } from '../model/edits/sent-secrets.ts'
import type { HubError } from '../model/errors.ts'
import { typeOfId } from '../model/paths.ts'
import type { Raw } from './raw.ts'

interface Given {
  /** Keys that somebody typed, by the name of their link: they stand for those there are. */
  typed?: Json | undefined
  signal?: AbortSignal | undefined
}

const CONNECTIONS = ['properties', 'connections']
const LINKS = ['properties', 'vpnLinkConnections']

/**
 * What is in a hub's VPN gateway as it has to be put back, the gateway itself with the connections in it too. No reading gives the shared
 * keys of links any more (Virtual WAN document 5.3), and a link that is sent without one may get another, after which its tunnels are down:
 * whether it does is not verified, so each key is asked for and put in its place. An empty one is never sent. What comes back is for
 * sending alone.
 * @returns the refusal, where a key may not be read or is not told: then it must not be sent
 */
export async function withLinkKeys(
  raw: Raw,
  id: string,
  wanted: JsonObject,
  { typed, signal }: Given,
): Promise<Result<JsonObject, HubError>> {
  if (!isInVpnGateway(id)) return ok(wanted)
  const body = withTypedLinkKeys(id, wanted, typed)
  // A new one has no id yet.
  const lacking = linksIn(id, body).flatMap(({ link, path }) =>
    isText(link.id) && !isText(memberAt(body, path)) && !signsIn(link) ? [{ id: link.id, path }] : [],
  )
  // Together, as far as the transport lets them: what was read grows old meanwhile.
  const keys = await Promise.all(lacking.map((link) => keyOf(raw, link.id, signal)))
  const changes: MemberChange[] = []
  for (const [index, key] of keys.entries()) {
    if (!key.ok) return key
    const path = lacking[index]?.path
    if (path) changes.push({ path, to: key.value })
  }
  return ok(withChanges(body, changes))
}

/** @param id of the link */
async function keyOf(raw: Raw, id: string, signal?: AbortSignal): Promise<Result<string, HubError>> {
  const path = `${id}/sharedKeys/default/listSharedKey`
  const answer = await raw.request({ method: 'POST', path }, signal)
  if (!answer.ok) {
    const { kind } = answer.error
    return kind === 'forbidden' || kind === 'notFound' ? err(notTold(id, answer.error)) : answer
  }
  const key = keyIn(answer.value.body)
  return key === undefined ? err(notTold(id)) : ok(key)
}

/** The same for what is new: what was typed goes in, and Azure makes a key where nothing was. */
export function withTypedLinkKeys(id: string, wanted: JsonObject, typed: Json | undefined): JsonObject {
  if (!isInVpnGateway(id)) return wanted
  const body = withoutEmptyKeys(wanted)
  if (!isSiteConnection(id) || !isJsonObject(typed)) return body
  return withChanges(
    body,
    linksIn(id, body).flatMap(({ link: { name }, path }) => {
      const to = typeof name === 'string' && Object.hasOwn(typed, name) ? typed[name] : undefined
      return isText(to) ? [{ path, to }] : []
    }),
  )
}

function isInVpnGateway(id: string): boolean {
  return /^microsoft\.network\/vpngateways(\/|$)/i.test(typeOfId(id) ?? '')
}

function isSiteConnection(id: string): boolean {
  return /^microsoft\.network\/vpngateways\/vpnconnections$/i.test(typeOfId(id) ?? '')
}

interface LinkAt {
  link: JsonObject
  /** Where its key belongs. */
  path: string[]
}

/** Of a connection, or of all that are in a gateway. */
function linksIn(id: string, body: JsonObject): LinkAt[] {
  const connections: string[][] = isSiteConnection(id)
    ? [[]]
    : itemsAt(body, CONNECTIONS).map((_, index) => [...CONNECTIONS, String(index)])
  return connections.flatMap((connection) => {
    const links = [...connection, ...LINKS]
    return itemsAt(body, links).map((link, index) => ({
      link: isJsonObject(link) ? link : {},
      path: [...links, String(index), 'properties', 'sharedKey'],
    }))
  })
}

function itemsAt(body: JsonObject, path: readonly string[]): Json[] {
  const items = memberAt(body, path)
  return Array.isArray(items) ? items : []
}

/** With a certificate, so it has no key. */
function signsIn(link: JsonObject): boolean {
  const kind = memberAt(link, ['properties', 'authenticationType'])
  return isText(kind) && /^certificate$/i.test(kind)
}

/** @param id of the link. @param refusal Azure's, where it is one */
function notTold(id: string, refusal?: HubError): HubError {
  const [connection = '', link = ''] =
    /\/vpnConnections\/([^/]+)\/vpnLinkConnections\/([^/]+)/i.exec(id)?.slice(1) ?? []
  // A new key helps where there is none to tell, and not who may not read it.
  const [why, next] =
    refusal?.kind === 'forbidden'
      ? ['this account may not read the shared key', 'Ask for the right to list the shared keys of links']
      : ['Azure did not tell the shared key', 'Set the shared key of this link anew']
  return {
    kind: 'invalid',
    ...(refusal?.correlationId !== undefined && { correlationId: refusal.correlationId }),
    code: 'LinkKeyNotTold',
    message: `Nothing was sent. It is sent as a whole, and ${why} of the link ${link} of ${connection}: sent without, Azure could give the link another key, and its tunnels would go down. ${next}, then send the change again.`,
    target: id,
    details: [],
  }
}

/** A key, by the names it has had in answers. */
function keyIn(body: Json | undefined): string | undefined {
  const found = [
    memberAt(body, ['properties', 'sharedKey']),
    memberAt(body, ['sharedKey']),
    memberAt(body, ['value']),
  ]
  return found.find(isText)
}

function withoutEmptyKeys(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      value === undefined || (name === 'sharedKey' && !isText(value)) ? [] : [[name, inside(value)]],
    ),
  )
}

function inside(value: Json): Json {
  if (Array.isArray(value)) return value.map(inside)
  return isJsonObject(value) ? withoutEmptyKeys(value) : value
}
