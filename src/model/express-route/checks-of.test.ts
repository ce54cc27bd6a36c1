// Long because: it is one table of all rules, and the tests at its end hold it against all refusals and steps.
import { describe, expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute, withCircuitAt } from '../../../tests/support/express-route.ts'
import {
  circuit,
  connection,
  gateway,
  hub,
  idOf,
  SUBSCRIPTION,
  network,
  port,
  publicAddress,
  wan,
} from '../../../tests/support/resources.ts'
import type { Resource } from '../resources/resource.ts'
import { rightKey } from '../wizard/needed-rights.ts'
import type { Answers, CircuitAnswers, Keys } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { REFUSALS } from './refusals.ts'
import { rightsNeeded } from './rights-needed.ts'
import type { StartingFrom } from './starting-answers.ts'
import type { Surroundings } from './surroundings.ts'

interface Case {
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

const VNET = network('vnet-hub-weu')
const SUBNET = `${VNET.id}/subnets/GatewaySubnet`
const ERGW = gateway('ergw-weu', {
  gatewayType: 'ExpressRoute',
  sku: 'ErGw1AZ',
  ipConfigurations: [{ name: 'default', subnetId: SUBNET }],
})
const VPN = gateway('vgw-weu', {
  vpnType: 'RouteBased',
  ipConfigurations: [{ name: 'default', subnetId: SUBNET }],
})
const HUB = hub('hub-weu', { addressPrefix: '10.60.0.0/23' })
const WAN = wan('vwan', { wanType: 'Basic' })
const PORT = port('erport-ams', { bandwidthInGbps: 10, peeringLocation: 'Amsterdam', encapsulation: 'Dot1Q' })
const PROVISIONED: Resource = circuit('er-one', {
  tier: 'Standard',
  peeringLocation: 'Amsterdam',
  bandwidthInMbps: 1000,
})
const REMOTE =
  '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/er-partner'
const ELSEWHERE = '99999999-9999-4999-8999-999999999999'
const ADDRESS = idOf('publicIPAddresses', 'pip')

const at = (index: number, change: Partial<CircuitAnswers>) => (a: Answers) => withCircuitAt(a, index, change)
const peer = (index: number, change: Partial<CircuitAnswers['peering']>) => (a: Answers) => {
  const before = a.circuits[index]
  return before ? withCircuitAt(a, index, { peering: { ...before.peering, ...change } }) : a
}
const link = (index: number, change: Partial<CircuitAnswers['connection']>) => (a: Answers) => {
  const before = a.circuits[index]
  return before ? withCircuitAt(a, index, { connection: { ...before.connection, ...change } }) : a
}
const gate =
  (change: Partial<Answers['gateway']>) =>
  (a: Answers): Answers => ({
    ...a,
    gateway: { ...a.gateway, ...change },
  })
const onCircuit = (id: string) => at(0, { use: 'existing', existing: id })
const direct = { resiliency: 'standard', port: 'direct' } as const
const onPort = at(0, { portId: PORT.id, gbps: '5' })
const many = (count: number, change: Partial<Parameters<typeof circuit>[1]> = {}) =>
  Array.from({ length: count }, (_, index) => circuit(`er-${index}`, change))
const connected = (count: number) => [
  ...many(count, { peeringLocation: 'Paris' }),
  ...Array.from({ length: count }, (_, index) =>
    connection(`cn-${index}`, {
      gateway1Id: ERGW.id,
      circuitId: idOf('expressRouteCircuits', `er-${index}`),
    }),
  ),
]
const missing = (around: Surroundings): Partial<Surroundings> => ({
  rights: new Map(
    rightsNeeded(goodExpressRoute(around), around).map((one) => [rightKey(one), { is: 'missing', ...one }]),
  ),
})

const CASES: readonly (readonly [what: string, one: Case])[] = [
  [
    'no subscription',
    {
      change: (a) => ({ ...a, goal: { ...a.goal, subscriptionId: '' } }),
      raises: 'subscription goal.subscriptionId',
    },
  ],
  [
    'no group',
    {
      change: (a) => ({ ...a, goal: { ...a.goal, group: { is: 'new', name: '' } } }),
      raises: 'group goal.group',
    },
  ],
  ['a right that is missing', { around: missing, raises: 'rights goal.group', is: 'advice' }],
  [
    '50 circuits there',
    {
      beside: many(50, { location: 'eastus' }),
      raises: 'circuits-in-subscription goal.subscriptionId',
      is: 'advice',
    },
  ],
  ['ten circuits in the region', { beside: many(10), raises: 'circuits-in-region circuits.0.region' }],
  [
    'one circuit too many',
    {
      goal: { resiliency: 'standard' },
      change: (a) => ({ ...a, circuits: [...a.circuits, ...a.circuits] }),
      raises: 'one-circuit goal.resiliency',
      remedy: 'Leave out',
    },
  ],
  ['no provider', { change: at(0, { provider: '' }), raises: 'provider circuits.0.provider' }],
  [
    'a provider that is not in the list',
    { change: at(0, { provider: 'Nobody' }), raises: 'provider circuits.0.provider' },
  ],
  ['no location', { change: at(0, { location: '' }), raises: 'location circuits.0.location' }],
  [
    'a location without the provider',
    {
      change: at(0, { location: 'Paris' }),
      raises: 'provider-location circuits.0.location',
      remedy: 'Use Megaport',
    },
  ],
  [
    'Metro for Maximum',
    {
      change: at(0, { location: 'Amsterdam Metro' }),
      raises: 'metro circuits.0.location',
      remedy: 'Use Amsterdam',
    },
  ],
  [
    'one site for High',
    {
      goal: { resiliency: 'high' },
      change: at(0, { location: 'Amsterdam' }),
      raises: 'metro circuits.0.location',
      remedy: 'Use Amsterdam Metro',
    },
  ],
  [
    'Standard where there is Metro',
    {
      goal: { resiliency: 'standard' },
      raises: 'standard-at-metro circuits.0.location',
      is: 'advice',
      remedy: 'Make it High',
    },
  ],
  [
    'a bandwidth nobody sells',
    { change: at(1, { bandwidth: '200' }), raises: 'bandwidth circuits.1.bandwidth', remedy: 'Use 1' },
  ],
  [
    'Local with metered data',
    {
      change: at(0, { tier: 'Local', family: 'MeteredData' }),
      raises: 'local-unlimited circuits.0.family',
      remedy: 'Use UnlimitedData',
    },
  ],
  [
    'Local without a region',
    {
      change: at(1, { tier: 'Local', family: 'UnlimitedData', location: 'Atlanta' }),
      raises: 'local-location circuits.1.tier',
      remedy: 'Use Standard',
    },
  ],
  [
    'two circuits in one location',
    {
      change: at(1, { location: 'Amsterdam' }),
      raises: 'second-location circuits.1.location',
      remedy: 'Use',
    },
  ],
  [
    'two sites of one city',
    {
      change: at(1, { provider: 'Equinix', location: 'Amsterdam2' }),
      raises: 'near-locations circuits.1.location',
      is: 'advice',
      remedy: 'Use Frankfurt',
    },
  ],
  [
    'two continents',
    {
      change: at(1, { provider: 'Equinix', location: 'Singapore' }),
      raises: 'far-locations circuits.1.location',
      is: 'advice',
    },
  ],
  [
    'one provider for both',
    { change: at(1, { provider: 'Equinix' }), raises: 'ER-037 circuits.1.provider', is: 'advice' },
  ],
  [
    'two bandwidths',
    {
      change: at(1, { bandwidth: '100' }),
      raises: 'pair-bandwidth circuits.1.bandwidth',
      is: 'advice',
      remedy: 'Use 1',
    },
  ],
  [
    'a name that is taken',
    {
      beside: [circuit('erc-taken')],
      change: at(0, { name: 'erc-taken' }),
      raises: 'name-taken circuits.0.name',
      remedy: 'Name it erc-taken-2',
    },
  ],
  [
    'circuits that were not read',
    {
      around: (around) => ({
        estate: {
          ...around.estate,
          unreadable: [
            {
              scope: `/subscriptions/${SUBSCRIPTION}`,
              what: 'ExpressRoute circuits',
              action: 'Microsoft.Network/expressRouteCircuits/read',
              error: { kind: 'throttled', code: 'TooManyRequests', message: 'Too many.', details: [] },
            },
          ],
        },
      }),
      raises: 'unread-circuits circuits.0.name',
    },
  ],
  ['no name', { change: at(0, { name: ' ' }), raises: 'name circuits.0.name' }],
  ['no port', { goal: direct, change: at(0, { portId: '' }), raises: 'port circuits.0.portId' }],
  [
    'a size that the port has not',
    {
      beside: [PORT],
      goal: direct,
      change: at(0, { portId: PORT.id, gbps: '3' }),
      raises: 'bandwidth circuits.0.gbps',
      remedy: 'Use 2 Gbps',
    },
  ],
  [
    'a port that is full',
    {
      beside: [{ ...PORT, provisionedBandwidthInGbps: 18 }],
      goal: direct,
      change: onPort,
      raises: 'port-full circuits.0.gbps',
      remedy: 'Use 2 Gbps',
    },
  ],
  [
    'more than the port has',
    {
      beside: [{ ...PORT, provisionedBandwidthInGbps: 8 }],
      goal: direct,
      change: onPort,
      raises: 'ER-011 circuits.0.gbps',
      is: 'advice',
    },
  ],
  [
    'no limit on a shared port',
    {
      beside: [{ ...PORT, circuitIds: ['x'] }],
      goal: direct,
      change: at(0, { portId: PORT.id, gbps: '5', rateLimiting: false }),
      raises: 'ER-010 circuits.0.rateLimiting',
      is: 'advice',
      remedy: 'Limit its rate',
    },
  ],
  [
    'a link that is off',
    {
      beside: [{ ...PORT, links: [{ name: 'link1', adminState: 'Disabled' }] }],
      goal: direct,
      change: onPort,
      raises: 'ER-012 circuits.0.portId',
      is: 'advice',
    },
  ],
  ['no circuit chosen', { change: onCircuit(''), raises: 'circuit circuits.0.existing' }],
  ['something else than a circuit', { change: onCircuit(VNET.id), raises: 'id-type circuits.0.existing' }],
  [
    'a circuit that was not read',
    { change: onCircuit(REMOTE), raises: 'unread-circuit circuits.0.existing', is: 'advice' },
  ],
  [
    'a circuit that is taken down',
    {
      beside: [circuit('er-one', { serviceProviderProvisioningState: 'Deprovisioning' })],
      change: onCircuit(PROVISIONED.id),
      raises: 'circuit-deprovisioning circuits.0.existing',
    },
  ],
  [
    'a circuit that is being changed',
    {
      beside: [circuit('er-one', { provisioningState: 'Updating' })],
      change: onCircuit(PROVISIONED.id),
      raises: 'still-running circuits.0.existing',
    },
  ],
  [
    'a Metro circuit for Maximum',
    {
      beside: [circuit('er-one', { peeringLocation: 'Zurich Metro' })],
      change: onCircuit(PROVISIONED.id),
      raises: 'metro circuits.0.existing',
    },
  ],
  [
    'the same circuit twice',
    {
      beside: [PROVISIONED],
      change: (a) => at(1, { use: 'existing', existing: PROVISIONED.id })(onCircuit(PROVISIONED.id)(a)),
      raises: 'same-circuit circuits.1.existing',
    },
  ],
  [
    'a URI that is none',
    { change: at(0, { use: 'redeemed', uri: 'er-partner' }), raises: 'id-type circuits.0.uri' },
  ],
  [
    'one’s own circuit by authorization',
    {
      beside: [PROVISIONED],
      change: at(0, { use: 'redeemed', uri: PROVISIONED.id }),
      raises: 'redeemed-own circuits.0.uri',
      is: 'advice',
      remedy: 'Use er-one',
    },
  ],
  [
    'billing not agreed to',
    { change: (a) => ({ ...a, order: { agreed: '' } }), raises: 'provider-ready order.ready' },
  ],
  [
    'a smaller order agreed to',
    { change: at(1, { bandwidth: '100' }), raises: 'provider-ready order.ready' },
  ],
  ['another SKU agreed to', { change: at(0, { tier: 'Premium' }), raises: 'provider-ready order.ready' }],
  [
    'a provider that is not done',
    {
      beside: [circuit('er-one', { serviceProviderProvisioningState: 'Provisioning' })],
      change: onCircuit(PROVISIONED.id),
      raises: 'waits circuits.0',
      is: 'advice',
    },
  ],
  ['Microsoft’s AS', { change: peer(0, { asn: '12076' }), raises: 'peering-asn circuits.0.peering.asn' }],
  [
    'no VLAN',
    { change: peer(0, { vlan: '4095' }), raises: 'peering-vlan circuits.0.peering.vlan', remedy: 'Use' },
  ],
  [
    'a link of another size',
    {
      change: peer(0, { primary: '172.16.0.0/29' }),
      raises: 'ER-036 circuits.0.peering.primary',
      remedy: 'Use 172.16.0',
    },
  ],
  [
    'links that overlap',
    {
      change: peer(0, { primary: '172.16.9.0/30', secondary: '172.16.9.0/30' }),
      raises: 'ER-036 circuits.0.peering.secondary',
      remedy: 'Use 172.16.0',
    },
  ],
  [
    'a link in the new network',
    {
      change: (a) => peer(0, { primary: a.gateway.addressSpace.replace('/16', '/30') })(a),
      raises: 'ER-036 circuits.0.peering.primary',
      remedy: 'Use 172.16.0',
    },
  ],
  [
    'no IPv6 link',
    {
      change: peer(0, { addressing: 'both' }),
      raises: 'ER-036 circuits.0.peering.primary6',
      remedy: 'Use fd00:16::/126 and fd00:16::4/126',
    },
  ],
  [
    'IPv6 links that overlap',
    {
      change: peer(0, { addressing: 'ipv6', primary6: 'fd00::/126', secondary6: 'fd00::/126' }),
      raises: 'ER-036 circuits.0.peering.secondary6',
    },
  ],
  [
    'a key with other characters',
    {
      change: peer(0, { md5: true }),
      keys: { 'c1.md5': 'a-b' },
      raises: 'md5-letters circuits.0.md5Key',
      is: 'advice',
    },
  ],
  ['a key that was not entered', { change: peer(0, { md5: true }), raises: 'md5-key circuits.0.md5Key' }],
  [
    'a key that is too long',
    {
      change: peer(0, { md5: true }),
      keys: { 'c1.md5': 'x'.repeat(26) },
      raises: 'md5-key circuits.0.md5Key',
    },
  ],
  [
    'a VLAN of the same port',
    {
      beside: [
        PORT,
        circuit('er-port', {
          expressRoutePortId: PORT.id,
          peerings: [{ id: 'p', name: 'AzurePrivatePeering', vlanId: 300 }],
        }),
      ],
      goal: direct,
      change: (a) => peer(0, { vlan: '300' })(onPort(a)),
      raises: 'vlan-of-port circuits.0.peering.vlan',
      remedy: 'Use',
    },
  ],
  [
    'a peering that is off',
    {
      beside: [
        circuit('er-one', { peerings: [{ id: 'p', name: 'AzurePrivatePeering', state: 'Disabled' }] }),
      ],
      change: onCircuit(PROVISIONED.id),
      raises: 'peering-off circuits.0.peering',
      is: 'advice',
    },
  ],
  ['no gateway chosen', { change: gate({ use: 'existing' }), raises: 'gateway gateway.existing' }],
  [
    'a VPN gateway',
    {
      beside: [VPN],
      change: gate({ use: 'existing', existing: VPN.id }),
      raises: 'gateway-type gateway.existing',
    },
  ],
  [
    'a gateway that was not read',
    { change: gate({ use: 'existing', existing: ERGW.id }), raises: 'unread-gateway gateway.existing' },
  ],
  [
    'a gateway that is being changed',
    {
      beside: [VNET, { ...ERGW, provisioningState: 'Updating' }],
      from: { gatewayId: ERGW.id },
      raises: 'still-running gateway.existing',
    },
  ],
  [
    'a gateway that is being migrated',
    {
      beside: [VNET, { ...ERGW, migration: { state: 'InProgress', phase: 'Prepare' } }],
      from: { gatewayId: ERGW.id },
      raises: 'gateway-migrates gateway.existing',
    },
  ],
  [
    'a gateway without zones',
    {
      beside: [VNET, { ...ERGW, sku: 'HighPerformance' }],
      from: { gatewayId: ERGW.id },
      raises: 'ER-002 gateway.existing',
      is: 'advice',
    },
  ],
  [
    'a second gateway in the network',
    {
      beside: [VNET, ERGW],
      change: gate({ network: { is: 'existing', id: VNET.id } }),
      raises: 'one-gateway gateway.network',
      remedy: 'Use ergw-weu',
    },
  ],
  [
    'a policy-based VPN gateway beside it',
    {
      beside: [VNET, { ...VPN, vpnType: 'PolicyBased' }],
      from: { networkId: VNET.id },
      raises: 'coexist-policy-based gateway.network',
    },
  ],
  [
    'a Basic VPN gateway beside it',
    {
      beside: [VNET, { ...VPN, sku: 'Basic' }],
      from: { networkId: VNET.id },
      raises: 'coexist-basic gateway.network',
    },
  ],
  [
    'a small GatewaySubnet',
    {
      beside: [VNET],
      from: { networkId: VNET.id },
      change: gate({ gatewaySubnet: '10.20.255.248/29' }),
      raises: 'ER-023 gateway.gatewaySubnet',
      remedy: 'Use 10.20.255.224/27',
    },
  ],
  [
    'a subnet outside',
    {
      beside: [VNET],
      from: { networkId: VNET.id },
      change: gate({ gatewaySubnet: '10.99.0.0/27' }),
      raises: 'subnet-outside gateway.gatewaySubnet',
      remedy: 'Use',
    },
  ],
  [
    'a subnet over another',
    {
      beside: [
        network('vnet-hub-weu', { subnets: [{ id: 's', name: 'apps', addressPrefixes: ['10.20.0.0/24'] }] }),
      ],
      from: { networkId: VNET.id },
      change: gate({ gatewaySubnet: '10.20.0.0/27' }),
      raises: 'subnet-overlap gateway.gatewaySubnet',
      remedy: 'Use',
    },
  ],
  [
    'an address space that is taken',
    {
      beside: [VNET],
      change: gate({ addressSpace: '10.20.0.0/16' }),
      raises: 'overlap gateway.addressSpace',
      is: 'advice',
      remedy: 'Use',
    },
  ],
  ['no SKU', { change: gate({ sku: '' }), raises: 'sku gateway.sku', remedy: 'Use ErGw1AZ' }],
  [
    'a gateway smaller than its circuits',
    {
      change: (a) => at(0, { bandwidth: '10000' })(gate({ sku: 'ErGw1AZ' })(a)),
      raises: 'ER-022 gateway.sku',
      is: 'advice',
    },
  ],
  [
    'no scale units',
    {
      change: gate({ sku: 'ErGwScale', units: { min: '0', max: '2' } }),
      raises: 'scale-units gateway.units.min',
      remedy: 'Use 2',
    },
  ],
  [
    'fewer at most than at least',
    {
      change: gate({ sku: 'ErGwScale', units: { min: '4', max: '2' } }),
      raises: 'scale-units gateway.units.max',
      remedy: 'Use 4',
    },
  ],
  [
    'scaling from one unit',
    {
      change: gate({ sku: 'ErGwScale', units: { min: '1', max: '4' } }),
      raises: 'ER-041 gateway.units.min',
      remedy: 'Use 2',
    },
  ],
  [
    'an address of one’s own',
    {
      change: gate({ address: 'own' }),
      raises: 'own-address gateway.publicAddress',
      is: 'advice',
      remedy: 'Let Azure',
    },
  ],
  [
    'a Basic address',
    {
      beside: [publicAddress('pip', { sku: 'Basic' })],
      change: gate({ address: 'own', publicAddress: { is: 'existing', id: ADDRESS } }),
      raises: 'address gateway.publicAddress',
      remedy: 'Let Azure',
    },
  ],
  ['no hub', { goal: { to: 'hub' }, raises: 'hub gateway.hub' }],
  [
    'a hub whose router is not ready',
    {
      beside: [{ ...HUB, routingState: 'Provisioning' }],
      from: { hubId: HUB.id },
      raises: 'hub-routing gateway.hub',
    },
  ],
  [
    'one scale unit in a hub',
    {
      beside: [HUB],
      from: { hubId: HUB.id },
      change: gate({ units: { min: '1', max: '1' } }),
      raises: 'VW-017 gateway.units.min',
      is: 'advice',
      remedy: 'Use 2',
    },
  ],
  [
    'more units than a hub takes',
    {
      beside: [HUB],
      from: { hubId: HUB.id },
      change: gate({ units: { min: '2', max: '11' } }),
      raises: 'scale-units gateway.units.max',
      remedy: 'Use 10',
    },
  ],
  [
    'a weight that is too large',
    { change: link(0, { weight: '32001' }), raises: 'weight circuits.0.connection.weight', remedy: 'Use 0' },
  ],
  [
    'equal weights of unequal circuits',
    {
      change: at(1, { bandwidth: '100' }),
      raises: 'ER-039 circuits.0.connection.weight',
      is: 'advice',
      remedy: 'Prefer erc-amsterdam',
    },
  ],
  [
    'FastPath on a small gateway',
    {
      change: (a) => link(0, { fastPath: true })(gate({ sku: 'ErGw1AZ' })(a)),
      raises: 'ER-016 circuits.0.connection.fastPath',
      remedy: 'Use ErGw3AZ',
    },
  ],
  [
    'FastPath of a provider’s circuit in a hub',
    {
      beside: [HUB],
      from: { hubId: HUB.id },
      change: (a) => link(0, { fastPath: true })(gate({ units: { min: '5', max: '5' } })(a)),
      raises: 'hub-fast-path circuits.0.connection.fastPath',
      is: 'advice',
      remedy: 'Leave FastPath out',
    },
  ],
  [
    'FastPath of few units in a hub',
    {
      beside: [HUB, PORT],
      goal: direct,
      from: { hubId: HUB.id },
      change: (a) => link(0, { fastPath: true })(gate({ units: { min: '4', max: '4' } })(onPort(a))),
      raises: 'hub-fast-path circuits.0.connection.fastPath',
      is: 'advice',
      remedy: 'Leave FastPath out',
    },
  ],
  [
    'private link without FastPath',
    {
      change: link(0, { privateLinkFastPath: true }),
      raises: 'private-link circuits.0.connection.privateLinkFastPath',
      remedy: 'Leave it out',
    },
  ],
  [
    'private link on a provider’s circuit',
    {
      change: (a) => link(0, { fastPath: true, privateLinkFastPath: true })(gate({ sku: 'ErGw3AZ' })(a)),
      raises: 'private-link circuits.0.connection.privateLinkFastPath',
      remedy: 'Leave it out',
    },
  ],
  [
    'a circuit that the gateway has',
    {
      beside: [
        VNET,
        ERGW,
        PROVISIONED,
        connection('cn-old', {
          connectionType: 'ExpressRoute',
          gateway1Id: ERGW.id,
          circuitId: PROVISIONED.id,
        }),
      ],
      from: { gatewayId: ERGW.id },
      change: onCircuit(PROVISIONED.id),
      raises: 'same-circuit circuits.0.connection',
    },
  ],
  [
    'more circuits than the SKU takes',
    {
      beside: [VNET, ERGW, ...connected(3)],
      from: { gatewayId: ERGW.id },
      raises: 'circuits-of-gateway circuits.1.connection',
    },
  ],
  [
    'more circuits of one location',
    {
      beside: [VNET, { ...ERGW, sku: 'ErGw2AZ' }, ...connected(4)],
      from: { gatewayId: ERGW.id },
      change: at(0, { provider: 'Megaport', location: 'Paris' }),
      raises: 'circuits-of-location circuits.1.connection',
    },
  ],
  [
    'more circuits of the location of a port',
    {
      beside: [
        VNET,
        { ...ERGW, sku: 'ErGw2AZ' },
        { ...PORT, peeringLocation: 'Paris' },
        ...connected(4).map((one) =>
          one.kind === 'expressRouteCircuit'
            ? { ...one, peeringLocation: undefined, expressRoutePortId: PORT.id }
            : one,
        ),
      ],
      from: { gatewayId: ERGW.id },
      change: at(0, { provider: 'Megaport', location: 'Paris' }),
      raises: 'circuits-of-location circuits.1.connection',
    },
  ],
  [
    'nine circuits in a /27',
    {
      beside: [
        network('vnet-hub-weu', {
          subnets: [{ id: SUBNET, name: 'GatewaySubnet', addressPrefixes: ['10.20.255.224/27'] }],
        }),
        { ...ERGW, sku: 'ErGw3AZ' },
        ...connected(7),
      ],
      from: { gatewayId: ERGW.id },
      raises: 'ER-024 circuits.1.connection',
    },
  ],
  [
    'a circuit with no room for a connection',
    {
      beside: [
        PROVISIONED,
        ...Array.from({ length: 10 }, (_, index) =>
          connection(`cn-${index}`, {
            connectionType: 'ExpressRoute',
            gateway1Id: idOf('virtualNetworkGateways', `g${index}`),
            circuitId: PROVISIONED.id,
          }),
        ),
      ],
      change: onCircuit(PROVISIONED.id),
      raises: 'ER-017 circuits.0.connection',
    },
  ],
  [
    'a circuit whose links with networks and circuits are all that it takes',
    {
      beside: [
        circuit('er-one', {
          tier: 'Standard',
          peerings: [
            {
              id: 'p',
              name: 'AzurePrivatePeering',
              reaches: ['a', 'b'].map((name) => ({ id: name, name })),
              reachedBy: [{ id: 'c', name: 'c' }],
            },
          ],
        }),
        ...Array.from({ length: 7 }, (_, index) =>
          connection(`cn-${index}`, {
            gateway1Id: idOf('virtualNetworkGateways', `g-${index}`),
            circuitId: PROVISIONED.id,
          }),
        ),
      ],
      change: onCircuit(PROVISIONED.id),
      raises: 'ER-017 circuits.0.connection',
    },
  ],
  [
    'Local away from its region',
    {
      change: (a) => at(0, { tier: 'Local', family: 'UnlimitedData' })(gate({ region: 'northeurope' })(a)),
      raises: 'local-region circuits.0.connection',
      is: 'advice',
      remedy: 'Order it as Standard',
    },
  ],
  [
    'Standard across areas',
    {
      change: at(1, { provider: 'Equinix', location: 'Singapore' }),
      raises: 'premium circuits.1.connection',
      is: 'advice',
      remedy: 'Order it as Premium',
    },
  ],
  [
    'no authorization key',
    { change: at(0, { use: 'redeemed', uri: REMOTE }), raises: 'authorization circuits.0.authorizationKey' },
  ],
  [
    'an authorization for both',
    {
      change: (a) =>
        at(1, { use: 'redeemed', uri: `${REMOTE}-2` })(at(0, { use: 'redeemed', uri: REMOTE })(a)),
      keys: { 'c1.authorization': 'k', 'c2.authorization': 'k' },
      raises: 'authorization circuits.1.authorizationKey',
    },
  ],
  [
    'a circuit that failed',
    {
      beside: [circuit('er-one', { provisioningState: 'Failed' })],
      change: onCircuit(PROVISIONED.id),
      raises: 'ER-038 circuits.0.existing',
      is: 'advice',
    },
  ],
  [
    'a port that was not read',
    { goal: direct, change: onPort, raises: 'unread-port circuits.0.portId', is: 'advice' },
  ],
  [
    'a port of another subscription',
    {
      beside: [{ ...PORT, subscriptionId: ELSEWHERE }],
      goal: direct,
      change: onPort,
      raises: 'port-subscription circuits.0.portId',
    },
  ],
  [
    'a peering whose last change failed',
    {
      beside: [
        circuit('er-one', {
          peerings: [{ id: 'p', name: 'AzurePrivatePeering', provisioningState: 'Failed' }],
        }),
      ],
      change: onCircuit(PROVISIONED.id),
      raises: 'peering-failed circuits.0.peering',
      is: 'advice',
    },
  ],
  [
    'a gateway that failed',
    {
      beside: [VNET, { ...ERGW, provisioningState: 'Failed' }],
      from: { gatewayId: ERGW.id },
      raises: 'ER-038 gateway.existing',
      is: 'advice',
    },
  ],
  [
    'no network chosen',
    { change: gate({ network: { is: 'existing', id: '' } }), raises: 'network gateway.network' },
  ],
  [
    'a network that was not read',
    {
      change: gate({ network: { is: 'existing', id: VNET.id } }),
      raises: 'unread-network gateway.network',
      is: 'advice',
    },
  ],
  [
    'a network that uses another’s gateway',
    {
      beside: [
        network('vnet-hub-weu', {
          peerings: [{ id: 'p', name: 'to-hub', useRemoteGateways: true, allowGatewayTransit: false }],
        }),
      ],
      from: { networkId: VNET.id },
      raises: 'remote-gateway gateway.network',
      is: 'advice',
    },
  ],
  [
    'a region without zones',
    {
      around: {
        regions: { is: 'known', value: [{ name: 'westeurope', title: 'West Europe', zones: [] }] },
      },
      raises: 'no-zones gateway.sku',
      is: 'advice',
    },
  ],
  [
    'ErGwScale where it was reported missing',
    {
      change: gate({ region: 'eastus2', sku: 'ErGwScale', units: { min: '2', max: '2' } }),
      raises: 'scale-region gateway.sku',
      is: 'advice',
      remedy: 'Use ErGw3AZ',
    },
  ],
  [
    'an address that was not read',
    {
      change: gate({ address: 'own', publicAddress: { is: 'existing', id: ADDRESS } }),
      raises: 'unread-address gateway.publicAddress',
      is: 'advice',
      remedy: 'Let Azure',
    },
  ],
  [
    'a hub that was not read',
    { goal: { to: 'hub' }, change: gate({ hub: HUB.id }), raises: 'unread-hub gateway.hub' },
  ],
  [
    'a Route Server',
    {
      beside: [{ ...HUB, hubKind: 'RouteServer' }],
      from: { hubId: HUB.id },
      raises: 'hub-kind gateway.hub',
    },
  ],
  [
    'a hub of a Basic virtual WAN',
    {
      beside: [{ ...HUB, virtualWanId: WAN.id }, WAN],
      from: { hubId: HUB.id },
      raises: 'basic-wan gateway.hub',
    },
  ],
  [
    'a hub of another subscription',
    {
      beside: [HUB],
      from: { hubId: HUB.id },
      change: gate({ subscriptionId: ELSEWHERE }),
      raises: 'hub-subscription gateway.subscriptionId',
    },
  ],
  [
    'groups that could not be read',
    {
      around: { groups: { is: 'notReadable', why: 'No.' } },
      raises: 'unread-groups goal.group',
      is: 'advice',
    },
  ],
  [
    'regions that could not be read',
    {
      around: { regions: { is: 'notReadable', why: 'No.' } },
      raises: 'unread-regions gateway.region',
      is: 'advice',
    },
  ],
  [
    'a GatewaySubnet that could not be read',
    {
      beside: [VNET],
      around: { gatewaySubnet: { is: 'notReadable', why: 'No.' } },
      from: { networkId: VNET.id },
      raises: 'unread-subnet gateway.gatewaySubnet',
      is: 'advice',
    },
  ],
  [
    'providers that could not be read',
    {
      around: { providers: { is: 'notReadable', why: 'No.' } },
      raises: 'unread-providers circuits.0.provider',
      is: 'advice',
    },
  ],
]

function made(one: Case) {
  const bare = aroundExpressRoute(one.beside)
  const around = { ...bare, ...(typeof one.around === 'function' ? one.around(bare) : one.around) }
  const good = goodExpressRoute(around, one.goal, one.from)
  return { around, answers: one.change?.(good) ?? good, keys: one.keys ?? {} }
}

describe('good answers', () => {
  test.each([
    ['two circuits', {}],
    ['a Metro circuit', { resiliency: 'high' }],
  ] as const)('have no error, and nothing to advise: %s', (_, goal) => {
    const around = aroundExpressRoute()
    expect(checksOf(goodExpressRoute(around, goal), {}, around)).toEqual([])
  })
})

test.each(CASES)('%s', (_, one) => {
  const { around, answers, keys } = made(one)
  const [rule = '', field = ''] = one.raises.split(' ')
  const here = (checks: ReturnType<typeof checksOf>) =>
    checks.filter((check) => check.rule === rule && check.field === field)
  const [check] = here(checksOf(answers, keys, around))
  expect(check?.is).toBe(one.is ?? 'error')
  expect(check?.text).toMatch(/\.$/)
  if (one.remedy === undefined) return
  expect(check?.remedy?.label).toContain(one.remedy)
  const after = check?.remedy?.change(answers)
  expect(after && here(checksOf(after, keys, around))).toEqual([])
})

const STEPS = [
  [/^goal\./, 'resiliency'],
  [/^order\./, 'order'],
  [/^gateway\./, 'gateway'],
  [/^circuits\.\d\.(peering|md5Key)/, 'peering'],
  [/^circuits\.\d\.(connection|authorizationKey)/, 'connection'],
  [/^circuits\.\d$/, 'provider'],
  [/^circuits/, 'circuits'],
] as const

test('each is told on the step that asks its field', () => {
  for (const [, one] of CASES) {
    const { around, answers, keys } = made(one)
    for (const { step, field } of checksOf(answers, keys, around))
      expect([field, step]).toEqual([field, STEPS.find(([place]) => place.test(field))?.[1]])
  }
})

test('nothing is said of a bandwidth that Azure does not tell', () => {
  const around = aroundExpressRoute([
    circuit('er-one', { bandwidthInMbps: undefined, tier: 'Standard', peeringLocation: 'Amsterdam' }),
  ])
  const checks = checksOf(onCircuit(PROVISIONED.id)(goodExpressRoute(around)), {}, around)
  expect(checks.filter(({ rule }) => rule === 'pair-bandwidth' || rule === 'ER-039')).toEqual([])
})

test('in a hub FastPath of a circuit on an own port is taken from 5 units on', () => {
  const around = aroundExpressRoute([HUB, PORT])
  const good = onPort(goodExpressRoute(around, direct, { hubId: HUB.id }))
  const answers = link(0, { fastPath: true })(gate({ units: { min: '5', max: '5' } })(good))
  const rules = checksOf(answers, {}, around).map(({ rule }) => rule)
  expect(rules).not.toContain('hub-fast-path')
  expect(rules).not.toContain('ER-016')
})

describe('the table of refusals', () => {
  const raised = new Set(CASES.map(([, { raises }]) => raises.split(' ')[0]))

  test('rules that stand against a refusal exist, and their cause is in the table above', () => {
    const rules = REFUSALS.flatMap(({ prevented }) => (prevented.by === 'rules' ? prevented.rules : []))
    expect(rules.filter((rule) => !raised.has(rule))).toEqual([])
  })

  test('each says what, why and what to do, in sentences', () => {
    for (const { what, why, todo } of REFUSALS)
      for (const text of [what, why, todo]) expect(text).toMatch(/^[A-Z].*\.$/)
  })

  test('one code is there once', () => {
    const codes = REFUSALS.flatMap(({ code }) => code?.toLowerCase() ?? [])
    expect(codes).toEqual([...new Set(codes)])
  })
})
