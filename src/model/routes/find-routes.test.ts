import { expect, test } from 'vitest'
import { foundRows, indexed } from './find-routes.ts'

const ROUTES = [
  { prefix: '10.1.0.0/16', hop: 'hvc-apps' },
  { prefix: '10.1.4.0/24', hop: 'azfw' },
  { prefix: '0.0.0.0/0', hop: 'azfw' },
  { prefix: 'what Azure may add', hop: 'x' },
]
const ROWS = indexed(
  ROUTES,
  ({ prefix, hop }) => [prefix, hop],
  ({ prefix }) => prefix,
)

test.each([
  ['', ['10.1.0.0/16', '10.1.4.0/24', '0.0.0.0/0', 'what Azure may add']],
  ['AZFW', ['10.1.4.0/24', '0.0.0.0/0']],
  ['10.1.4.7', ['10.1.0.0/16', '10.1.4.0/24', '0.0.0.0/0']],
  ['10.1.9.0/24', ['10.1.0.0/16', '0.0.0.0/0']],
  ['nothing of it', []],
])('a search for “%s”', (typed, found) => {
  expect(foundRows(ROWS, typed).map(({ row }) => row.prefix)).toEqual(found)
})
