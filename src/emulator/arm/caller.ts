import type { Json } from '../wire/json.ts'
import { objectAt, textAt } from '../wire/read.ts'

/** Who sends a request, as far as its token says. Whether the token is a good one is the server's matter. */
export interface Caller {
  /** What 403 messages call them. */
  name: string
  /** Object id: whom role assignments name. */
  objectId: string
  /** The directory the token is for; undefined: for every one, as in the demo. */
  tenantId?: string
  /** The application the token was given to. */
  appId?: string
}

/** Made-up person the demo signs in as. */
const DEMO_CALLER: Caller = {
  name: 'alex@contoso.example',
  objectId: '5d0a1c3e-6b1f-4c8e-9a55-0f6f2f1f7a10',
}

/** The person in a JSON web token (claims `oid`, `tid`, `preferred_username`); for any other token the demo's. */
export function callerOf(authorization: string | null): Caller {
  const [, payload] = /^bearer\s+[^.\s]+\.([^.\s]+)\.[^.\s]*$/i.exec(authorization ?? '') ?? []
  const claims = objectAt(payload === undefined ? undefined : decoded(payload))
  const tenantId = textAt(claims.tid)
  const appId = textAt(claims.appid) ?? textAt(claims.azp)
  const at = { ...(tenantId !== undefined && { tenantId }), ...(appId !== undefined && { appId }) }
  const objectId = textAt(claims.oid)
  if (objectId === undefined) return { ...DEMO_CALLER, ...at }
  const name = textAt(claims.preferred_username) ?? textAt(claims.upn) ?? textAt(claims.name) ?? objectId
  return { name, objectId, ...at }
}

function decoded(part: string): Json | undefined {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    // What JSON.parse returns is JSON.
    return JSON.parse(new TextDecoder().decode(bytes)) as Json
  } catch {
    return undefined
  }
}
