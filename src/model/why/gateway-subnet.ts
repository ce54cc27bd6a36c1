import { nameOfId } from '../paths.ts'
import { valueOf } from './asked.ts'
import type { Facts, Route } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { same, tunnelsOf } from './tunnels.ts'

/** A network security group on GatewaySubnet is not supported (VPN Gateway 2.1, 6.5, finding H17). */
export function securityGroup(facts: Facts): Finding {
  const unread = lacking(facts.subnet, 'subnet')
  if (unread) return unread
  const group = valueOf(facts.subnet)?.networkSecurityGroupId
  if (group === undefined) return ruledOut('GatewaySubnet has no network security group')
  return cause(
    facts,
    'GatewaySubnet has a network security group',
    [{ text: `${nameOfId(group)} is on GatewaySubnet`, source: 'Virtual network', at: readAt(facts) }],
    'Take the network security group off GatewaySubnet.',
  )
}

/**
 * With a route for 0.0.0.0/0, or without the propagation of routes, a gateway loses what runs it, and none can be created there
 * (VPN Gateway 2.1, finding H18). The reference tells no next hops apart; one to the internet leads where traffic goes anyway.
 */
export function routeTable(facts: Facts): Finding {
  const unread = lacking(facts.subnet, 'subnet')
  if (unread) return unread
  if (valueOf(facts.subnet)?.routeTableId === undefined) return ruledOut('GatewaySubnet has no route table')
  const noTable = lacking(facts.routeTable, 'routeTable')
  if (noTable) return noTable
  const table = valueOf(facts.routeTable)
  const name = table?.name ?? 'Its route table'
  const route = table?.routes.find(({ prefix }) => prefix === '0.0.0.0/0')
  const stays = same(route?.nextHopType, 'Internet')
  const propagates = table?.propagates !== false
  if (route === undefined && propagates)
    return ruledOut(`${name} has no route for 0.0.0.0/0 and propagates gateway routes`)
  const seen = (text: string): Evidence[] => [{ text, source: 'Virtual network', at: readAt(facts) }]
  const found = cause(
    facts,
    stays && propagates
      ? 'The route table of GatewaySubnet has a route that Azure does not support there'
      : 'The route table of GatewaySubnet may cut the gateway off',
    [
      ...(route ? seen(`${name} ${routeWords(route)}`) : []),
      ...(propagates
        ? []
        : seen(`${name} does not propagate gateway routes, without which a gateway stops working`)),
    ],
    [
      route && 'Take the route for 0.0.0.0/0 out of the route table.',
      !propagates && 'Let the route table propagate gateway routes.',
    ]
      .filter((one) => typeof one === 'string')
      .join(' '),
  )
  return stays && propagates ? { ...found, likelihood: 'unlikely' } : found
}

function routeWords({ nextHopType }: Route): string {
  const does = (() => {
    switch (nextHopType?.toLowerCase()) {
      case 'internet':
        return 'sends 0.0.0.0/0 to the internet'
      case 'none':
        return 'drops what goes to 0.0.0.0/0'
      case 'virtualappliance':
        return 'sends 0.0.0.0/0 to an appliance'
      case 'virtualnetworkgateway':
        return 'sends 0.0.0.0/0 to a gateway'
      default:
        return `has a route for 0.0.0.0/0${nextHopType === undefined ? '' : `, next hop ${nextHopType}`}`
    }
  })()
  return `${does}; Azure creates no gateway in a subnet with such a route`
}

/** The gateway has to resolve public names (VPN Gateway 10.3, finding H19). */
export function nameServers(facts: Facts): Finding {
  const unread = lacking(facts.network, 'network')
  if (unread) return unread
  const network = valueOf(facts.network)
  const servers = network?.dnsServers ?? []
  if (servers.length === 0) return ruledOut('The virtual network uses Azure’s own name servers')
  return {
    is: 'cause',
    title: 'The virtual network’s own name servers may not resolve public names',
    likelihood: 'unlikely',
    evidence: [
      {
        text: `${network?.name ?? ''} uses ${servers.join(', ')}`,
        source: 'Virtual network',
        at: network?.readAt ?? facts.now,
      },
    ],
    side: 'azure',
    change: 'Let these name servers forward what they do not know to 168.63.129.16.',
  }
}

function readAt({ subnet, now }: Facts): number {
  return subnet.is === 'known' ? subnet.at : now
}

function cause(facts: Facts, title: string, evidence: Evidence[], change: string): Cause {
  return {
    is: 'cause',
    title,
    likelihood: tunnelsOf(facts).state === 'up' ? 'unlikely' : 'possible',
    evidence,
    side: 'azure',
    change,
  }
}
