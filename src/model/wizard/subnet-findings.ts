import { contains, formatPrefix, hasHostBits, overlaps, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import { sentenceList } from '../format.ts'
import { nameOfId } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { SubnetFacts } from './around.ts'
import { finding, using, type Finding, type Instead } from './finding.ts'
import { proposedSubnet, SUBNET_LENGTH } from './free-prefixes.ts'

/** What a size means for a gateway; `undefined`: it is good. @param where `The new GatewaySubnet` @param larger what there is room for */
export type SizeRule = (length: number, where: string, larger: Instead | undefined) => Finding | undefined

/** A GatewaySubnet that is there (VPN Gateway 2.1, VAL-GW-04 to 06). */
export function existingSubnetFindings(
  prefixes: readonly string[],
  facts: SubnetFacts | undefined,
  networkName: string,
  size: SizeRule,
): Finding[] {
  const where = `GatewaySubnet of ${networkName}`
  return [
    ...(prefixes.length === 1 ? prefixes.flatMap((one) => sized(one, where, size)) : []),
    ...(facts ? factFindings(facts, where) : []),
  ]
}

/**
 * A GatewaySubnet to be made (VPN Gateway 2.1, VAL-GW-04 and 05).
 * @param typed its prefix
 * @param network that it is made in, there or to be made
 * @param length of the mask that is proposed
 */
export function newSubnetFindings(
  typed: string,
  network: Pick<VirtualNetwork, 'addressPrefixes' | 'subnets'>,
  networkName: string,
  size: SizeRule,
  length = SUBNET_LENGTH,
): Finding[] {
  const text = typed.trim()
  const free = proposedSubnet(network, length)
  const instead = free === text ? undefined : using(free)
  if (text === '')
    return [
      free === undefined
        ? finding(
            'error',
            'VAL-GW-04',
            `${networkName} has no room for a GatewaySubnet. Add an address range to it first, a /${length} at least.`,
          )
        : finding('error', 'VAL-GW-04', 'Enter the prefix of the new GatewaySubnet.', instead),
    ]
  const prefix = parsePrefix(text)
  if (prefix?.family !== 4)
    return [finding('error', 'VAL-GW-04', `${text} is no IPv4 prefix: 10.20.255.0/27 is one.`, instead)]
  if (hasHostBits(text))
    return [
      finding('error', 'VAL-GW-04', `${text}: bits after the mask are set.`, using(formatPrefix(prefix))),
    ]
  const spaces = network.addressPrefixes.flatMap((one) => parsePrefix(one) ?? [])
  if (!spaces.some((space) => contains(space, prefix)))
    return [
      finding(
        'error',
        'subnet-outside',
        `${text} lies outside the address space of ${networkName} (${sentenceList(network.addressPrefixes)}).`,
        instead,
      ),
    ]
  const other = network.subnets.find(({ addressPrefixes }) =>
    addressPrefixes.some((one) => meets(one, prefix)),
  )
  if (other)
    return [
      finding(
        'error',
        'subnet-overlap',
        `${text} overlaps the subnet ${other.name} (${sentenceList(other.addressPrefixes)}) of ${networkName}.`,
        instead,
      ),
    ]
  return sized(text, 'The new GatewaySubnet', size, instead)
}

function sized(text: string, where: string, size: SizeRule, instead?: Instead): Finding[] {
  const length = parsePrefix(text)?.length
  const found = length === undefined ? undefined : size(length, where, instead)
  return found ? [found] : []
}

/** VAL-GW-06, and the rest of VPN Gateway 2.1. */
function factFindings(facts: SubnetFacts, where: string): Finding[] {
  const { networkSecurityGroupId, routeTableId, routes, propagationDisabled, delegations, usedBy } = facts
  const found: Finding[] = []
  if (networkSecurityGroupId !== undefined)
    found.push(
      finding(
        'error',
        'VAL-GW-06',
        `${where} has the network security group ${nameOfId(networkSecurityGroupId)}. Remove it there first: Azure takes none on this subnet.`,
      ),
    )
  const table = nameOfId(routeTableId ?? '')
  if (routes?.some(({ prefix }) => prefix === '0.0.0.0/0'))
    found.push(
      finding(
        'error',
        'VAL-GW-06',
        `${where} has the route table ${table} with a route for 0.0.0.0/0, with which no gateway can be created. Remove that route first.`,
      ),
    )
  if (propagationDisabled === true)
    found.push(
      finding(
        'error',
        'VAL-GW-06',
        `The route table ${table} of ${where} does not propagate gateway routes, without which the gateway stops working. Turn propagation on first.`,
      ),
    )
  const own = facts.prefixes.flatMap((one) => parsePrefix(one) ?? [])
  for (const route of routes ?? [])
    if (route.prefix !== '0.0.0.0/0' && own.some((one) => meets(route.prefix, one)))
      found.push(
        finding(
          'advice',
          'subnet-route',
          `The route ${route.name} (${route.prefix}) of ${table} overlaps ${where}, and can cut the gateway off.`,
        ),
      )
  if (routeTableId !== undefined && routes === undefined)
    found.push(
      finding(
        'advice',
        'unread-routes',
        `The route table ${table} of ${where} could not be read. It must have no route for 0.0.0.0/0 and has to propagate gateway routes.`,
      ),
    )
  if (delegations.length > 0)
    found.push(
      finding(
        'error',
        'subnet-delegated',
        `${where} is delegated to ${sentenceList([...delegations])}. The subnet of a gateway has to be without delegations.`,
      ),
    )
  const tenants = [...new Set(usedBy.filter((id) => !/\/virtualnetworkgateways\//i.test(id)).map(tenantOf))]
  if (tenants.length > 0)
    found.push(
      finding(
        'error',
        'subnet-used',
        `${where} is used by ${sentenceList(tenants)}. Nothing but gateways may be in it.`,
      ),
    )
  return found
}

/** `…/networkInterfaces/nic-1/ipConfigurations/a` belongs to `nic-1`. */
function tenantOf(ipConfigurationId: string): string {
  const owner = ipConfigurationId.split('/').slice(0, -2).join('/')
  return nameOfId(owner === '' ? ipConfigurationId : owner)
}

function meets(text: string, prefix: Prefix): boolean {
  const other = parsePrefix(text)
  return other !== undefined && overlaps(other, prefix)
}
