import { describe, expect, it } from 'vitest'
import { changesOf, createdIn } from './changes.ts'

describe('what-if', () => {
  const change = (changeType: string, more = {}) => ({ resourceId: `/${changeType}`, changeType, ...more })

  it('says what becomes of each resource; what it does not touch is left out', () => {
    const changes = changesOf({
      status: 'Succeeded',
      properties: {
        changes: [
          change('Create', { after: {} }),
          change('Ignore'),
          change('NoChange'),
          change('Unsupported', { unsupportedReason: 'a reference()' }),
          change('Later'),
          { changeType: 'Create' },
        ],
      },
    })
    expect(changes).toEqual([
      { id: '/Create', change: 'Create', deltas: [] },
      { id: '/NoChange', change: 'NoChange', deltas: [] },
      { id: '/Unsupported', change: 'Unsupported', deltas: [], reason: 'a reference()' },
      { id: '/Later', change: 'Unsupported', deltas: [] },
    ])
    expect(createdIn(changes)).toEqual(['/Create'])
  })

  it.each<[object, string, string]>([
    [
      { path: 'properties.sku.name', propertyChangeType: 'Modify', before: 'A', after: 'B' },
      'properties.sku.name',
      'A to B',
    ],
    [{ path: 'zones', propertyChangeType: 'Create', after: ['1'] }, 'zones', 'added: ["1"]'],
    [{ path: 'tags', propertyChangeType: 'Delete', before: { a: 1 } }, 'tags', 'taken away: {"a":1}'],
    [{ path: 'etag', propertyChangeType: 'NoEffect' }, 'etag', 'no effect'],
    [{ path: 'asn', propertyChangeType: 'Modify', before: null, after: 0 }, 'asn', 'none to 0'],
    [
      { path: 'properties.sharedKey', propertyChangeType: 'Modify', before: 'old', after: 'new' },
      'properties.sharedKey',
      'shared key, not shown',
    ],
    [
      {
        path: 'properties.list',
        propertyChangeType: 'Array',
        children: [
          {
            path: '0',
            propertyChangeType: 'Modify',
            children: [{ path: 'name', propertyChangeType: 'Create', after: 'x' }],
          },
        ],
      },
      'properties.list[0].name',
      'added: x',
    ],
  ])('%j', (delta, path, words) => {
    const [changed] = changesOf({ changes: [change('Modify', { delta: [delta] })] })
    expect(changed?.deltas).toMatchObject([{ path, words }])
  })

  it('is nothing where the answer is none', () => {
    expect([changesOf(undefined), changesOf('x'), changesOf({ properties: { changes: {} } })]).toEqual([
      [],
      [],
      [],
    ])
  })
})
