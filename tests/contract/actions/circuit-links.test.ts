import { expect, test } from 'vitest'
import { empty } from '../../../src/emulator/estates/empty.ts'
import type { EstateResource } from '../../../src/emulator/estates/estate.ts'
import { NETWORK, SUBSCRIPTION, testEmulator } from '../emulator.ts'
import { location, ref } from '../rules/bodies.ts'

const at = (path: string, properties: EstateResource['properties'], more: object = {}): EstateResource => ({
  id: `${NETWORK}/${path}`,
  location,
  properties,
  ...more,
})
const sku = (tier: string) => ({ sku: { name: `${tier}_MeteredData`, tier, family: 'MeteredData' } })
const circuit = (name: string, tier: string): EstateResource[] => [
  at(
    `expressRouteCircuits/${name}`,
    {
      serviceProviderProvisioningState: 'Provisioned',
      serviceProviderProperties: { serviceProviderName: 'Colt', bandwidthInMbps: 50 },
    },
    sku(tier),
  ),
  at(`expressRouteCircuits/${name}/peerings/AzurePrivatePeering`, { peeringType: 'AzurePrivatePeering' }),
]
const gateway = (name: string) =>
  at(`virtualNetworkGateways/${name}`, { gatewayType: 'ExpressRoute', sku: { name: 'ErGw1AZ' } })
const joined = (name: string, circuitName: string, gatewayName: string) =>
  at(`connections/${name}`, {
    connectionType: 'ExpressRoute',
    virtualNetworkGateway1: ref(`virtualNetworkGateways/${gatewayName}`),
    peer: ref(`expressRouteCircuits/${circuitName}`),
  })

/** ExpressRoute document 1.4 and 4.1. */
test('one link more than the SKU of a circuit takes is refused, and one circuit more than that of a gateway', async () => {
  const numbers = Array.from({ length: 10 }, (_, index) => index)
  const circuits = ['one', 'two', 'three', 'four'].flatMap((name) => circuit(name, 'Standard'))
  const estate = {
    ...empty,
    resourceGroups: [{ subscriptionId: SUBSCRIPTION, name: 'net', location }],
    resources: [
      ...circuit('standard', 'Standard'),
      ...circuit('premium', 'Premium'),
      ...circuits,
      ...numbers.map((index) => gateway(`gw-${index}`)),
      ...numbers.map((index) => joined(`s-${index}`, 'standard', `gw-${index}`)),
      ...numbers.map((index) => joined(`p-${index}`, 'premium', `gw-${index}`)),
      gateway('full'),
      ...['one', 'two', 'three', 'four'].map((name) => joined(`f-${name}`, name, 'full')),
      gateway('free'),
    ],
  }
  const emulator = testEmulator({ estates: [estate] })
  const connect = async (circuitName: string, gatewayName: string) => {
    const { id: _, ...body } = joined('x', circuitName, gatewayName)
    const { status, body: answer } = await emulator.ask('PUT', `${NETWORK}/connections/new`, body)
    return status === 400 ? answer.error.code : status
  }
  expect(await connect('standard', 'free')).toBe('ExpressRouteCircuitLinkLimitReached')
  expect(await connect('premium', 'full')).toBe('VirtualNetworkGatewayCircuitLimitReached')
  // What is there is written as before.
  const { body } = await emulator.ask('GET', `${NETWORK}/connections/s-0`)
  expect((await emulator.ask('PUT', `${NETWORK}/connections/s-0`, body)).status).toBe(200)
  expect(await connect('premium', 'free')).toBe(201)
})
