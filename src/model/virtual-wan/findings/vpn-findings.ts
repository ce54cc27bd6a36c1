import { parsePrefix } from '../../../lib/cidr.ts'
import type { Estate } from '../../estate.ts'
import { bandwidth, count } from '../../format.ts'
import type { P2sVpnGateway, VpnConnection, VpnHubGateway, VpnSite } from '../../resources/virtual-wan.ts'
import { clientCapacity, siteThroughput } from '../gateway-capacity.ts'
import { connectionsOf, linksOfSite, placedLinks } from '../site-links.ts'
import { linkFindings, type JudgedLink } from './link-findings.ts'
import { worstFirst, type WanFinding } from './wan-finding.ts'

const SITES = 'Microsoft: create a site-to-site connection with Virtual WAN'

/** What may be better at a hub's VPN gateway and its links (Virtual WAN 15.1). */
export function siteGatewayFindings(gateway: VpnHubGateway, links: readonly JudgedLink[]): WanFinding[] {
  return worstFirst([...linkFindings(links), ...fullGateway(gateway, links)])
}

/** How busy it is only metrics tell; what its sites' lines bring together is known. */
function fullGateway({ scaleUnits }: VpnHubGateway, links: readonly JudgedLink[]): WanFinding[] {
  const carries = scaleUnits === undefined ? undefined : siteThroughput(scaleUnits)
  const brought = links.reduce((sum, { end }) => sum + (end?.speedInMbps ?? 0), 0)
  if (carries === undefined || brought <= carries) return []
  return [
    {
      rule: 'VW-015',
      severity: 'hint',
      what: `The lines of its sites bring ${bandwidth(brought)} together, and one instance carries ${bandwidth(carries)}`,
      why: 'When all of them are busy, or one instance is maintained, packets are dropped. How busy they are, the metric AverageBandwidth tells.',
      change: 'Look at the metric over a week, and add scale units where it comes near.',
      source: 'Microsoft: gateway settings of Virtual WAN',
    },
  ]
}

export function siteConnectionFindings(links: readonly JudgedLink[]): WanFinding[] {
  return worstFirst(
    linkFindings(links).map((one) =>
      // The tab is beside it here.
      one.rule === 'VW-010'
        ? { ...one, change: 'See the tab "Why it is not up": the device, its key and its policy.' }
        : one,
    ),
  )
}

/** What may be better at a site. */
export function siteFindings(site: VpnSite, estate: Estate): WanFinding[] {
  const connections = connectionsOf(site, estate)
  const links = connections.flatMap((connection) => placedLinks(connection, estate))
  return worstFirst([...oneLink(site), ...alone(connections), ...linkFindings(links)])
}

function oneLink(site: VpnSite): WanFinding[] {
  if (linksOfSite(site).length !== 1) return []
  return [
    {
      rule: 'VW-008',
      severity: 'medium',
      what: 'It has one link',
      why: 'The branch is cut off when its internet provider or its device fails.',
      change: 'Add a second link, of another provider and on another device.',
      source: 'Azure Proactive Resiliency Library',
    },
  ]
}

function alone(connections: readonly VpnConnection[]): WanFinding[] {
  if (connections.length > 0) return []
  return [
    {
      rule: 'VW-031',
      severity: 'low',
      what: 'It is connected to no hub that was read',
      why: 'A site carries nothing until it is connected to the VPN gateway of a hub.',
      change: 'Connect it, or delete it if the branch is gone.',
      source: SITES,
    },
  ]
}

const NEAR = 0.8

/** What may be better at a hub's point-to-site gateway: users and pools against what its units carry. */
export function clientGatewayFindings(gateway: P2sVpnGateway): WanFinding[] {
  const { scaleUnits, connectedClients, addressPools } = gateway
  const capacity = scaleUnits === undefined ? undefined : clientCapacity(scaleUnits)
  if (capacity === undefined) return []
  const found: WanFinding[] = []
  if (connectedClients !== undefined && connectedClients > NEAR * capacity.users)
    found.push({
      rule: 'VW-027',
      severity: 'medium',
      what: `${count(connectedClients, 'client')} are connected, and its units are for ${capacity.users.toLocaleString('en-GB')}`,
      why: 'Azure refuses who comes beyond it.',
      change: 'Add scale units. That interrupts those who are connected.',
      source: 'Microsoft: Virtual WAN FAQ',
    })
  const addresses = poolAddresses(addressPools)
  if (addresses !== undefined && addresses < capacity.users)
    found.push({
      rule: 'VW-027',
      severity: 'medium',
      what: `Its pools hold ${addresses.toLocaleString('en-GB')} addresses, and its units are for ${capacity.users.toLocaleString('en-GB')} users`,
      why: `The pools are divided among ${count(capacity.instances, 'instance')}: a client is refused when its instance has no address left, though another one has.`,
      change: 'Give it a larger pool, of addresses that nothing else has.',
      source: 'Microsoft: Virtual WAN FAQ',
    })
  return found
}

/** @returns undefined where a pool cannot be read, or there is none */
export function poolAddresses(pools: readonly string[]): number | undefined {
  if (pools.length === 0) return undefined
  let sum = 0
  for (const pool of pools) {
    const prefix = parsePrefix(pool)
    if (prefix === undefined) return undefined
    sum += 2 ** (32 - prefix.length)
  }
  return sum
}
