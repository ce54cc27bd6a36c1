import { beforeEach, describe, expect, it, vi } from 'vitest'
import { familyFromWire } from '../../src/azure/from-wire/resource.ts'
import type { JsonObject } from '../../src/lib/json.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import { detailsOf } from '../../src/model/details/details.ts'
import { keyOf } from '../../src/model/paths.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { recordedBodies, type RecordedBody } from '../support/recorded-bodies.ts'
import { sharedData } from '../support/shared-data.ts'
import { testEmulator } from './emulator.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Each id may stand in a file once, so each further body of the same id goes to a file of its own. */
function files(bodies: RecordedBody[]): RecordedBody[][] {
  const versions = new Map<string, Set<string>>()
  const all: RecordedBody[][] = []
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

async function opened(bodies: RecordedBody[], readOnly: boolean) {
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
      for (const bodies of files(recordedBodies().map(({ body }) => body))) {
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
          const item = items.find((one) => typeof one.id === 'string' && keyOf(one.id) === keyOf(id))
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

  it('is in the list of its type where ARM has one for subscriptions, and only there', async () => {
    const { emulator } = await opened(
      recordedBodies().map(({ body }) => body),
      true,
    )
    const { body } = await emulator.ask('GET', '/subscriptions')
    let listed = 0
    const elsewhere = new Set<string>()
    for (const { subscriptionId } of body.value) {
      const answer = await emulator.ask('GET', `/subscriptions/${subscriptionId}/resources`)
      const types = new Set<string>(answer.body.value.map(({ type }: RecordedBody) => type))
      for (const type of types) {
        const list = await emulator.ask('GET', `/subscriptions/${subscriptionId}/providers/${type}`)
        // Listed by group or by parent only: then the service has no such address.
        if (list.status !== 200) {
          expect([list.status, type]).toEqual([404, type])
          elsewhere.add(type)
          continue
        }
        const expected = answer.body.value.filter((item: RecordedBody) => item.type === type).length
        expect(list.body.value.length, type).toBe(expected)
        listed += expected
      }
    }
    expect(listed).toBeGreaterThan(50)
    expect([...elsewhere].sort()).toEqual(
      ['connections', 'localNetworkGateways', 'virtualNetworkGateways'].map(
        (type) => `Microsoft.Network/${type}`,
      ),
    )
  })
})
