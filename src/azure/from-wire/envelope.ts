import type { JsonObject } from '../../lib/json.ts'
import { keyOf, nameOfId, typeOfId } from '../../model/paths.ts'
import type { Envelope, Source } from '../../model/resources/resource.ts'
import { object, text, texts } from './read.ts'

/** How and when a body was read: milliseconds since the epoch. */
export interface Read {
  source: Source
  at: number
}

/** What every resource has; `undefined` without an id, since nothing can be done with it. */
export function envelopeFromWire(body: JsonObject, read: Read): Envelope | undefined {
  const id = text(body.id)
  if (id === undefined) return undefined
  return {
    id,
    key: keyOf(id),
    name: text(body.name) ?? nameOfId(id),
    type: text(body.type) ?? typeOfId(id) ?? '',
    subscriptionId: /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? '',
    resourceGroup: /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '',
    location: locationFrom(body),
    tags: tagsFrom(body),
    zones: texts(body.zones),
    etag: text(body.etag),
    provisioningState: text(object(body.properties).provisioningState),
    source: read.source,
    readAt: read.at,
    body,
  }
}

/** Short name or display name on the wire (`West Europe`): blanks go, lower case. */
function locationFrom(body: JsonObject): string | undefined {
  return text(body.location)?.replace(/\s+/g, '').toLowerCase()
}

function tagsFrom(body: JsonObject): Record<string, string> {
  const tags: [string, string][] = []
  for (const [name, value] of Object.entries(object(body.tags))) {
    if (typeof value === 'string') tags.push([name, value])
  }
  return Object.fromEntries(tags)
}
