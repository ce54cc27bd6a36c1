import type { JsonObject } from '../lib/json.ts'
import { apiVersionFor } from '../azure/api-versions.ts'
import { bodyOf, type Edit, type Replacement, withChanges } from '../model/edits/edit.ts'
import { radiusServersIn, sendsKey } from '../model/edits/sent-secrets.ts'
import type { Write } from '../model/edits/write.ts'
import type { ShownRequest } from '../model/requests/logged-request.ts'

/**
 * The request a write makes, to be read and copied before it is sent. Its address begins at the path: `az rest` puts the
 * cloud's own endpoint before it.
 * @param body for an edit the resource without its secrets; where a tag holds one there is a placeholder, and in what is sent
 * the value
 */
export function requestOf(write: Write, body: JsonObject): ShownRequest {
  const query = new URLSearchParams({
    ...(write.is === 'action' && write.query),
    'api-version': apiVersionFor(write.id),
  })
  const path = write.is === 'action' ? `${write.id}/${write.segment}` : write.id
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const lacksKey = write.is === 'edit' && write.method === 'PUT' && carriesKey(write, body)
  return {
    method: write.method,
    url: `${encoded}?${query}`,
    body: shownBody(write, body),
    ...(lacksKey && { lacksKey }),
  }
}

/** What is sent has the key of a connection, or those of a site's links, put in. */
function carriesKey(edit: Replacement, body: JsonObject): boolean {
  const ofLinks = /\/vpngateways\/[^/]+\/vpnconnections\/[^/]+$/i.test(edit.id) && edit.creates !== true
  return ofLinks || sendsKey(edit.id, bodyOf(edit, body))
}

function shownBody(write: Write, body: JsonObject): ShownRequest['body'] {
  switch (write.is) {
    case 'edit':
      return { is: 'json', json: withSecretsMarked(bodyOf(write, body), write) }
    case 'removal':
      return { is: 'none' }
    case 'action':
      if (write.secret !== undefined)
        return {
          is: 'json',
          json: withSecretNamed(write.segment, `<${write.secret.replace(/^the /, '')}>`),
        }
      return write.body === undefined ? { is: 'none' } : { is: 'json', json: write.body }
    default:
      return write satisfies never
  }
}

/** The body came without the secrets of RADIUS servers, and what is sent holds them: each has its placeholder. */
function withSecretsMarked(body: JsonObject, { method }: Edit): JsonObject {
  if (method !== 'PUT') return body
  return withChanges(
    body,
    radiusServersIn(body).map((path) => ({ path: [...path, 'radiusServerSecret'], to: '<RADIUS secret>' })),
  )
}

/** Which member holds the secret is the wire's own (ARM contract 9.2, 9.3, 9.8). */
function withSecretNamed(segment: string, secret: string): JsonObject {
  if (/\/sharedkeys\/default$/i.test(segment)) return { properties: { sharedKey: secret } }
  return { [/^stoppacketcapture$/i.test(segment) ? 'sasUrl' : 'value']: secret }
}
