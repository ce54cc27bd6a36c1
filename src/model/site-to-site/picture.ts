import type { Check } from '../plan/check.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { spokesOf } from '../status/overlap.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type { Answers, Site, Step } from './answers.ts'
import { existingGateway, existingNetwork, existingSite, siteNameOf } from './place.ts'
import { nameOfChosen } from '../wizard/place.ts'
import { inTheWayOf, saidPart, stateOf, type InTheWay, type PicturePart } from '../wizard/picture-parts.ts'
import { subnetPrefixes } from '../wizard/underlay.ts'
import type { Surroundings } from './surroundings.ts'
import { hasGatewaySubnet } from './wanted.ts'

/** What will exist once the plan has run, from on-premises to the virtual network. */
export interface PlanPicture {
  sites: readonly (PicturePart & { key: string })[]
  gateway: PicturePart
  /** Each ends a tunnel of every site. */
  instances: readonly PicturePart[]
  subnet: PicturePart
  network: PicturePart
  /** Short region name. */
  region: string
  /** Virtual networks that reach the gateway through peering. */
  peers: number
}

/**
 * @param checks of all steps; only errors count here
 * @param isTold which of them are told by now; all, on a page that is not typed on
 */
export function pictureOf(
  answers: Answers,
  around: Surroundings,
  checks: readonly Check<Step, Answers>[],
  isTold: (check: Check<Step, Answers>) => boolean = () => true,
): PlanPicture {
  const errors = checks.filter(({ is }) => is === 'error')
  const at = inTheWayOf(errors, isTold)
  const there = existingNetwork(answers, around)
  const gateway = existingGateway(answers, around)
  const { network } = answers
  const onExisting = answers.goal.gateway === 'existing'
  const subnetThere = onExisting || hasGatewaySubnet(answers, around) === true
  return {
    sites: answers.sites.map((site, index) => sitePart(site, at(`sites.${index}`), around)),
    gateway: onExisting
      ? {
          name: nameOfId(answers.gateway.existing),
          ...stateOf('exists', at('gateway')),
          facts: gateway?.sku === undefined ? [] : [gateway.sku],
        }
      : {
          name: answers.gateway.name.trim(),
          ...stateOf('new', at('gateway.name', 'gateway.sku')),
          facts: [answers.gateway.sku],
        },
    instances: gateway
      ? instancesOf(gateway)
      : answers.gateway.addresses.map((address, index) =>
          chosenPart(`Instance ${index}`, address, at(`gateway.addresses.${index}`)),
        ),
    subnet: {
      name: 'GatewaySubnet',
      ...stateOf(subnetThere ? 'exists' : 'new', at('network.gatewaySubnet')),
      facts: subnetThere ? subnetPrefixes(there, around) : [network.gatewaySubnet],
    },
    network: {
      name: there?.name ?? nameOfChosen(network.network),
      ...stateOf(
        onExisting || network.network.is === 'existing' ? 'exists' : 'new',
        at('network.network', 'network.addressSpace'),
      ),
      facts: there?.addressPrefixes ?? [network.addressSpace],
    },
    region: there?.location ?? network.region,
    peers: there ? spokesOf(there, { find: (id) => around.estate.resources.get(keyOf(id)) }).length : 0,
  }
}

/** The same in words, for who does not see it. */
export function pictureWords(picture: PlanPicture): string {
  const { sites, instances, gateway, subnet, network } = picture
  const tunnels = sites.map(
    (site) =>
      `${saidPart(site)} with ${instances.map((one) => `${one.state === 'notYet' || site.state === 'notYet' ? 'no tunnel possible yet' : 'a tunnel'} to ${saidPart(one)}`).join(' and ')}`,
  )
  return `On-premises: ${tunnels.join('; ')}. In Azure: gateway ${saidPart(gateway)} in ${saidPart(subnet)} of virtual network ${saidPart(network)}.`
}

/** Whether each site can have a tunnel to an instance. */
export function isTunnelPossible(site: PicturePart, instance: PicturePart): boolean {
  return site.state !== 'notYet' && instance.state !== 'notYet'
}

function sitePart(site: Site, inTheWay: InTheWay, around: Surroundings): PlanPicture['sites'][number] {
  const there = existingSite(site, around)
  const { by, address, fqdn, bgp, asn } = site.values
  const facts = there
    ? [there.gatewayIpAddress ?? there.fqdn ?? '', ...(there.bgp?.asn ? [`AS ${there.bgp.asn}`] : [])]
    : [(by === 'fqdn' ? fqdn : address).trim(), ...(bgp && asn.trim() !== '' ? [`AS ${asn.trim()}`] : [])]
  return {
    key: site.key,
    name: siteNameOf(site),
    ...stateOf(site.use === 'existing' ? 'exists' : 'new', inTheWay),
    facts,
  }
}

function instancesOf({ ipConfigurations }: VirtualNetworkGateway): PicturePart[] {
  return ipConfigurations.map(({ publicIPAddressId }, index) => ({
    name: `Instance ${index}`,
    state: 'exists',
    facts: publicIPAddressId === undefined ? [] : [nameOfId(publicIPAddressId)],
  }))
}

function chosenPart(name: string, chosen: Chosen, inTheWay: InTheWay): PicturePart {
  return {
    name,
    ...stateOf(chosen.is === 'existing' ? 'exists' : 'new', inTheWay),
    facts: [nameOfChosen(chosen)],
  }
}
