import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { readShared } from './shared-data.ts'

interface Recording {
  interactions: { url: string; responseBody: unknown }[]
}

export interface RecordedBody {
  id: string
  [member: string]: unknown
}

/** Ids as the service writes them: of a resource in a resource group, each part there. */
const RESOURCE = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+(\/[^/]+\/[^/]+)+$/i

/** Every object in recorded answers that is a resource, wherever it stands: alone, in a list, inside another. */
function resourcesIn(value: unknown, add: (body: RecordedBody) => void): void {
  if (Array.isArray(value)) for (const item of value) resourcesIn(item, add)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const object = value as Record<string, unknown>
  if (typeof object.id === 'string' && RESOURCE.test(object.id) && typeof object.properties === 'object')
    add({ ...object, id: object.id })
  for (const inner of Object.values(object)) resourcesIn(inner, add)
}

/** All resources that were ever recorded, with the api-version they were asked for by. */
export function recordedBodies(): { version: string; body: RecordedBody }[] {
  const folder = resolve(import.meta.dirname, '../../../shared/data/recordings')
  const bodies: { version: string; body: RecordedBody }[] = []
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    for (const { url, responseBody } of readShared<Recording>(`data/recordings/${file}`).interactions) {
      const version = /api-version=([\w-]+)/.exec(url)?.[1] ?? ''
      resourcesIn(responseBody, (body) => bodies.push({ version, body }))
    }
  }
  return bodies
}
