import { expect, test } from 'vitest'
import { afterDeploy } from './after-deploy.ts'

test.each([
  [['virtualNetworkGateways'], 'provider'],
  [['expressRouteGateways'], 'provider'],
  [['expressRouteCircuits/peerings'], 'provider'],
  [['virtualNetworkGateways', 'connections'], 'verify'],
  [['expressRouteGateways/expressRouteConnections'], 'verify'],
] as const)('after %j: %s', (types, next) => {
  const resources = types.map((type) => ({
    id: `/${type}/one`,
    type: `Microsoft.Network/${type}`,
    settings: '',
    dependsOn: [],
  }))
  expect(afterDeploy({ resources }).next).toBe(next)
})
