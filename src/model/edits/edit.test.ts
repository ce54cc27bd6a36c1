import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { JsonObject } from '../../lib/json.ts'
import { bodyOf, type Edit, reversed, sameJson, standing, withChanges } from './edit.ts'

const EDIT: Edit = {
  is: 'edit',
  topic: 'tags',
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/vpnSites/x',
  name: 'x',
  method: 'PATCH',
  member: 'tags',
  was: { env: 'prod', owner: 'ann' },
  changes: [
    { path: ['tags', 'owner'], from: 'ann' },
    { path: ['tags', 'env'], from: 'prod', to: 'test' },
    { path: ['tags', 'new'], to: '' },
  ],
  what: 'the tags of x',
  effect: '',
  action: 'Microsoft.Network/vpnSites/write',
  holds: [],
}

test('only the one member is sent, with all that stands in it in Azure', () => {
  const body = { id: 'x', tags: { env: 'prod', owner: 'ann', odd: 7, none: null }, properties: { a: 1 } }
  expect(bodyOf(EDIT, body)).toEqual({ tags: { env: 'test', new: '', odd: 7, none: null } })
})

test.each<[ReturnType<typeof standing>, JsonObject]>([
  ['asBefore', { tags: { owner: 'ann', env: 'prod' }, properties: { other: true } }],
  ['asWanted', { tags: { new: '', env: 'test' } }],
  ['otherwise', { tags: { env: 'prod' } }],
  ['otherwise', {}],
])('a body stands %s to an edit', (stands, body) => {
  expect(standing(EDIT, body)).toBe(stands)
})

test('nothing, null, an empty object and an empty list are the same to Azure', () => {
  expect(sameJson(undefined, {})).toBe(true)
  expect(sameJson(null, {})).toBe(true)
  expect(sameJson(undefined, [])).toBe(true)
  expect(sameJson([[]], [])).toBe(false)
  expect(sameJson('', undefined)).toBe(false)
  expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  expect(sameJson([1, 2], [2, 1])).toBe(false)
})

describe('a change', () => {
  it('keeps every other member, and is taken back whole', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'tags'))
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.jsonValue()),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.string(),
        (made, path, to) => {
          // What JSON.parse makes, as it comes from the wire.
          const body = JSON.parse(JSON.stringify(made)) as JsonObject
          const [top = ''] = path
          const from = path.length === 1 && Object.hasOwn(body, top) ? { from: body[top] } : {}
          const change = { path, ...from, to }
          const changed = withChanges(body, [change])
          const others = (of: JsonObject) => Object.entries(of).filter(([member]) => member !== top)
          expect(others(changed)).toEqual(others(body))
          if (path.length > 1) return
          expect(Object.entries(changed).find(([member]) => member === top)?.[1]).toBe(to)
          expect(sameJson(withChanges(changed, reversed([change])), body)).toBe(true)
        },
      ),
    )
  })
})

describe('a change of a whole resource', () => {
  const body: JsonObject = {
    name: 'gw',
    properties: {
      activeActive: false,
      unknown: { kept: true },
      ipConfigurations: [{ name: 'default', properties: { later: 1 } }],
    },
  }
  const PUT: Edit = {
    is: 'edit',
    topic: 'active-active',
    method: 'PUT',
    id: '/gw',
    name: 'gw',
    changes: [
      { path: ['properties', 'activeActive'], from: false, to: true },
      { path: ['properties', 'ipConfigurations', '1'], to: { name: 'second' } },
    ],
    what: '',
    effect: '',
    action: '',
    holds: [],
  }

  it('is sent with everything else as it was', () => {
    expect(bodyOf(PUT, body)).toEqual({
      name: 'gw',
      properties: {
        activeActive: true,
        unknown: { kept: true },
        ipConfigurations: [{ name: 'default', properties: { later: 1 } }, { name: 'second' }],
      },
    })
  })

  it.each<[what: string, change: JsonObject, stands: ReturnType<typeof standing>]>([
    ['as it was', {}, 'asBefore'],
    ['with something else changed by others', { tags: { a: 'b' } }, 'asBefore'],
    ['as wanted, with what Azure filled in', { wanted: true }, 'asWanted'],
    [
      'half of it done',
      { properties: { activeActive: true, ipConfigurations: [{ name: 'default' }] } },
      'otherwise',
    ],
  ])('%s', (_, { wanted, ...change }, stands) => {
    const filled = withChanges(bodyOf(PUT, body), [
      { path: ['properties', 'ipConfigurations', '1', 'etag'], to: 'W/1' },
    ])
    expect(standing(PUT, wanted ? filled : { ...body, ...change })).toBe(stands)
  })

  it.each<[what: string, second: JsonObject | undefined, stands: ReturnType<typeof standing>]>([
    [
      'with what Azure filled in',
      { name: 'second', etag: 'W/2', id: '/2', properties: { a: 1 } },
      'asBefore',
    ],
    ['as it was before the edit', undefined, 'otherwise'],
    ['with another in its place', { name: 'third' }, 'otherwise'],
  ])('turned around finds what it made %s', (_, second, stands) => {
    const back: Edit = { ...PUT, changes: reversed(PUT.changes) }
    const made = withChanges(body, [
      { path: ['properties', 'activeActive'], to: true },
      { path: ['properties', 'ipConfigurations', '1'], ...(second && { to: second }) },
    ])
    expect(standing(back, made)).toBe(stands)
  })

  it.each<[what: string, now: JsonObject, stands: ReturnType<typeof standing>]>([
    [
      'another etag',
      { etag: 'W/2', properties: { ip: { id: '/ip' }, provisioningState: 'Updating' } },
      'asBefore',
    ],
    ['another reference', { etag: 'W/1', properties: { ip: { id: '/other' } } }, 'otherwise'],
  ])('that takes away an item which has %s by now', (_, now, stands) => {
    const path = ['properties', 'ipConfigurations', '1']
    const from = { etag: 'W/1', properties: { ip: { id: '/ip' }, provisioningState: 'Succeeded' } }
    expect(standing({ ...PUT, changes: [{ path, from }] }, withChanges(body, [{ path, to: now }]))).toBe(
      stands,
    )
  })

  it('is taken back from the end, since places in a list move', () => {
    const taken = withChanges(bodyOf(PUT, body), reversed(PUT.changes))
    expect(taken).toEqual(body)
  })
})

test('an item of a list can be changed within, and one can go', () => {
  const body = { list: [{ a: 1, b: 2 }, { a: 3 }] }
  expect(withChanges(body, [{ path: ['list', '0', 'a'], to: 9 }])).toEqual({
    list: [{ a: 9, b: 2 }, { a: 3 }],
  })
  expect(withChanges(body, [{ path: ['list', '0'] }])).toEqual({ list: [{ a: 3 }] })
})
