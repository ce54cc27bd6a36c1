import { sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import type { Answers } from './answers.ts'
import { ALL_ZONES, isSubnetThere, newAddress, newUnderlay } from '../wizard/underlay.ts'
import { connectionBody, gatewayBody, prefixesOf, siteBody } from './bodies.ts'
import { secretOf } from './secrets.ts'
import {
  connectionIdOf,
  existingNetwork,
  gatewayIdOf,
  networkIdOf,
  placeOf,
  siteIdOf,
  usesBgp,
  zonesOf,
} from './place.ts'
import { idIn, idOfChosen } from '../wizard/place.ts'
import type { Surroundings } from './surroundings.ts'

const NETWORK = 'Microsoft.Network'

/** Everything that has to be there in the end and that the wizard makes, whether or not an earlier run has made it. */
export function wantedResources(answers: Answers, around: Surroundings): PlannedResource[] {
  if (answers.goal.gateway === 'existing') return connected(answers, around, [])
  const underneath = underlay(answers, around)
  const addresses = newAddresses(answers, around)
  const gateway = gatewayOf(answers, around, [...underneath, ...addresses])
  return [...underneath, ...addresses, gateway, ...connected(answers, around, [gateway])]
}

function underlay(answers: Answers, around: Surroundings): PlannedResource[] {
  const { network } = answers
  return newUnderlay({
    id: networkIdOf(answers, around) ?? '',
    isNew: network.network.is === 'new',
    hasSubnet: hasGatewaySubnet(answers, around),
    location: placeOf(answers, around).location,
    addressSpace: network.addressSpace,
    gatewaySubnet: network.gatewaySubnet,
  })
}

/** Whether the chosen virtual network has a GatewaySubnet; `undefined` while that is not known, when none is written. */
export function hasGatewaySubnet(answers: Answers, around: Surroundings): boolean | undefined {
  return isSubnetThere(existingNetwork(answers, around), around)
}

function newAddresses(answers: Answers, around: Surroundings): PlannedResource[] {
  const place = placeOf(answers, around)
  const zones = addressZones(answers, around)
  return answers.gateway.addresses.flatMap((address) =>
    address.is === 'existing' ? [] : [newAddress(address, place, zones)],
  )
}

/** Zones of a new address: a zone-redundant SKU needs them where the region has any, others must have none (VPN Gateway 2.2). */
export function addressZones(answers: Answers, around: Surroundings): readonly string[] {
  return /az$/i.test(answers.gateway.sku) ? (zonesOf(answers, around) ?? ALL_ZONES) : []
}

function gatewayOf(
  answers: Answers,
  around: Surroundings,
  before: readonly PlannedResource[],
): PlannedResource {
  const place = placeOf(answers, around)
  const { gateway } = answers
  const id = gatewayIdOf(answers, around)
  const body = gatewayBody(place.location, gateway, {
    gateway: id,
    subnet: `${networkIdOf(answers, around) ?? ''}/subnets/GatewaySubnet`,
    addresses: gateway.addresses.map((one) => idOfChosen(one, place, 'publicIPAddresses')),
  })
  return {
    id,
    type: `${NETWORK}/virtualNetworkGateways`,
    body,
    dependsOn: before.map((one) => one.id),
    settings: [
      gateway.sku,
      gateway.activeActive ? 'active-active' : 'active-standby',
      ...(gateway.bgp ? [`AS ${gateway.asn.trim()}`] : []),
    ].join(', '),
  }
}

/** The sites, and a connection to each. */
function connected(
  answers: Answers,
  around: Surroundings,
  before: readonly PlannedResource[],
): PlannedResource[] {
  const place = placeOf(answers, around)
  const sites = answers.sites.flatMap((site): PlannedResource[] => {
    if (site.use === 'existing') return []
    const { by, address, fqdn, bgp, asn, peer } = site.values
    return [
      {
        id: idIn(place, 'localNetworkGateways', site.name),
        type: `${NETWORK}/localNetworkGateways`,
        body: siteBody(place.location, site.values),
        dependsOn: [],
        settings: [
          (by === 'address' ? address : fqdn).trim(),
          ...(bgp ? [`AS ${asn.trim()}`, `peer ${peer.trim()}`] : [sentenceList(prefixesOf(site.values))]),
        ].join(', '),
      },
    ]
  })
  const { protocol, policy } = answers.connection
  const parameters: string[] = []
  const connections = answers.sites.map((site): PlannedResource => {
    const siteId = siteIdOf(site, answers, around)
    const bgp = usesBgp(site, answers, around)
    const secret = secretOf(site, parameters)
    parameters.push(secret.parameter)
    return {
      id: connectionIdOf(site, answers, around),
      type: `${NETWORK}/connections`,
      body: connectionBody(place.location, answers.connection, {
        gateway: gatewayIdOf(answers, around),
        site: siteId,
        bgp,
      }),
      secrets: [secret],
      dependsOn: [
        ...before.map(({ id }) => id),
        ...sites.filter(({ id }) => keyOf(id) === keyOf(siteId)).map(({ id }) => id),
      ],
      settings: [protocol, bgp ? 'BGP' : 'static routes', policyWords(policy)].join(', '),
    }
  })
  return [...sites, ...connections]
}

function policyWords(policy: Answers['connection']['policy']): string {
  switch (policy) {
    case 'default':
      return 'default policy'
    case 'custom':
      return 'custom policy'
    case 'Strong':
    case 'Compatible':
      return `policy ${policy}`
    default:
      return policy satisfies never
  }
}
