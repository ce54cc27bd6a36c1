import { AZURE_ASN } from '../vpn/asn.ts'
import { parseArmId } from '../paths.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type { Answers, ConnectionAnswers, Gateway, Goal, Network, Site } from './answers.ts'
import { emptySite } from './empty-site.ts'
import { freeSpace, lastSubnet, proposedSubnet } from '../wizard/free-prefixes.ts'
import { baseName, connectionName, freeName, nextSiteName, placeKey } from './naming.ts'
import { CONVENTION } from '../wizard/naming.ts'
import { existingGateway, existingNetwork, regionOf } from './place.ts'
import { groupId } from '../wizard/place.ts'
import { proposedGroup } from '../wizard/starting-place.ts'
import { regionShort } from '../wizard/region-short.ts'
import type { Surroundings } from './surroundings.ts'
import { isTouched, touching } from '../wizard/touched.ts'
import { wantedResources } from './wanted.ts'

/** Answers with another goal: what nobody touched follows it, and two devices suggest BGP (VPN Gateway 2.3, 5.2). */
export function withGoal(answers: Answers, goal: Goal, around: Surroundings): Answers {
  const { goal: before } = answers
  const chosen = (['gateway', 'devices', 'routing', 'use'] as const).filter(
    (member) => goal[member] !== before[member],
  )
  const touched = touching(answers, ...chosen.map((member) => `goal.${member}`))
  const routing = isTouched(touched, 'goal.routing') ? goal.routing : goal.devices === 2 ? 'bgp' : 'static'
  const spare = goal.devices === 1 && answers.sites.length === 2 && !isTouched(answers, 'sites.1')
  const sites = spare ? answers.sites.slice(0, 1) : answers.sites
  return settled({ ...touched, goal: { ...goal, routing }, sites }, around)
}

/** Answers with a new virtual network in place of one that is there: its name and prefixes are proposed. */
export function withNewNetwork(answers: Answers, around: Surroundings): Answers {
  const mine = ['network.network', 'network.addressSpace', 'network.gatewaySubnet']
  return settled(
    {
      ...answers,
      touched: answers.touched.filter((field) => !mine.includes(field)),
      network: { ...answers.network, network: { is: 'new', name: '' }, addressSpace: '', gatewaySubnet: '' },
    },
    around,
  )
}

/**
 * Answers in which every field nobody touched has what follows from the others. Done after each change of an answer; a name
 * that was proposed once stays, so that what a broken-off run made is found again.
 */
export function settled(answers: Answers, around: Surroundings): Answers {
  const placed = { ...answers, network: networkDefaults(answers, around) }
  const gated = { ...placed, gateway: gatewayDefaults(placed, around) }
  const joined = { ...gated, connection: connectionDefaults(gated, around) }
  return { ...joined, sites: siteDefaults(joined, around), namedIn: placeKey(gated, around) }
}

/** For production nothing that is considered weak (VPN Gateway 3.5, 3.6); Basic takes no policy (1.6). */
function connectionDefaults(answers: Answers, around: Surroundings): ConnectionAnswers {
  const { goal, gateway, connection } = answers
  if (isTouched(answers, 'connection.policy')) return connection
  const sku = goal.gateway === 'existing' ? existingGateway(answers, around)?.sku : gateway.sku
  const takesPolicy = sku !== undefined && sku.toLowerCase() !== 'basic'
  return { ...connection, policy: goal.use === 'production' && takesPolicy ? 'Compatible' : 'default' }
}

function networkDefaults(answers: Answers, around: Surroundings): Network {
  const { network } = answers
  const there = existingNetwork(answers, around)
  const at = there && parseArmId(there.id)
  if (there && at) {
    const group: Chosen = isTouched(answers, 'network.group')
      ? network.group
      : { is: 'existing', id: groupId(at.subscriptionId, at.resourceGroup) }
    return {
      ...network,
      subscriptionId: at.subscriptionId,
      group,
      region: there.location ?? network.region,
      gatewaySubnet: isTouched(answers, 'network.gatewaySubnet')
        ? network.gatewaySubnet
        : (proposedSubnet(there) ?? ''),
    }
  }
  if (network.network.is === 'existing') return network
  const short = regionShort(regionOf(answers, around))
  const group = isTouched(answers, 'network.group')
    ? network.group
    : proposedGroup(network, regionOf(answers, around), around, () => wantedResources(answers, around))
  const grouped = { ...answers, network: { ...network, group } }
  const name = isTouched(answers, 'network.network')
    ? network.network.name
    : freeName(CONVENTION.network(short), network.network.name, 'virtualNetworks', grouped, around)
  // Once proposed it stays: another network of the estate must not move it.
  const addressSpace =
    isTouched(answers, 'network.addressSpace') || network.addressSpace !== ''
      ? network.addressSpace
      : freeSpace(around.estate)
  return {
    ...network,
    group,
    network: { is: 'new', name },
    addressSpace,
    gatewaySubnet: isTouched(answers, 'network.gatewaySubnet')
      ? network.gatewaySubnet
      : lastSubnet(addressSpace),
  }
}

function gatewayDefaults(answers: Answers, around: Surroundings): Gateway {
  const { goal, gateway } = answers
  if (goal.gateway === 'existing') return gateway
  const follow = <K extends keyof Gateway>(member: K, value: () => Gateway[K]): Gateway[K] =>
    isTouched(answers, `gateway.${member}`) ? gateway[member] : value()
  const name = follow('name', () =>
    freeName(
      CONVENTION.gateway(baseName(answers, around)),
      gateway.name,
      'virtualNetworkGateways',
      answers,
      around,
    ),
  )
  const sku = follow('sku', () => (goal.use === 'production' ? 'VpnGw2AZ' : 'VpnGw1AZ'))
  const activeActive = follow('activeActive', () => goal.use === 'production' && sku !== 'Basic')
  const instances = [0, 1].slice(0, activeActive ? 2 : 1)
  const given: string[] = []
  const addresses = instances.map((instance): Chosen => {
    const before = gateway.addresses[instance]
    if (before && (before.is === 'existing' || isTouched(answers, `gateway.addresses.${instance}`)))
      return before
    const current = before?.name ?? ''
    const wanted = CONVENTION.address(name, instance)
    const free = freeName(wanted, current, 'publicIPAddresses', answers, around, given)
    given.push(free)
    return { is: 'new', name: free }
  })
  return {
    ...gateway,
    name,
    sku,
    generation: follow('generation', () => generationOf(sku)),
    activeActive,
    addresses,
    bgp: follow('bgp', () => goal.routing === 'bgp'),
    asn: follow('asn', () => String(AZURE_ASN)),
    apipa: instances.map((instance) => gateway.apipa[instance] ?? ''),
  }
}

/** Generation2 where the SKU exists in it (VPN Gateway 1.4, 3.1). */
export function generationOf(sku: string): string {
  return /^vpngw[2-5](az)?$/i.test(sku) ? 'Generation2' : 'Generation1'
}

function siteDefaults(answers: Answers, around: Surroundings): Site[] {
  const { goal } = answers
  const sites = [...answers.sites]
  while (sites.length < goal.devices) sites.push(emptySite(sites))
  const done: Site[] = []
  for (const [index, site] of sites.entries()) {
    const first = done[0]
    // The second device stands beside the first: the same networks, the same AS.
    const beside = goal.devices === 2 && index === 1 && first?.use === 'new' ? first : undefined
    const free = (field: string) => !isTouched(answers, `sites.${index}.${field}`)
    const given = done.map(({ name }) => name)
    const wanted = siteName(goal, index, done)
    const name = free('name')
      ? freeName(wanted, site.name, 'localNetworkGateways', answers, around, given)
      : site.name
    const { values } = site
    const following: Site = {
      ...site,
      name,
      values: {
        ...values,
        bgp: free('values.bgp') ? goal.routing === 'bgp' : values.bgp,
        prefixes: beside && free('values.prefixes') ? beside.values.prefixes : values.prefixes,
        asn: beside && free('values.asn') ? beside.values.asn : values.asn,
      },
    }
    const connections = done.map(({ connection }) => connection)
    done.push({
      ...following,
      connection: free('connection')
        ? connectionName(following, answers, around, connections)
        : site.connection,
    })
  }
  return done
}

function siteName(goal: Goal, index: number, before: readonly Site[]): string {
  const [first] = before
  if (goal.devices === 2 && index === 1 && first?.use === 'new') return nextSiteName(first.name)
  if (index > 0) return CONVENTION.site(`onprem-${index + 1}`)
  return CONVENTION.site(goal.devices === 2 ? 'onprem-1' : 'onprem')
}
