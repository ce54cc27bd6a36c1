import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { NETWORK_TYPES } from '../../src/emulator/network/table.ts'
import { tagsEdit, tagsEditable, tagsOf } from '../../src/model/edits/tags.ts'
import type { Tag } from '../../src/model/edits/tag-rules.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import type { TestEmulator } from './emulator.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { idOf, type On, onContoso, read } from './on-contoso.ts'

// The app's way of writing against the emulator, for the first thing it writes.

async function change(on: On, resource: Resource, rows: Tag[]) {
  return (await on.azure.writes()).send(tagsEdit(resource, tagsOf(resource), rows))
}

const raw = async (emulator: TestEmulator, id: string) => (await emulator.ask('GET', id)).body

const GATEWAY = idOf('vgw-weu-prod')
const NEW: Tag = { name: 'cost center', value: '4711' }

/** One resource of each type of the estate. */
const BY_TYPE = new Map(
  contoso.resources.map(({ id }) => {
    const [, , , , , , , ...rest] = id.split('/')
    return [rest.filter((_, index) => index % 2 === 0).join('/'), id]
  }),
)

test('tags are offered exactly where the service takes a PATCH of them', async () => {
  const on = onContoso()
  const offered: string[] = []
  for (const [type, id] of BY_TYPE) {
    if (tagsEditable(await read(on, id)).is === 'yes') offered.push(type.toLowerCase())
  }
  // Watchers, route filters and appliances of a virtual hub are no kinds of the hub's own.
  const strange = new Set(['networkWatchers', 'routeFilters', 'networkVirtualAppliances'])
  const patched = NETWORK_TYPES.filter(({ patch, type }) => patch && !strange.has(type)).map(({ type }) =>
    type.toLowerCase(),
  )
  expect(offered.sort()).toEqual(
    patched.filter((type) => [...BY_TYPE.keys()].some((one) => one.toLowerCase() === type)).sort(),
  )
  // The estate has one of each, so that each is tried below.
  expect(offered).toHaveLength(patched.length)
})

test('a resource whose last change failed takes other tags, and its old failure is not taken for one of this change', async () => {
  const on = onContoso()
  const failed = await read(on, idOf('vgw-neu-dr'))
  expect(failed.provisioningState).toBe('Failed')
  expect(await change(on, failed, [NEW])).toMatchObject({
    is: 'done',
    resource: { tags: { 'cost center': '4711' } },
  })
})

describe.each([...BY_TYPE])('%s', (_, id) => {
  test('a change of tags changes nothing else, and is put back', async () => {
    const on = onContoso()
    const before = await raw(on.emulator, id)
    const resource = await read(on, id)
    if (tagsEditable(resource).is === 'no') return
    on.sent.length = 0
    const end = await change(on, resource, [NEW])
    expect(end).toMatchObject({
      is: 'done',
      by: 'answer',
      resource: { tags: { 'cost center': '4711' }, source: 'write' },
    })
    expect(on.sent.map(({ method }) => method)).toEqual(['GET', 'PATCH'])
    expect(on.sent[1]).toMatchObject({
      path: encodeURI(resource.id),
      body: { tags: { 'cost center': '4711' } },
    })
    const after = await raw(on.emulator, id)
    expect(withoutTags(after)).toEqual(withoutTags(before))

    const back = await change(
      on,
      await read(on, id),
      Object.entries(resource.tags).map(([name, value]) => ({ name, value })),
    )
    expect(back).toMatchObject({ is: 'done' })
    expect((await raw(on.emulator, id)).tags ?? {}).toEqual(before.tags ?? {})
  })
})

/** Everything else; an etag changes with every write. */
function withoutTags(body: object) {
  const rest = Object.entries(body).filter(([member]) => member !== 'tags')
  return JSON.parse(JSON.stringify(rest).replaceAll(/"W\/\\"[^"]*\\""/g, '"etag"')) as unknown
}

test('members and tags that the app does not know are sent as they are', async () => {
  const name = fc.string({ minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== '')
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean())),
      fc.dictionary(name, fc.jsonValue()),
      async (strange, members) => {
        const tags = { ...strange, Password: 'MARKER', link: 'https://x.blob/y?sig=MARKER' }
        const on = onContoso({
          tamper: (body) => JSON.stringify({ ...members, ...(JSON.parse(body) as object), tags }),
        })
        const resource = await read(on, GATEWAY)
        expect(JSON.stringify(resource)).not.toContain('MARKER')
        const rows = Object.entries(resource.tags).map(([tag, value]) => ({ name: tag, value }))
        const end = await change(on, resource, [...rows, { name: 'added-by-test', value: 'x' }])
        expect(end.is).toBe('done')
        expect(on.sent.at(-1)?.body).toEqual({ tags: { ...tags, 'added-by-test': 'x' } })
      },
    ),
    { numRuns: 30 },
  )
})

test('what is wanted already is not sent', async () => {
  const on = onContoso()
  const resource = await read(on, GATEWAY)
  await change(on, resource, [NEW])
  on.sent.length = 0
  expect(await change(on, resource, [NEW])).toMatchObject({ is: 'done', by: 'reading' })
  expect(on.sent.map(({ method }) => method)).toEqual(['GET'])
})

test('tags that somebody else changed meanwhile are not written over', async () => {
  const on = onContoso()
  const resource = await read(on, GATEWAY)
  await on.emulator.ask('PATCH', GATEWAY, { tags: { theirs: '1' } })
  on.sent.length = 0
  expect(await change(on, resource, [NEW])).toMatchObject({
    is: 'conflict',
    resource: { tags: { theirs: '1' } },
  })
  expect(on.sent.map(({ method }) => method)).toEqual(['GET'])
})

describe('a write that fails', () => {
  const failing = (status: number, code: string): Fault => ({
    kind: 'status',
    method: 'PATCH',
    path: GATEWAY,
    status,
    code,
    message: 'An error occurred.',
  })

  test.each<[string, Fault, object]>([
    [
      'for want of a right',
      { kind: 'forbidden', scope: GATEWAY, action: 'Microsoft.Network/virtualNetworkGateways/write' },
      { is: 'refused', during: 'sending', error: { kind: 'forbidden', code: 'AuthorizationFailed' } },
    ],
    [
      'since it may not even be read',
      { kind: 'forbidden', scope: GATEWAY },
      { is: 'refused', during: 'reading', error: { kind: 'forbidden' } },
    ],
    [
      'at a lock',
      failing(409, 'ScopeLocked'),
      { is: 'refused', error: { kind: 'conflict', code: 'ScopeLocked' } },
    ],
    [
      'at a policy',
      failing(403, 'RequestDisallowedByPolicy'),
      { is: 'refused', error: { kind: 'forbidden', code: 'RequestDisallowedByPolicy' } },
    ],
    [
      'with 500, and nothing was changed',
      failing(500, 'InternalServerError'),
      { is: 'refused', error: { kind: 'server' } },
    ],
    [
      'without an answer, not carried out',
      { kind: 'dropped', method: 'PATCH', path: GATEWAY, lost: 'request' },
      { is: 'unknown', resource: {} },
    ],
    [
      'for a busy resource',
      { kind: 'busy', path: GATEWAY },
      { is: 'refused', error: { kind: 'busy', retryAfterSeconds: 11 } },
    ],
    ['for an old token', { kind: 'expiredToken', path: GATEWAY }, { is: 'refused', error: { kind: 'auth' } }],
    [
      'with a gateway that gave up',
      failing(504, 'GatewayTimeout'),
      { is: 'unknown', error: { code: 'GatewayTimeout' } },
    ],
  ])('%s', async (_, fault, end) => {
    const on = onContoso()
    const resource = await read(on, GATEWAY)
    await on.order(fault)
    expect(await change(on, resource, [NEW])).toMatchObject(end)
    await on.order()
    expect((await read(on, GATEWAY)).tags).toEqual(resource.tags)
  })

  test('but was carried out is found to be so', async () => {
    const on = onContoso()
    const resource = await read(on, GATEWAY)
    await on.order({ kind: 'dropped', method: 'PATCH', path: GATEWAY, lost: 'answer' })
    expect(await change(on, resource, [NEW])).toMatchObject({ is: 'done', by: 'reading' })
  })

  test('and cannot be read after that is unknown', async () => {
    const on = onContoso()
    const resource = await read(on, GATEWAY)
    await on.order({ kind: 'dropped', method: 'PATCH', path: GATEWAY, lost: 'request' })
    const writes = await on.azure.writes()
    const edit = tagsEdit(resource, tagsOf(resource), [NEW])
    const end = await writes.send(edit, {
      onStep: () => void on.order({ kind: 'dropped', path: '/', lost: 'request' }),
    })
    expect(end).toMatchObject({ is: 'unknown', error: { code: 'NoAnswer' } })
    expect(end).not.toHaveProperty('resource')
    await on.order()
    expect(await writes.look(edit)).toMatchObject({ ok: true, value: { stands: 'asBefore' } })
  })
})
