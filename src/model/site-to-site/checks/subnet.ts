import { contains, formatPrefix, hasHostBits, overlaps, parsePrefix, type Prefix } from '../../../lib/cidr.ts'
import { sentenceList } from '../../format.ts'
import { nameOfId } from '../../paths.ts'
import { proposedSubnet, SUBNET_LENGTH, SMALLEST_SUBNET } from '../../wizard/free-prefixes.ts'
import { gatewayOfNetwork } from '../../wizard/network-gateways.ts'
import { existingNetwork, networkIdOf } from '../place.ts'
import type { SubnetFacts } from '../../wizard/around.ts'
import { typedList } from '../../wizard/typed-list.ts'
import { hasGatewaySubnet } from '../wanted.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

const AT = ['network', 'network.gatewaySubnet'] as const

/** GatewaySubnet, one that is there or one to be made: VAL-GW-04 to 06 and VPN Gateway 2.1. */
export function subnetChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  if (answers.goal.gateway === 'existing') return []
  const isThere = answers.network.network.is === 'existing' ? hasGatewaySubnet(answers, around) : false
  if (isThere === undefined) return []
  if (!isThere) return newSubnet(looked)
  const prefixes =
    around.gatewaySubnet.is === 'known' && around.gatewaySubnet.value
      ? around.gatewaySubnet.value.prefixes
      : (existingNetwork(answers, around)?.subnets.find(({ name }) => /^gatewaysubnet$/i.test(name))
          ?.addressPrefixes ?? [])
  const where = `GatewaySubnet of ${networkName(looked)}`
  return [
    ...(prefixes.length === 1 ? prefixes.flatMap((one) => sizeChecks(one, where, looked)) : []),
    ...(around.gatewaySubnet.is === 'known' && around.gatewaySubnet.value
      ? factChecks(around.gatewaySubnet.value, where)
      : []),
  ]
}

function isSpaceGood(addressSpace: string): boolean {
  const typed = typedList(addressSpace)
  return typed.length > 0 && typed.every((text) => parsePrefix(text)?.family === 4 && !hasHostBits(text))
}

function newSubnet(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const text = answers.network.gatewaySubnet.trim()
  // One thing at a time: what is wrong with the address space of a new network is told there.
  if (answers.network.network.is === 'new' && !isSpaceGood(answers.network.addressSpace)) return []
  const network = existingNetwork(answers, around) ?? {
    addressPrefixes: typedList(answers.network.addressSpace),
    subnets: [],
  }
  const free = proposedSubnet(network)
  const instead =
    free === undefined || free === text
      ? undefined
      : remedy(
          `Use ${free}`,
          AT.slice(1),
          (now) => ({ ...now, network: { ...now.network, gatewaySubnet: free } }),
          around,
        )
  if (text === '')
    return [
      free === undefined
        ? error(
            'VAL-GW-04',
            AT,
            `${networkName(looked)} has no room for a GatewaySubnet. Add an address range to it first, a /27 at least.`,
          )
        : error('VAL-GW-04', AT, 'Enter the prefix of the new GatewaySubnet.', instead),
    ]
  const prefix = parsePrefix(text)
  if (prefix?.family !== 4)
    return [error('VAL-GW-04', AT, `${text} is no IPv4 prefix: 10.20.255.0/27 is one.`, instead)]
  if (hasHostBits(text)) {
    const right = formatPrefix(prefix)
    return [
      error(
        'VAL-GW-04',
        AT,
        `${text}: bits after the mask are set.`,
        remedy(
          `Use ${right}`,
          AT.slice(1),
          (now) => ({ ...now, network: { ...now.network, gatewaySubnet: right } }),
          around,
        ),
      ),
    ]
  }
  const spaces = network.addressPrefixes.flatMap((one) => parsePrefix(one) ?? [])
  if (!spaces.some((space) => contains(space, prefix)))
    return [
      error(
        'subnet-outside',
        AT,
        `${text} lies outside the address space of ${networkName(looked)} (${sentenceList(network.addressPrefixes)}).`,
        instead,
      ),
    ]
  const other = network.subnets.find(({ addressPrefixes }) =>
    addressPrefixes.some((one) => meets(one, prefix)),
  )
  if (other)
    return [
      error(
        'subnet-overlap',
        AT,
        `${text} overlaps the subnet ${other.name} (${sentenceList(other.addressPrefixes)}) of ${networkName(looked)}.`,
        instead,
      ),
    ]
  return sizeChecks(text, 'The new GatewaySubnet', looked, instead)
}

/** VAL-GW-04 and 05. */
function sizeChecks(
  text: string,
  where: string,
  { answers, around }: Looked,
  instead?: WizardCheck['remedy'],
): WizardCheck[] {
  const length = parsePrefix(text)?.length
  if (length === undefined) return []
  const larger = instead?.label.endsWith(`/${SUBNET_LENGTH}`) ? instead : undefined
  if (length > SMALLEST_SUBNET)
    return [
      error(
        'VAL-GW-04',
        AT,
        `${where} is a /${length}. A gateway needs a /29 at least; /27 is recommended.`,
        instead,
      ),
    ]
  if (length <= SUBNET_LENGTH) return []
  const networkId = networkIdOf(answers, around)
  const expressRoute = networkId && gatewayOfNetwork(networkId, 'ExpressRoute', around.estate)
  if (expressRoute)
    return [
      error(
        'VAL-GW-05',
        AT,
        `${where} is a /${length}. A /27 is needed to share it with the ExpressRoute gateway ${expressRoute.name}.`,
        larger,
      ),
    ]
  return [
    advice(
      'VAL-GW-05',
      AT,
      `${where} is a /${length}. Azure recommends a /27: less leaves no room for an ExpressRoute gateway or a migration.`,
      larger,
    ),
  ]
}

/** VAL-GW-06, and the rest of VPN Gateway 2.1. */
function factChecks(facts: SubnetFacts, where: string): WizardCheck[] {
  const { networkSecurityGroupId, routeTableId, routes, propagationDisabled, delegations, usedBy } = facts
  const checks: WizardCheck[] = []
  if (networkSecurityGroupId !== undefined)
    checks.push(
      error(
        'VAL-GW-06',
        AT,
        `${where} has the network security group ${nameOfId(networkSecurityGroupId)}. Remove it there first: Azure takes none on this subnet.`,
      ),
    )
  const table = nameOfId(routeTableId ?? '')
  if (routes?.some(({ prefix }) => prefix === '0.0.0.0/0'))
    checks.push(
      error(
        'VAL-GW-06',
        AT,
        `${where} has the route table ${table} with a route for 0.0.0.0/0, with which no gateway can be created. Remove that route first.`,
      ),
    )
  if (propagationDisabled === true)
    checks.push(
      error(
        'VAL-GW-06',
        AT,
        `The route table ${table} of ${where} does not propagate gateway routes, without which the gateway stops working. Turn propagation on first.`,
      ),
    )
  const own = facts.prefixes.flatMap((one) => parsePrefix(one) ?? [])
  for (const route of routes ?? [])
    if (route.prefix !== '0.0.0.0/0' && own.some((one) => meets(route.prefix, one)))
      checks.push(
        advice(
          'subnet-route',
          AT,
          `The route ${route.name} (${route.prefix}) of ${table} overlaps ${where}, and can cut the gateway off.`,
        ),
      )
  if (routeTableId !== undefined && routes === undefined)
    checks.push(
      advice(
        'unread-routes',
        AT,
        `The route table ${table} of ${where} could not be read. It must have no route for 0.0.0.0/0 and has to propagate gateway routes.`,
      ),
    )
  if (delegations.length > 0)
    checks.push(
      error(
        'subnet-delegated',
        AT,
        `${where} is delegated to ${sentenceList([...delegations])}. The subnet of a gateway has to be without delegations.`,
      ),
    )
  const tenants = [...new Set(usedBy.filter((id) => !/\/virtualnetworkgateways\//i.test(id)).map(tenantOf))]
  if (tenants.length > 0)
    checks.push(
      error(
        'subnet-used',
        AT,
        `${where} is used by ${sentenceList(tenants)}. Nothing but gateways may be in it.`,
      ),
    )
  return checks
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

function networkName({ answers, around }: Looked): string {
  const name = nameOfId(networkIdOf(answers, around) ?? '')
  return name === '' ? 'the virtual network' : name
}
