import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../../tests/support/express-route.ts'
import { circuit, connection, gateway, idOf, network } from '../../../../tests/support/resources.ts'
import { isJoined, targetsOf } from './targets.ts'

const VNET = network('vnet-hub-weu')
const ERGW = gateway('ergw-weu', {
  gatewayType: 'ExpressRoute',
  ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
})

test('half a set-up is verified as a half: the circuit that is not connected stands beside the other', () => {
  const before = [VNET, ERGW, circuit('erc-amsterdam'), circuit('erc-frankfurt')]
  const answers = goodExpressRoute(aroundExpressRoute([VNET, ERGW]), {}, { gatewayId: ERGW.id })
  const [first] = answers.circuits
  expect(targetsOf(answers, aroundExpressRoute(before), []).circuits).toEqual([])
  const joined = connection(first?.connection.name ?? '', {
    connectionType: 'ExpressRoute',
    gateway1Id: ERGW.id,
    localNetworkGatewayId: undefined,
    circuitId: idOf('expressRouteCircuits', 'erc-amsterdam'),
  })
  const { circuits, gatewayId } = targetsOf(answers, aroundExpressRoute([...before, joined]), [])
  expect(gatewayId).toBe(ERGW.id)
  expect(circuits).toEqual([
    { circuitId: idOf('expressRouteCircuits', 'erc-amsterdam'), connectionId: joined.id },
    { circuit: 'c2', name: 'erc-frankfurt' },
  ])
  expect(circuits.map(isJoined)).toEqual([true, false])
})
