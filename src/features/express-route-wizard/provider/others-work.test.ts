import { expect, test } from 'vitest'
import { circuit, idOf } from '../../../../tests/support/resources.ts'
import { othersWork } from './others-work.ts'

test('on an own port it is the port that is read, and told of where that fails', () => {
  const portId = idOf('expressRoutePorts', 'erport-ams')
  expect(othersWork(circuit('erc', { expressRoutePortId: portId }))).toEqual({
    id: portId,
    name: 'erport-ams',
    action: 'Microsoft.Network/expressRoutePorts/read',
  })
  expect(othersWork(circuit('erc'))).toMatchObject({
    id: idOf('expressRouteCircuits', 'erc'),
    action: 'Microsoft.Network/expressRouteCircuits/read',
  })
})
