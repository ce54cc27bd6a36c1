import type { Check } from '../plan/check.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { spokesOf } from '../status/overlap.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type { Answers, Site, Step } from './answers.ts'
import { existingGateway, existingNetwork, existingSite, nameOfChosen, siteNameOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'
import { hasGatewaySubnet } from './wanted.ts'

/** `notYet`: something about it is still to be filled in or put right. */
export type PartState = 'new' | 'exists' | 'notYet'

export interface PicturePart {
  name: string
  state: PartState
  /** Something about it is wrong and told by now; without, what is not yet possible is only not filled in yet. */
  wrong?: true
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
 * @param isTold which of them are told by now; all, on a page that is not typed on
 */
export function pictureOf(
  answers: Answers,
  around: Surroundings,
  checks: readonly Check<Step, Answers>[],
  isTold: (check: Check<Step, Answers>) => boolean = () => true,
): PlanPicture {
  const errors = checks.filter(({ is }) => is === 'error')
  /** What is in the way of a part: nothing, or something that may be told by now. */
  const at = (...places: string[]) => {
    const own = errors.filter(({ field }) =>
      places.some((place) => field === place || field.startsWith(`${place}.`)),
    )
    return own.length === 0 ? undefined : { told: own.some(isTold) }
  }
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

/** What is in the way of a part. */
type InTheWay = { told: boolean } | undefined

function stateOf(otherwise: PartState, inTheWay: InTheWay): Pick<PicturePart, 'state' | 'wrong'> {
  if (!inTheWay) return { state: otherwise }
  return { state: 'notYet', ...(inTheWay.told && { wrong: true }) }
}

function said({ name, facts, state }: PicturePart): string {
  return `${name} (${[...facts.filter((one) => one !== ''), stateWord(state)].join(', ')})`
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

/** As it was read by itself, or as its network tells. */
export function subnetPrefixes(
  network: VirtualNetwork | undefined,
  { gatewaySubnet }: Surroundings,
): readonly string[] {
  if (gatewaySubnet.is === 'known' && gatewaySubnet.value) return gatewaySubnet.value.prefixes
  return network?.subnets.find(({ name }) => keyOf(name) === 'gatewaysubnet')?.addressPrefixes ?? []
}
