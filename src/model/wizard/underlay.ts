import { keyOf } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { Around } from './around.ts'
import { addressBody, networkBody, subnetBody } from './bodies.ts'
import type { Chosen } from './chosen.ts'
import { idOfChosen, type Place } from './place.ts'

const NETWORK = 'Microsoft.Network'
/** Where it is not known whether a region has zones: an address without them would be refused late, one with them at once. */
export const ALL_ZONES: readonly string[] = ['1', '2', '3']

/** Whether a virtual network that is there has a GatewaySubnet; `undefined` while that is not known, when none is written. */
export function isSubnetThere(
  network: VirtualNetwork | undefined,
  { gatewaySubnet }: Pick<Around, 'gatewaySubnet'>,
): boolean | undefined {
  if (gatewaySubnet.is === 'known' && gatewaySubnet.value) return true
  if (network) return network.subnets.some(({ name }) => keyOf(name) === 'gatewaysubnet')
  return gatewaySubnet.is === 'known' ? false : undefined
}

/** As it was read by itself, or as its network tells. */
export function subnetPrefixes(
  network: VirtualNetwork | undefined,
  { gatewaySubnet }: Pick<Around, 'gatewaySubnet'>,
): readonly string[] {
  if (gatewaySubnet.is === 'known' && gatewaySubnet.value) return gatewaySubnet.value.prefixes
  return gatewaySubnetOf(network)
}

/** Its prefixes, as the network tells them. */
export function gatewaySubnetOf(network: VirtualNetwork | undefined): readonly string[] {
  return network?.subnets.find(({ name }) => keyOf(name) === 'gatewaysubnet')?.addressPrefixes ?? []
}

/**
 * The new virtual network with its GatewaySubnet, or the missing GatewaySubnet of one that is there; that one is never written itself.
 * @param of `id` of the virtual network
 */
export function newUnderlay(of: {
  id: string
  isNew: boolean
  hasSubnet: boolean | undefined
  location: string
  addressSpace: string
  gatewaySubnet: string
}): PlannedResource[] {
  if (of.isNew)
    return [
      {
        id: of.id,
        type: `${NETWORK}/virtualNetworks`,
        body: networkBody(of.location, of.addressSpace, of.gatewaySubnet),
        dependsOn: [],
        settings: `${of.addressSpace.trim()}, GatewaySubnet ${of.gatewaySubnet.trim()}`,
      },
    ]
  if (of.hasSubnet !== false) return []
  return [
    {
      id: `${of.id}/subnets/GatewaySubnet`,
      type: `${NETWORK}/virtualNetworks/subnets`,
      body: subnetBody(of.gatewaySubnet),
      dependsOn: [],
      settings: of.gatewaySubnet.trim(),
    },
  ]
}

/** A new public IP address as gateways take them. */
export function newAddress(address: Chosen, place: Place, zones: readonly string[]): PlannedResource {
  return {
    id: idOfChosen(address, place, 'publicIPAddresses'),
    type: `${NETWORK}/publicIPAddresses`,
    body: addressBody(place.location, zones),
    dependsOn: [],
    settings: `Standard, static, ${zonesWords(zones)}`,
  }
}

/** `zones 1, 2, 3` */
export function zonesWords(zones: readonly string[]): string {
  if (zones.length === 0) return 'no zones'
  return `${zones.length === 1 ? 'zone' : 'zones'} ${zones.join(', ')}`
}
