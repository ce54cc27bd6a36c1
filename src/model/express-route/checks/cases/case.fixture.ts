import {
  aroundExpressRoute,
  goodExpressRoute,
  withCircuitAt,
} from '../../../../../tests/support/express-route.ts'
import {
  circuit,
  connection,
  gateway,
  hub,
  idOf,
  network,
  port,
  wan,
} from '../../../../../tests/support/resources.ts'
import type { Resource } from '../../../resources/resource.ts'
import { rightKey } from '../../../wizard/needed-rights.ts'
import type { Answers, CircuitAnswers, Keys } from '../../answers.ts'
import { NO_MICROSOFT } from '../../empty-circuit.ts'
import { rightsNeeded } from '../../rights-needed.ts'
import type { StartingFrom } from '../../starting-answers.ts'
import type { Surroundings } from '../../surroundings.ts'

export interface Case {
  beside?: readonly Resource[]
  around?: Partial<Surroundings> | ((around: Surroundings) => Partial<Surroundings>)
  goal?: Partial<Answers['goal']>
  from?: StartingFrom
  change?: (answers: Answers) => Answers
  keys?: Keys
  /** `rule field`; the step is in its own table below. */
  raises: string
  is?: 'advice'
  /** The remedy, where there is one: once it is done the rule has nothing to say there. */
  remedy?: string
}

export const VNET = network('vnet-hub-weu')
export const SUBNET = `${VNET.id}/subnets/GatewaySubnet`
export const ERGW = gateway('ergw-weu', {
  gatewayType: 'ExpressRoute',
  sku: 'ErGw1AZ',
  ipConfigurations: [{ name: 'default', subnetId: SUBNET }],
})
export const VPN = gateway('vgw-weu', {
  vpnType: 'RouteBased',
  ipConfigurations: [{ name: 'default', subnetId: SUBNET }],
})
export const HUB = hub('hub-weu', { addressPrefix: '10.60.0.0/23' })
export const WAN = wan('vwan', { wanType: 'Basic' })
export const PORT = port('erport-ams', {
  bandwidthInGbps: 10,
  peeringLocation: 'Amsterdam',
  encapsulation: 'Dot1Q',
})
export const PROVISIONED: Resource = circuit('er-one', {
  tier: 'Standard',
  peeringLocation: 'Amsterdam',
  bandwidthInMbps: 1000,
})
export const REMOTE =
  '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/er-partner'
export const ELSEWHERE = '99999999-9999-4999-8999-999999999999'
export const ADDRESS = idOf('publicIPAddresses', 'pip')

export const at = (index: number, change: Partial<CircuitAnswers>) => (a: Answers) =>
  withCircuitAt(a, index, change)
export const peer = (index: number, change: Partial<CircuitAnswers['peering']>) => (a: Answers) => {
  const before = a.circuits[index]
  return before ? withCircuitAt(a, index, { peering: { ...before.peering, ...change } }) : a
}
export const link = (index: number, change: Partial<CircuitAnswers['connection']>) => (a: Answers) => {
  const before = a.circuits[index]
  return before ? withCircuitAt(a, index, { connection: { ...before.connection, ...change } }) : a
}
/** A Microsoft peering that no rule finds fault with, but for what is changed of it, on a circuit of that SKU. */
export const meant =
  (index: number, change: Partial<CircuitAnswers['microsoft']> = {}) =>
  (a: Answers) => {
    const before = a.circuits[index]
    const microsoft = {
      ...NO_MICROSOFT,
      wanted: true,
      asn: '3320',
      vlan: '311',
      primary: '203.0.113.0/30',
      secondary: '203.0.113.4/30',
      prefixes: '198.51.100.0/24',
      routeFilter: '/filter',
      ...change,
    }
    return before ? withCircuitAt(a, index, { tier: 'Premium', microsoft }) : a
  }
export const gate =
  (change: Partial<Answers['gateway']>) =>
  (a: Answers): Answers => ({
    ...a,
    gateway: { ...a.gateway, ...change },
  })
export const onCircuit = (id: string) => at(0, { use: 'existing', existing: id })
export const direct = { resiliency: 'standard', port: 'direct' } as const
export const onPort = at(0, { portId: PORT.id, gbps: '5' })
export const many = (count: number, change: Partial<Parameters<typeof circuit>[1]> = {}) =>
  Array.from({ length: count }, (_, index) => circuit(`er-${index}`, change))
export const connected = (count: number) => [
  ...many(count, { peeringLocation: 'Paris' }),
  ...Array.from({ length: count }, (_, index) =>
    connection(`cn-${index}`, {
      gateway1Id: ERGW.id,
      circuitId: idOf('expressRouteCircuits', `er-${index}`),
    }),
  ),
]
export const missing = (around: Surroundings): Partial<Surroundings> => ({
  rights: new Map(
    rightsNeeded(goodExpressRoute(around), around).map((one) => [rightKey(one), { is: 'missing', ...one }]),
  ),
})

/** What a case is held against. */
export function made(one: Case) {
  const bare = aroundExpressRoute(one.beside)
  const around = { ...bare, ...(typeof one.around === 'function' ? one.around(bare) : one.around) }
  const good = goodExpressRoute(around, one.goal, one.from)
  return { around, answers: one.change?.(good) ?? good, keys: one.keys ?? {} }
}
