import { resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { parseId } from '../../src/emulator/arm/ids.ts'
import { empty } from '../../src/emulator/estates/empty.ts'
import type { Estate, EstateResource } from '../../src/emulator/estates/estate.ts'
import type { Json, JsonObject } from '../../src/emulator/wire/json.ts'
import { isObject, objectAt, objectsAt, textAt, without, withoutNulls } from '../../src/emulator/wire/read.ts'
import { networkTypeOfId } from '../../src/emulator/network/table.ts'
import { SUBSCRIPTION } from './emulator.ts'

/** One official example of one operation, ready to be sent. */
export interface Example {
  /** File name, without ending. */
  name: string
  operation: string
  method: string
  path: string
  query: string
  body: Json | undefined
  /** The first body of a success it shows. */
  answer: JsonObject
}

interface IndexRow {
  operationId: string
  method: string
  path: string
  spec: string
  example: string
}

/** The examples of the network provider that read, write or delete a resource; actions are left out. `folder`: `data/arm-specs`. */
export function readExamples(folder: string): Example[] {
  const rows = JSON.parse(readFileSync(resolve(folder, 'examples-index.json'), 'utf8')) as IndexRow[]
  return rows
    .filter(({ spec, method }) => spec.includes('Microsoft.Network') && method !== 'POST')
    .map((row) => exampleOf(folder, row))
}

/** All examples speak of subscriptions of their own: here they are one. */
function exampleOf(folder: string, row: IndexRow): Example {
  const text = readFileSync(resolve(folder, row.example), 'utf8').replaceAll(
    /\/subscriptions\/[^/"]+/g,
    `/subscriptions/${SUBSCRIPTION}`,
  )
  const { parameters, responses } = JSON.parse(text) as { parameters: JsonObject; responses: JsonObject }
  const named = new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]))
  named.set('subscriptionid', SUBSCRIPTION)
  const path = row.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => textAt(named.get(name.toLowerCase())) ?? name,
  )
  const others = Object.entries(parameters).filter(
    ([name, value]) =>
      typeof value === 'string' &&
      !row.path.toLowerCase().includes(`{${name.toLowerCase()}}`) &&
      name !== 'subscriptionId',
  )
  const shown = Object.entries(responses).find(
    ([status, one]) => Number(status) < 300 && isObject(objectAt(one).body),
  )
  return {
    name: row.example.slice(row.example.lastIndexOf('/') + 1).replace('.json', ''),
    operation: row.operationId,
    method: row.method,
    path,
    query: new URLSearchParams(
      others.map(([name, value]): [string, string] => [name, textAt(value) ?? '']),
    ).toString(),
    body: Object.values(parameters).find(isObject),
    answer: objectAt(objectAt(shown?.[1]).body),
  }
}

/**
 * The empty estate with what the request needs: its groups, what it lives in, what it refers to and, for anything but a PUT,
 * itself as its own answer shows it. One rule for all examples.
 */
export function estateFor(example: Example): Estate {
  const resources = new Map<string, EstateResource>()
  const location = textAt(objectAt(example.body).location) ?? 'westus'
  const add = (id: string, body: JsonObject): void => {
    for (const ancestor of ancestry(id)) {
      if (networkTypeOfId(ancestor) === undefined || resources.has(ancestor.toLowerCase())) continue
      const own = ancestor === id ? body : {}
      resources.set(ancestor.toLowerCase(), resourceOf(ancestor, own, location))
    }
  }
  if (example.method !== 'PUT') {
    const items = Array.isArray(example.answer.value) ? objectsAt(example.answer.value) : [example.answer]
    for (const item of items) {
      const id = textAt(item.id)
      if (id !== undefined && networkTypeOfId(id) !== undefined) add(id, item)
    }
    addParts(example, add)
    add(example.path, {})
  } else add(parentOf(example.path), {})
  for (const id of idsIn(example.body ?? null))
    if (id.toLowerCase() !== example.path.toLowerCase()) add(id, {})
  const groups = new Set([...resources.values()].map(({ id }) => id.split('/')[4] ?? ''))
  const own = parseId(example.path)?.group ?? example.path.split('/')[4]
  if (own !== undefined && example.path.includes('/resourceGroups/')) groups.add(own)
  return {
    ...empty,
    resourceGroups: [...groups].map((name) => ({ subscriptionId: SUBSCRIPTION, name, location: 'westus' })),
    resources: [...resources.values()],
  }
}

/** A part of a resource under a path of its own, or the list of them: shown in the resource it is part of. */
function addParts({ path, answer }: Example, add: (id: string, body: JsonObject) => void): void {
  const parent = parentOf(path)
  const segment = path.slice(parent.length + 1).split('/')[0] ?? ''
  const embedded = networkTypeOfId(parent)?.embeds?.find(
    (one) => one.segment.toLowerCase() === segment.toLowerCase(),
  )
  if (embedded === undefined || networkTypeOfId(path) !== undefined) return
  const parts = Array.isArray(answer.value) ? objectsAt(answer.value) : [answer]
  add(parent, {
    properties: { [embedded.member]: parts.map((one) => ({ ...one, properties: objectAt(one.properties) })) },
  })
}

/** The resource a path lies in: of a list or a single thing like `…/sharedkey`, what it belongs to. */
function parentOf(path: string): string {
  const segments = path.split('/')
  return segments.slice(0, segments.length % 2 === 0 ? -1 : -2).join('/')
}

/** What a resource needs to have before others may use it; the rest can be left out. */
const BARE: Record<string, JsonObject> = {
  virtualNetworks: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } },
  virtualHubs: { routingState: 'Provisioned' },
}

function resourceOf(id: string, body: JsonObject, location: string): EstateResource {
  const type = networkTypeOfId(id)?.type ?? ''
  return {
    id,
    location: type.includes('/') ? undefined : (textAt(body.location) ?? location),
    sku: isObject(body.sku) ? body.sku : undefined,
    properties: {
      ...BARE[type],
      ...without(withoutNulls(objectAt(body.properties)), ['provisioningState', 'resourceGuid', 'etag']),
    },
  }
}

/** The id and what it lives in, topmost first. */
function ancestry(id: string): string[] {
  const segments = id.split('/')
  const ids: string[] = []
  for (let length = 9; length <= segments.length; length += 2) ids.push(segments.slice(0, length).join('/'))
  return ids
}

function idsIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (isObject(value)) return Object.values(value).flatMap((inner) => idsIn(inner ?? null))
  return typeof value === 'string' && parseId(value) !== undefined ? [value] : []
}
