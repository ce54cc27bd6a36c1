import type { Answers } from './answers.ts'
import { addressZones } from './wanted.ts'
import { zonesWords } from '../wizard/underlay.ts'
import { existingNetwork } from './place.ts'
import { nameOfChosen } from '../wizard/place.ts'
import type { Surroundings } from './surroundings.ts'
import { isTouched } from '../wizard/touched.ts'

/** Why a field has what it has while nobody touched it, as one sentence; `undefined` where somebody did, or where nothing was proposed. */
export function defaultReason(field: string, answers: Answers, around: Surroundings): string | undefined {
  if (isTouched(answers, field)) return undefined
  const { goal, gateway, network } = answers
  const [part = '', member = '', ...rest] = field.split('.')
  if (part === 'sites') return siteReason(Number(member), rest.join('.'), answers)
  switch (`${part}.${member}`) {
    case 'goal.routing':
      return goal.devices === 2
        ? 'Two devices need BGP to share the traffic and to take over from each other.'
        : 'One device works with static routes; BGP spares changes when networks are added.'
    case 'network.group':
      return existingNetwork(answers, around)
        ? `The resource group of ${nameOfChosen(network.network)}.`
        : network.group.is === 'new'
          ? 'Nothing of the region was found that would suggest one that is there.'
          : 'Most virtual networks and gateways of the region are in it.'
    case 'network.region':
      return existingNetwork(answers, around)
        ? `Given by ${nameOfChosen(network.network)}: a gateway is in the region of its virtual network.`
        : 'Most of the subscription’s virtual networks are there.'
    case 'network.addressSpace':
      return 'Nothing that was read uses it.'
    case 'network.gatewaySubnet':
      return gatewaySubnetReason(network.gatewaySubnet)
    case 'gateway.name':
      return 'Named after the virtual network or its region; free in the resource group.'
    case 'gateway.sku':
      return goal.use === 'production'
        ? 'For production: zone-redundant, 30 tunnels, room for growth.'
        : 'For tests: the smallest SKU that takes BGP and custom policies.'
    case 'gateway.generation':
      return gateway.generation === 'Generation2'
        ? 'Generation 2 has more throughput for the same SKU.'
        : `${gateway.sku} exists in Generation 1 only.`
    case 'gateway.activeActive':
      return goal.use === 'production'
        ? 'For production: an update of Azure then interrupts none of the traffic.'
        : 'For tests: one public IP address less; a change-over takes seconds.'
    case 'gateway.addresses':
      return `New, Standard, static, ${zonesWords(addressZones(answers, around))}: what the SKU needs here.`
    case 'gateway.bgp':
      return goal.routing === 'bgp' ? 'The goal is BGP.' : 'The goal is static routes.'
    case 'gateway.asn':
      return 'What every Azure gateway has until somebody changes it.'
    case 'connection.protocol':
      return 'IKEv2 renews its keys without dropping the tunnel; IKEv1 is for devices without it.'
    case 'connection.policy':
      return answers.connection.policy === 'Compatible'
        ? 'For production: Azure’s defaults agree keys with DH group 2, which is considered weak.'
        : 'What most devices come up with at once.'
    case 'connection.dpd':
      return '45 seconds is Azure’s own; 30 to 45 are recommended.'
    case 'connection.mode':
      return 'Both sides may begin.'
    default:
      return undefined
  }
}

function gatewaySubnetReason(prefix: string): string | undefined {
  if (prefix === '') return undefined
  return prefix.endsWith('/27')
    ? 'The last free /27 of the address space, the size that Azure recommends.'
    : 'The largest that is free in the address space; Azure recommends /27.'
}

function siteReason(index: number, field: string, { goal, sites }: Answers): string | undefined {
  const beside = goal.devices === 2 && index === 1 && sites[0]?.use === 'new'
  switch (field) {
    case 'name':
    case 'connection':
      return 'Named after the site; free in the resource group.'
    case 'values.bgp':
      return goal.routing === 'bgp' ? 'The goal is BGP.' : 'The goal is static routes.'
    case 'values.prefixes':
      return beside ? 'The same networks as behind the first device.' : undefined
    case 'values.asn':
      return beside ? 'The same AS as that of the first device.' : undefined
    default:
      return undefined
  }
}
