import { tagsOf } from '../../../../../tests/support/express-route.ts'
import { SUBSCRIPTION, circuit } from '../../../../../tests/support/resources.ts'
import {
  VNET,
  PORT,
  PROVISIONED,
  REMOTE,
  ELSEWHERE,
  at,
  onCircuit,
  direct,
  onPort,
  many,
  type Case,
} from './case.fixture.ts'

export const CIRCUITS_CASES: readonly (readonly [what: string, one: Case])[] = [
  ['ten circuits in the region', { beside: many(10), raises: 'circuits-in-region circuits.0.region' }],
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
    'a redeemed Metro circuit for Maximum',
    {
      beside: [circuit('er-one', { peeringLocation: 'Zurich Metro' })],
      change: at(0, { use: 'redeemed', uri: PROVISIONED.id }),
      raises: 'metro circuits.0.uri',
    },
  ],
  [
    'a redeemed circuit of the same provider',
    {
      beside: [circuit('er-one', { serviceProviderName: 'Equinix', peeringLocation: 'Paris' })],
      change: at(1, { use: 'redeemed', uri: PROVISIONED.id }),
      raises: 'ER-037 circuits.1.uri',
      is: 'advice',
    },
  ],
  [
    'a provider that is not done',
    {
      beside: [circuit('er-one', { serviceProviderProvisioningState: 'Provisioning' })],
      change: onCircuit(PROVISIONED.id),
      raises: 'waits circuits.0',
      is: 'advice',
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
    'a circuit that Azure could not make',
    {
      beside: [circuit('er-one', { provisioningState: 'Failed', circuitProvisioningState: 'Disabled' })],
      change: onCircuit(PROVISIONED.id),
      raises: 'circuit-failed circuits.0.existing',
    },
  ],
  [
    'a failed circuit of this order that is not what is ordered now',
    {
      beside: [
        circuit('er-one', {
          provisioningState: 'Failed',
          circuitProvisioningState: 'Disabled',
          tags: tagsOf('a1b2c3d4'),
        }),
      ],
      change: at(0, { name: 'er-one' }),
      raises: 'circuit-failed circuits.0.name',
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
    'providers that could not be read',
    {
      around: { providers: { is: 'notReadable', why: 'No.' } },
      raises: 'unread-providers circuits.0.provider',
      is: 'advice',
    },
  ],
]
