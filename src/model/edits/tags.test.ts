import { describe, expect, it, test } from 'vitest'
import { connection, gateway, idOf } from '../../../tests/support/resources.ts'
import { heldBy } from './held-by.ts'
import { pastedTags, withPasted } from './pasted-tags.ts'
import { isCutOut, tagProblems, type Tag } from './tag-rules.ts'
import {
  differencesSince,
  rebased,
  rowsOf,
  tagChanges,
  tagEdit,
  tagsEdit,
  tagsEditable,
  tagsOf,
} from './tags.ts'

const row = (name: string, value = ''): Tag => ({ name, value })

describe('what Azure does not take', () => {
  test.each<[problem: string, tags: Tag[], said: RegExp]>([
    ['no name', [row('', 'x')], /Give this tag a name/],
    ...['<', '>', '%', '&', '\\', '?', '/'].map((one): [string, Tag[], RegExp] => [
      `a name with ${one}`,
      [row(`a${one}b`)],
      /Azure takes no . in the name/,
    ]),
    ['a long name', [row('n'.repeat(513))], /At most 512 characters; this has 513/],
    ['a long value', [row('n', 'v'.repeat(257))], /At most 256 characters; this has 257/],
    ['the same name', [row('env', '1'), row('ENV', '2')], /Tag 1 has this name/],
    ['a secret', [row('SharedKey', 'x')], /plain text for everybody/],
    ['a signed address', [row('link', 'https://x/y?sv=1&sig=abc')], /signed address/],
    ['too many', Array.from({ length: 51 }, (_, index) => row(`n${index}`)), /at most 50 tags.*remove 1 tag/],
  ])('%s', (_, tags, said) => {
    const problems = tagProblems(tags, {})
    expect(problems.map(({ text }) => text).join()).toMatch(said)
    expect(problems[0]?.is).toBe('error')
  })

  test.each<[string, Tag[]]>([
    ['the longest of both', [row('n'.repeat(512), 'v'.repeat(256))]],
    ['fifty and a blank row', [...Array.from({ length: 50 }, (_, index) => row(`n${index}`)), row('', ' ')]],
    ['signs and letters of the world', [row('cost center#1:ä', '<>%&?/\\ 値')]],
  ])('but %s', (_, tags) => {
    expect(tagProblems(tags, {})).toEqual([])
  })

  it('is not looked for in what Azure has already', () => {
    const base = { 'a/b': 'v'.repeat(300), password: '<password>' }
    expect(tagProblems(rowsOf(base), base)).toEqual([])
    expect(tagProblems([row('a/b', 'w'.repeat(300))], base)).toHaveLength(1)
  })

  it.each([['Microsoft.x'], ['azure-x'], ['WINDOWS'], [' x']])('%s is only advised against', (name) => {
    expect(tagProblems([row(name)], {})).toMatchObject([{ row: 0, field: 'name', is: 'advice' }])
  })
})

test('a tag whose value was cut out on arrival is known', () => {
  expect(isCutOut(row('Password', '<password>'))).toBe(true)
  expect(isCutOut(row('Password', 'x'))).toBe(false)
  expect(isCutOut(row('env', '<password>'))).toBe(false)
  expect(isCutOut(row('link', 'https://x/y?…'))).toBe(true)
})

describe('changes', () => {
  const base = { env: 'prod', owner: 'ann', odd: 7, keep: 'x' }

  it('are what differs; what is no text stays', () => {
    expect(tagChanges(base, [row('keep', 'x'), row('env', 'test'), row('', ''), row('new', '')])).toEqual([
      { path: ['tags', 'owner'], from: 'ann' },
      { path: ['tags', 'env'], from: 'prod', to: 'test' },
      { path: ['tags', 'new'], to: '' },
    ])
    expect(tagChanges(base, rowsOf(base))).toEqual([])
  })

  it('of the case of a name are a removal and an addition', () => {
    expect(tagChanges({ env: 'a' }, [row('Env', 'a')])).toEqual([
      { path: ['tags', 'env'], from: 'a' },
      { path: ['tags', 'Env'], to: 'a' },
    ])
  })

  it('are made again to tags that are others by now', () => {
    const now = { env: 'stage', keep: 'y', theirs: '1' }
    const rows = [row('keep', 'x'), row('env', 'test')]
    expect(rebased(base, rows, now)).toEqual([row('env', 'test'), row('keep', 'y'), row('theirs', '1')])
    expect(differencesSince(base, now, rows)).toEqual([
      { name: 'env', was: 'prod', now: 'stage', wanted: 'test' },
      { name: 'owner', was: 'ann', now: undefined, wanted: undefined },
      { name: 'keep', was: 'x', now: 'y', wanted: 'x' },
      { name: 'theirs', was: undefined, now: '1', wanted: undefined },
    ])
  })
})

test('an edit names the resource, the right and what it holds', () => {
  const resource = gateway('vgw', { body: { tags: { env: 'prod' } } })
  expect(tagsEdit(resource, tagsOf(resource), [])).toMatchObject({
    id: resource.id,
    method: 'PATCH',
    member: 'tags',
    was: { env: 'prod' },
    changes: [{ path: ['tags', 'env'], from: 'prod' }],
    what: 'the tags of vgw',
    action: 'Microsoft.Network/virtualNetworkGateways/write',
    holds: [resource.key],
  })
})

test('a connection holds its gateways, a child what it lives in', () => {
  const other = idOf('virtualNetworkGateways', 'other')
  const between = connection('c', { gateway2Id: other })
  expect(heldBy(between)).toEqual([
    between.key,
    idOf('virtualNetworkGateways', 'vgw').toLowerCase(),
    other.toLowerCase(),
  ])
  const child = { ...gateway('vgw'), id: `${gateway('vgw').id}/natRules/n` }
  expect(heldBy(child)).toEqual([gateway('vgw').key])
})

test('what has no tags, and what has no request for them, says so', () => {
  expect(tagsEditable(gateway('vgw'))).toEqual({ is: 'yes' })
  const { id, key, ...rest } = gateway('vgw')
  const why = (kind: 'natRule' | 'other') => tagsEditable({ ...rest, id, key, kind } as never)
  expect(why('natRule')).toMatchObject({
    is: 'no',
    why: expect.stringMatching(/of the virtual network gateway count/),
  })
  expect(why('other')).toMatchObject({ is: 'no', why: expect.stringMatching(/Azure portal can/) })
})

describe('a pasted text', () => {
  test.each<[string, Tag[] | undefined]>([
    ['just words', undefined],
    ['env=prod', [row('env', 'prod')]],
    ['env\tprod', [row('env', 'prod')]],
    ['a=1\nb: 2\r\n\nc', [row('a', '1'), row('b', '2'), row('c')]],
    ['"cost center"="a=b",\n  \'x\' = y', [row('cost center', 'a=b'), row('x', 'y')]],
    ['{"env":"prod","n":1,"deep":{}}', [row('env', 'prod'), row('n', '1')]],
    ['{broken', undefined],
    ['{}', undefined],
  ])('%j', (text, tags) => {
    expect(pastedTags(text)).toEqual(tags)
  })

  it('gives a name that is there its value, and takes the place of blank rows', () => {
    const rows = [row('Env', 'a'), row('', '')]
    expect(withPasted(rows, [row('env', 'b'), row('x', 'y')], (tag) => tag)).toEqual([
      row('Env', 'b'),
      row('x', 'y'),
    ])
  })

  it('of a whole file does not bury anybody in rows', () => {
    expect(pastedTags('a=b\n'.repeat(10_000))).toHaveLength(200)
  })
})

test.each([
  ['new', { other: '1' }, 'provider', [{ path: ['tags', 'layer'], to: 'provider' }]],
  ['another value', { layer: 'x' }, 'provider', [{ path: ['tags', 'layer'], from: 'x', to: 'provider' }]],
  ['taken off', { LAYER: 'x', other: '1' }, undefined, [{ path: ['tags', 'LAYER'], from: 'x' }]],
])('one tag by itself: %s', (_, tags, value, changes) => {
  const resource = connection('cn', { body: { tags } })
  expect(tagEdit(resource, 'layer', value).changes).toEqual(changes)
})
