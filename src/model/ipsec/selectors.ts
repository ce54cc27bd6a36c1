import { keyOf, parentId } from '../paths.ts'
import type { Estate } from '../estate.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import { isPolicyBased } from './effective-policy.ts'

export interface SelectorPair {
  local: string
  remote: string
}

/** What a connection proposes for phase 2 (VPN Gateway 3.3, 3.4). */
export type Selectors =
  /** Everything to everything. */
  | { is: 'any' }
  /** Every prefix of the virtual network with every prefix of the far side. */
  | { is: 'prefixes'; pairs: SelectorPair[]; localOf: string; remoteOf: string }
  | { is: 'custom'; pairs: SelectorPair[] }
  /** The prefixes of one end were not read: `of` names what is missing. */
  | { is: 'notRead'; of: string[] }
  /** Azure does not tell: its gateway is policy-based. */
  | { is: 'notTold' }

/** Quick-mode associations of one connection (VPN Gateway 10.1). */
export const MOST_PAIRS = 100

export function selectorsOf(connection: Connection, estate: Pick<Estate, 'resources'>): Selectors {
  const gateway = gatewayOf(connection.gateway1Id, estate)
  if (isPolicyBased(gateway)) return { is: 'notTold' }
  if (!connection.usePolicyBasedTrafficSelectors) return { is: 'any' }
  if (connection.trafficSelectors.length > 0)
    return {
      is: 'custom',
      pairs: connection.trafficSelectors.flatMap(({ local, remote }) => paired(local, remote)),
    }
  const near = networkOf(connection.gateway1Id, estate)
  const far = farEnd(connection, estate)
  if (near.is === 'missing' || far.is === 'missing')
    return { is: 'notRead', of: [near, far].flatMap((one) => (one.is === 'missing' ? one.what : [])) }
  return {
    is: 'prefixes',
    pairs: paired(near.prefixes, far.prefixes),
    localOf: near.name,
    remoteOf: far.name,
  }
}

/** What stands in the way of the selectors, or is without effect, as sentences. */
export function selectorProblems(connection: Connection, selectors: Selectors): string[] {
  const problems: string[] = []
  const { usePolicyBasedTrafficSelectors: used, trafficSelectors, natRuleIds } = connection
  if (!used && trafficSelectors.length > 0)
    problems.push('It has custom selectors, which have no effect: policy-based traffic selectors are off.')
  if (used && natRuleIds.length > 0)
    problems.push(
      'NAT rules do not work together with policy-based traffic selectors: take off one of the two.',
    )
  if ('pairs' in selectors && selectors.pairs.length > MOST_PAIRS)
    problems.push(
      `These are ${selectors.pairs.length} pairs, and a connection has room for ${MOST_PAIRS}: summarise the prefixes.`,
    )
  return problems
}

function paired(local: readonly string[], remote: readonly string[]): SelectorPair[] {
  return local.flatMap((one) => remote.map((other) => ({ local: one, remote: other })))
}

type End = { is: 'read'; name: string; prefixes: readonly string[] } | { is: 'missing'; what: string }

function farEnd(connection: Connection, estate: Pick<Estate, 'resources'>): End {
  const { localNetworkGatewayId: siteId } = connection
  if (siteId === undefined) return networkOf(connection.gateway2Id, estate)
  const site = estate.resources.get(keyOf(siteId))
  return site?.kind === 'localNetworkGateway'
    ? { is: 'read', name: site.name, prefixes: site.addressPrefixes }
    : { is: 'missing', what: 'the local network gateway' }
}

function networkOf(gatewayId: string | undefined, estate: Pick<Estate, 'resources'>): End {
  const subnetId = gatewayOf(gatewayId, estate)?.ipConfigurations[0]?.subnetId
  const networkId = subnetId === undefined ? undefined : parentId(subnetId)
  const network = networkId === undefined ? undefined : estate.resources.get(keyOf(networkId))
  return network?.kind === 'virtualNetwork'
    ? { is: 'read', name: network.name, prefixes: network.addressPrefixes }
    : { is: 'missing', what: 'the virtual network of the gateway' }
}

export function gatewayOf(
  id: string | undefined,
  estate: Pick<Estate, 'resources'>,
): VirtualNetworkGateway | undefined {
  const found = id === undefined ? undefined : estate.resources.get(keyOf(id))
  return found?.kind === 'virtualNetworkGateway' ? found : undefined
}
