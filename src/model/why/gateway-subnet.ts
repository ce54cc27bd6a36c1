import { nameOfId } from '../paths.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { tunnelsOf } from './tunnels.ts'

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
 * A route table on GatewaySubnet that sends everything elsewhere, or does not take routes of BGP, cuts the gateway off (VPN Gateway
 * 2.1, finding H18).
 */
export function routeTable(facts: Facts): Finding {
  const unread = lacking(facts.subnet, 'subnet')
  if (unread) return unread
  if (valueOf(facts.subnet)?.routeTableId === undefined) return ruledOut('GatewaySubnet has no route table')
  const noTable = lacking(facts.routeTable, 'routeTable')
  if (noTable) return noTable
  const table = valueOf(facts.routeTable)
  const proof = [
    table?.routes.some(({ prefix }) => prefix === '0.0.0.0/0') && `${table.name} has a route for 0.0.0.0/0`,
    table?.propagates === false && `${table.name} does not propagate gateway routes`,
  ].filter((one) => typeof one === 'string')
  if (proof.length === 0) return ruledOut(`${table?.name ?? 'Its route table'} leaves the gateway its routes`)
  return cause(
    facts,
    'The route table of GatewaySubnet cuts the gateway off',
    proof.map((text) => ({ text, source: 'Virtual network', at: readAt(facts) })),
    'Take the route for 0.0.0.0/0 out of the route table, and let it propagate gateway routes.',
  )
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
