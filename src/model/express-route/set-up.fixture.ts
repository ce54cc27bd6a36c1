import { aroundExpressRoute, goodExpressRoute, tagsOf } from '../../../tests/support/express-route.ts'
import { circuit, gateway, idOf, network } from '../../../tests/support/resources.ts'
import { nameOfId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import type { Answers } from './answers.ts'
import { planOf } from './plan-of.ts'
import { settled } from './settled.ts'

export const VNET = network('vnet-hub-weu')
export const ERGW = gateway('ergw-hub-weu', {
  gatewayType: 'ExpressRoute',
  sku: 'ErGw2AZ',
  ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
})

/** A circuit of the set-up as ARM has it; without the peering of the fixture. */
export function made(name: string, change: Parameters<typeof circuit>[1] = {}): Resource {
  return circuit(name, {
    tags: tagsOf('a1b2c3d4', 'maximum', VNET.id),
    peerings: [],
    tier: 'Standard',
    peeringLocation: name === 'erc-amsterdam' ? 'Amsterdam' : 'Frankfurt',
    bandwidthInMbps: 1000,
    ...change,
  })
}
export const peered = (name: string) =>
  made(name, {
    peerings: [
      {
        id: `${idOf('expressRouteCircuits', name)}/peerings/AzurePrivatePeering`,
        name: 'AzurePrivatePeering',
      },
    ],
  })
export const waiting = { serviceProviderProvisioningState: 'Provisioning', serviceProviderName: 'Megaport' }

/** Good answers for the network, that were given before the other resources came to be. */
export function answered(resources: readonly Resource[]) {
  const answers = goodExpressRoute(aroundExpressRoute([VNET]), {}, { networkId: VNET.id })
  const around = aroundExpressRoute([VNET, ...resources])
  return { answers: settled(answers, around), around }
}
export const names = (answers: Answers, resources: readonly Resource[], phase: 'order' | 'connect') =>
  planOf(answers, aroundExpressRoute([VNET, ...resources]), phase).plan.resources.map(({ id }) =>
    nameOfId(id),
  )
