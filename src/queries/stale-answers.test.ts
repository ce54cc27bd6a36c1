import { expect, test } from 'vitest'
import { keys } from './keys.ts'
import { makesUntrue } from './stale-answers.ts'

const NETWORK = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network'
const [AMS, AMS_2] = ['er-ams', 'er-ams-2'].map(
  (name) => `${NETWORK}/expressRouteCircuits/${name}/peerings/AzurePrivatePeering`,
)
const GATEWAY = `${NETWORK}/virtualNetworkGateways/ergw`
const ANSWERS = {
  own: keys.question(AMS ?? '', 'paths'),
  routes: keys.question(AMS ?? '', 'routes'),
  other: keys.question(AMS_2 ?? '', 'paths'),
  gateway: keys.question(GATEWAY, 'learnedRoutes'),
}

test.each([
  ['a peering', AMS ?? '', 'peering', ['own', 'routes']],
  ['a circuit', `${NETWORK}/expressRouteCircuits/ER-AMS`, 'circuit', ['own', 'routes']],
  ['tags of a circuit', `${NETWORK}/expressRouteCircuits/er-ams`, 'tags', []],
  ['a gateway', GATEWAY, 'sku', []],
  ['a failover test', GATEWAY, 'failover-test', ['own', 'routes', 'other', 'gateway']],
] as const)('a change of %s', (_, id, topic, untrue) => {
  const isUntrue = makesUntrue({ id, topic })
  expect(Object.entries(ANSWERS).flatMap(([name, key]) => (isUntrue(key) ? [name] : []))).toEqual(untrue)
})
