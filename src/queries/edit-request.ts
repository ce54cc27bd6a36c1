import type { JsonObject } from '../lib/json.ts'
import { apiVersionFor } from '../azure/api-versions.ts'
import { bodyOf, type Edit } from '../model/edits/edit.ts'
import type { LoggedRequest } from '../model/requests/logged-request.ts'

export type ShownRequest = Pick<LoggedRequest, 'method' | 'url' | 'body'>

/**
 * The request an edit makes of a body, to be read and copied before it is sent. Its address begins at the path: `az rest`
 * puts the cloud's own endpoint before it.
 * @param body the resource without its secrets; where a tag holds one there is a placeholder, and in what is sent the value
 */
export function requestOf(edit: Edit, body: JsonObject): ShownRequest {
  const path = edit.id.split('/').map(encodeURIComponent).join('/')
  return {
    method: edit.method,
    url: `${path}?api-version=${apiVersionFor(edit.id)}`,
    body: { is: 'json', json: bodyOf(edit, body) },
  }
}
