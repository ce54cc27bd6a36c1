import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { familyFromWire } from '../../src/azure/from-wire/resource.ts'
import type { JsonObject } from '../../src/lib/json.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import { detailsOf } from '../../src/model/details/details.ts'
import { keyOf } from '../../src/model/paths.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { readShared, sharedData } from '../support/shared-data.ts'
import { testEmulator } from './emulator.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Recording {
  interactions: { responseBody: unknown }[]
}

interface Body {
  id: string
  [member: string]: unknown
}

/** Ids as the service writes them: of a resource in a resource group, each part there. */
const RESOURCE = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+(\/[^/]+\/[^/]+)+$/i

/** Every object in recorded answers that is a resource, wherever it stands: alone, in a list, inside another. */
function resourcesIn(value: unknown, into: Body[]): void {
  if (Array.isArray(value)) for (const item of value) resourcesIn(item, into)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const object = value as Record<string, unknown>
  if (typeof object.id === 'string' && RESOURCE.test(object.id) && typeof object.properties === 'object')
    into.push({ ...object, id: object.id })
  for (const inner of Object.values(object)) resourcesIn(inner, into)
}

function recorded(): Body[] {
  const folder = resolve(import.meta.dirname, '../../../shared/data/recordings')
  const bodies: Body[] = []
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    for (const { responseBody } of readShared<Recording>(`data/recordings/${file}`).interactions) {
      resourcesIn(responseBody, bodies)
    }
  }
  return bodies
}

/** Each id may stand in a file once, so each further body of the same id goes to a file of its own. */
function files(bodies: Body[]): Body[][] {
  const versions = new Map<string, Set<string>>()
  const all: Body[][] = []
  for (const body of bodies) {
    const known = versions.get(keyOf(body.id)) ?? new Set()
    versions.set(keyOf(body.id), known)
    const text = JSON.stringify(body)
    if (known.has(text)) continue
    const file = (all[known.size] ??= [])
    file.push(body)
    known.add(text)
  }
  return all
}

async function opened(bodies: Body[], readOnly: boolean) {
  const emulator = testEmulator()
  const answer = await emulator.file({
    do: 'open',
    name: 'recorded.json',
    text: JSON.stringify(bodies),
    readOnly,
  })
  if (answer.is !== 'opened') throw new Error(JSON.stringify(answer))
  await emulator.control({ do: 'settings', pageSize: 100_000 })
  return { emulator, report: answer.state.opened?.report }
}

describe('every resource that was ever recorded', () => {
  beforeEach(({ skip }) => {
    sharedData('data/recordings', skip)
  })

  it.each([true, false])(
    'opens from an estate file, answers by its id, and has a verdict and details (read-only: %s)',
    async (readOnly) => {
      let seen = 0
      for (const bodies of files(recorded())) {
        const { emulator, report } = await opened(bodies, readOnly)
        expect(report?.resources).toBeGreaterThanOrEqual(bodies.length)
        const resources: Resource[] = []
        const failed: string[] = []
        const listed: string[] = []
        for (const { id } of bodies) {
          const answer = await emulator.ask('GET', id.split('/').map(encodeURIComponent).join('/'))
          if (answer.status === 200) resources.push(...familyFromWire(answer.body, { source: 'get', at: 0 }))
          else if (answer.body.error.code === 'NotInFile') listed.push(id)
          else failed.push(`${answer.status} ${id}`)
        }
        // Recorded in a list: its status is not known, the rest of it is.
        for (const id of listed) {
          const answer = await emulator.ask('GET', id.slice(0, id.lastIndexOf('/')))
          const items: JsonObject[] = answer.body.value
          const item = items.find((one) => keyOf(String(one.id)) === keyOf(id))
          if (item && /connections$/i.test(id.split('/').at(-2) ?? ''))
            resources.push(...familyFromWire(item, { source: 'list', at: 0 }))
        }
        expect(failed).toEqual([])

        const subscriptionId = '00000000-0000-0000-0000-000000000000'
        const inventory = { subscriptionId, resources, unreadable: [], phase: 'done' as const, readAt: 0 }
        const estate = buildEstate([{ subscriptionId, displayName: 'Recorded' }], [inventory])
        for (const { id } of bodies) {
          expect(estate.row(keyOf(id))?.judgement.sentence, id).toBeTruthy()
          const resource = estate.resources.get(keyOf(id))
          expect(resource?.key, id).toBe(keyOf(id))
          if (resource) expect(() => detailsOf(resource, estate), id).not.toThrow()
          seen += 1
        }
      }
      expect(seen).toBeGreaterThan(500)
    },
  )

  it('is listed by what lists its type', async () => {
    const { emulator } = await opened(recorded(), true)
    const { body } = await emulator.ask('GET', '/subscriptions')
    let listed = 0
    for (const { subscriptionId } of body.value) {
      const answer = await emulator.ask('GET', `/subscriptions/${subscriptionId}/resources`)
      const types = new Set<string>(answer.body.value.map(({ type }: Body) => type))
      for (const type of types) {
        const list = await emulator.ask('GET', `/subscriptions/${subscriptionId}/providers/${type}`)
        if (list.status !== 200) continue
        const expected = answer.body.value.filter((item: Body) => item.type === type).length
        expect(list.body.value.length, type).toBe(expected)
        listed += expected
      }
    }
    expect(listed).toBeGreaterThan(50)
  })
})
