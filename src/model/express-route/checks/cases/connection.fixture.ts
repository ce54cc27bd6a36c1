import { circuit, connection, idOf, network } from '../../../../../tests/support/resources.ts'
import {
  VNET,
  SUBNET,
  ERGW,
  HUB,
  PORT,
  PROVISIONED,
  REMOTE,
  at,
  link,
  gate,
  onCircuit,
  direct,
  onPort,
  connected,
  type Case,
} from './case.fixture.ts'

export const CONNECTION_CASES: readonly (readonly [what: string, one: Case])[] = [
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
    'Standard across areas, before it is ordered to a network that was chosen',
    {
      beside: [VNET],
      from: { networkId: VNET.id },
      change: at(1, { provider: 'Equinix', location: 'Singapore' }),
      raises: 'premium circuits.1.tier',
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
]
