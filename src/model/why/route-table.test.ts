import { expect, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import type { JsonObject } from '../../lib/json.ts'
import { routeTableOf } from './route-table.ts'

const read = (body: JsonObject) => routeTableOf({ ...connection('rt'), body })

test('a route table is read from its body, whatever is in it', () => {
  expect(
    read({
      properties: {
        disableBgpRoutePropagation: true,
        routes: [
          { name: 'a', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'None' } },
          { properties: { addressPrefix: '10.0.0.0/8', nextHopType: 4 } },
          { name: 'b' },
          'c',
        ],
      },
    }),
  ).toEqual({
    name: 'rt',
    routes: [{ prefix: '0.0.0.0/0', nextHopType: 'None' }, { prefix: '10.0.0.0/8' }],
    propagates: false,
  })
  expect(read({ properties: {} })).toEqual({ name: 'rt', routes: [], propagates: true })
  expect(read({})).toBeUndefined()
})
