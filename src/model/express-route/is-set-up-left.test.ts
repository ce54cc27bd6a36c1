import { expect, test } from 'vitest'
import { aroundExpressRoute, tagsOf } from '../../../tests/support/express-route.ts'
import { connection, idOf } from '../../../tests/support/resources.ts'
import type { Resource } from '../resources/resource.ts'
import { isSetUpLeft } from './is-set-up-left.ts'
import { ERGW, peered, VNET } from './set-up.fixture.ts'

const joined = (name: string) =>
  connection(name.replace('erc', 'cn'), {
    connectionType: 'ExpressRoute',
    gateway1Id: ERGW.id,
    localNetworkGatewayId: undefined,
    circuitId: idOf('expressRouteCircuits', name),
  })
const HALF = peered('erc-amsterdam')
const FIRST: Resource[] = [VNET, ERGW, HALF, joined('erc-amsterdam')]

test.each<[what: string, there: Resource[], left: boolean]>([
  ['the second circuit was never made, or is gone', FIRST, true],
  ['both are connected', [...FIRST, peered('erc-frankfurt'), joined('erc-frankfurt')], false],
  [
    'one was meant',
    [VNET, ERGW, { ...HALF, tags: tagsOf('a1b2c3d4', 'standard') }, joined('erc-amsterdam')],
    false,
  ],
  ['it is of no set-up', [VNET, ERGW, { ...HALF, tags: {} }, joined('erc-amsterdam')], false],
  ['it is not connected itself', [VNET, ERGW, HALF, peered('erc-frankfurt')], true],
])('%s', (_, there, left) => {
  const { estate } = aroundExpressRoute(there)
  const found = estate.resources.get(HALF.key)
  expect(found?.kind === 'expressRouteCircuit' && isSetUpLeft(found, estate)).toBe(left)
})
