import type { Check } from '../plan/check.ts'
import { nameOfId } from '../paths.ts'
import { spokesOf } from '../status/overlap.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Answers, Chosen, Site, Step } from './answers.ts'
import { existingGateway, existingNetwork, existingSite, nameOfChosen, siteNameOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** `notYet`: something about it is still to be filled in or put right. */
export type PartState = 'new' | 'exists' | 'notYet'

export interface PicturePart {
  name: string
  state: PartState
  /** Short facts, the address first: `203.0.113.130`, `AS 64710`. */
  facts: readonly string[]
}

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
 */
export function pictureOf(
  answers: Answers,
  around: Surroundings,
  checks: readonly Check<Step, Answers>[],
): PlanPicture {
  const errors = checks.filter(({ is }) => is === 'error').map(({ field }) => field)
  const isWrong = (place: string) => errors.some((one) => one === place || one.startsWith(`${place}.`))
  const there = existingNetwork(answers, around)
  const gateway = existingGateway(answers, around)
  const { network } = answers
  const onExisting = answers.goal.gateway === 'existing'
  const subnetThere = onExisting || subnetOf(around) !== undefined
  return {
    sites: answers.sites.map((site, index) => sitePart(site, isWrong(`sites.${index}`), around)),
    gateway: onExisting
      ? {
          name: nameOfId(answers.gateway.existing),
          state: isWrong('gateway') ? 'notYet' : 'exists',
          facts: gateway?.sku === undefined ? [] : [gateway.sku],
        }
      : {
          name: answers.gateway.name.trim(),
          state: isWrong('gateway.name') || isWrong('gateway.sku') ? 'notYet' : 'new',
          facts: [answers.gateway.sku],
        },
    instances: gateway
      ? instancesOf(gateway)
      : answers.gateway.addresses.map((address, index) =>
          chosenPart(`Instance ${index}`, address, isWrong(`gateway.addresses.${index}`)),
        ),
    subnet: {
      name: 'GatewaySubnet',
      state: isWrong('network.gatewaySubnet') ? 'notYet' : subnetThere ? 'exists' : 'new',
      facts: subnetThere ? (subnetOf(around)?.prefixes ?? []) : [network.gatewaySubnet],
    },
    network: {
      name: there?.name ?? nameOfChosen(network.network),
      state: isWrong('network.network')
        ? 'notYet'
        : onExisting || network.network.is === 'existing'
          ? 'exists'
          : 'new',
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
      `${said(site)} with ${instances.map((one) => `${one.state === 'notYet' || site.state === 'notYet' ? 'no tunnel possible yet' : 'a tunnel'} to ${said(one)}`).join(' and ')}`,
  )
  return `On-premises: ${tunnels.join('; ')}. In Azure: gateway ${said(gateway)} in ${said(subnet)} of virtual network ${said(network)}.`
}

/** Whether each site can have a tunnel to an instance. */
export function isTunnelPossible(site: PicturePart, instance: PicturePart): boolean {
  return site.state !== 'notYet' && instance.state !== 'notYet'
}

const STATES: Record<PartState, string> = { new: 'new', exists: 'exists', notYet: 'not possible yet' }

export function stateWord(state: PartState): string {
  return STATES[state]
}

function said({ name, facts, state }: PicturePart): string {
  return `${name} (${[...facts.filter((one) => one !== ''), stateWord(state)].join(', ')})`
}

function sitePart(site: Site, wrong: boolean, around: Surroundings): PlanPicture['sites'][number] {
  const there = existingSite(site, around)
  const { by, address, fqdn, bgp, asn } = site.values
  const facts = there
    ? [there.gatewayIpAddress ?? there.fqdn ?? '', ...(there.bgp?.asn ? [`AS ${there.bgp.asn}`] : [])]
    : [(by === 'fqdn' ? fqdn : address).trim(), ...(bgp && asn.trim() !== '' ? [`AS ${asn.trim()}`] : [])]
  return {
    key: site.key,
    name: siteNameOf(site),
    state: wrong ? 'notYet' : site.use === 'existing' ? 'exists' : 'new',
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

function chosenPart(name: string, chosen: Chosen, wrong: boolean): PicturePart {
  return {
    name,
    state: wrong ? 'notYet' : chosen.is === 'existing' ? 'exists' : 'new',
    facts: [nameOfChosen(chosen)],
  }
}

function subnetOf({ gatewaySubnet }: Surroundings) {
  return gatewaySubnet.is === 'known' ? gatewaySubnet.value : undefined
}
