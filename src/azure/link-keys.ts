import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import { memberAt, withChanges } from '../model/edits/edit.ts'
import { isText } from '../model/edits/sent-secrets.ts'
import type { HubError } from '../model/errors.ts'
import { typeOfId } from '../model/paths.ts'
import type { Raw } from './raw.ts'

interface Given {
  /** Keys that somebody typed, by the name of their link: they stand for those there are. */
  typed?: Json | undefined
  signal?: AbortSignal | undefined
}

const LINKS = ['properties', 'vpnLinkConnections']

/**
 * What is in a hub's VPN gateway as it has to be put back. No reading gives the shared keys of links any more (Virtual WAN document 5.3), and a
 * link that is sent without one may get another: each that exists is asked for and put in its place. Who may not read it sends without,
 * as with other connections, and an empty one is never sent. What comes back is for sending alone.
 * @returns the failure, where a key could not be read for another reason: then the connection must not be sent
 */
export async function withLinkKeys(
  raw: Raw,
  id: string,
  wanted: JsonObject,
  { typed, signal }: Given,
): Promise<Result<JsonObject, HubError>> {
  let body = withTypedLinkKeys(id, wanted, typed)
  if (!isSiteConnection(id)) return ok(body)
  for (const [index, link] of linksIn(body).entries()) {
    const path = [...LINKS, String(index), 'properties', 'sharedKey']
    // A new one has no id yet.
    if (!isText(link.id) || isText(memberAt(body, path))) continue
    const answer = await raw.request(
      { method: 'POST', path: `${link.id}/sharedKeys/default/listSharedKey` },
      signal,
    )
    if (!answer.ok) {
      const { kind } = answer.error
      if (kind === 'forbidden' || kind === 'notFound') continue
      return answer
    }
    const key = keyIn(answer.value.body)
    if (key !== undefined) body = withChanges(body, [{ path, to: key }])
  }
  return ok(body)
}

/** The same for what is new: what was typed goes in, and Azure makes a key where nothing was. */
export function withTypedLinkKeys(id: string, wanted: JsonObject, typed: Json | undefined): JsonObject {
  if (!/^microsoft\.network\/vpngateways(\/|$)/i.test(typeOfId(id) ?? '')) return wanted
  const body = withoutEmptyKeys(wanted)
  if (!isSiteConnection(id) || !isJsonObject(typed)) return body
  return withChanges(
    body,
    linksIn(body).flatMap(({ name }, index) => {
      const to = typeof name === 'string' && Object.hasOwn(typed, name) ? typed[name] : undefined
      return isText(to) ? [{ path: [...LINKS, String(index), 'properties', 'sharedKey'], to }] : []
    }),
  )
}

function isSiteConnection(id: string): boolean {
  return /^microsoft\.network\/vpngateways\/vpnconnections$/i.test(typeOfId(id) ?? '')
}

function linksIn(body: JsonObject): JsonObject[] {
  const links = memberAt(body, LINKS)
  return Array.isArray(links) ? links.map((link) => (isJsonObject(link) ? link : {})) : []
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
