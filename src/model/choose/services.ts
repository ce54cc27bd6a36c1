import type { Service } from '../resources/kinds.ts'

interface ServiceUse {
  use: string
  /** How well, in a word or a few. */
  fit: string
  why: string
}

export interface ServiceWords {
  what: string
  when: string
  whenNot: string
  uses: readonly ServiceUse[]
  /** The set-up that begins with it. */
  start: { label: string; to: string }
  documentation: readonly { label: string; href: string }[]
}

const LEARN = 'https://learn.microsoft.com/azure'

/** What each service is for (Choosing a solution, sections 2 and 5). */
export const SERVICE_WORDS: Readonly<Record<Service, ServiceWords>> = {
  vpn: {
    what: 'Encrypted tunnels over the Internet, to sites and to people, into a virtual network.',
    when: 'A few sites, up to about 1 Gbps, at the lowest cost and within the hour.',
    whenNot: 'Steady latency is needed, thirty sites or more join, or nothing may cross the Internet.',
    uses: [
      { use: 'Site-to-site', fit: 'good', why: 'IPsec, quick and cheap, up to 30 tunnels on most sizes' },
      { use: 'Point-to-site', fit: 'good', why: 'certificates, Entra ID or RADIUS' },
      { use: 'Remote access', fit: 'good for smaller numbers of people', why: 'no device at a branch' },
      {
        use: 'Hybrid applications',
        fit: 'good under 1 Gbps',
        why: 'tiers in both places; the Internet’s latency varies',
      },
    ],
    start: { label: 'Set up VPN', to: '/create/site-to-site/goal' },
    documentation: [
      { label: 'About VPN Gateway', href: `${LEARN}/vpn-gateway/vpn-gateway-about-vpngateways` },
      { label: 'VPN devices', href: `${LEARN}/vpn-gateway/vpn-gateway-about-vpn-devices` },
      { label: 'Zone-redundant gateways', href: `${LEARN}/vpn-gateway/about-zone-redundant-vnet-gateways` },
    ],
  },
  expressroute: {
    what: 'Private circuits through a provider or on ports of your own, never over the Internet.',
    when: 'High and steady throughput, short latency, or a regulator that forbids the Internet.',
    whenNot: 'It is needed this week, for less than half a year, or no provider is near.',
    uses: [
      {
        use: 'Data transfer',
        fit: 'best',
        why: 'high and steady; tier Local where volume is large and near',
      },
      {
        use: 'Disaster recovery',
        fit: 'best with two circuits',
        why: 'two locations, failover that can be tested',
      },
      { use: 'Compliance', fit: 'best', why: 'no Internet; MACsec on ports of your own' },
      { use: 'Big data analytics', fit: 'best', why: '10 Gbps and more, FastPath' },
      { use: 'Backup and archiving', fit: 'good', why: 'windows that can be kept; tier Local for restores' },
    ],
    start: { label: 'Set up ExpressRoute', to: '/create/expressroute/resiliency' },
    documentation: [
      { label: 'About ExpressRoute', href: `${LEARN}/expressroute/expressroute-introduction` },
      { label: 'Resiliency', href: `${LEARN}/expressroute/design-architecture-for-resiliency` },
      {
        label: 'With VPN in one network',
        href: `${LEARN}/expressroute/expressroute-howto-coexist-resource-manager`,
      },
    ],
  },
  virtualwan: {
    what: 'Hubs that Azure runs, which join branches, circuits, people and virtual networks.',
    when: 'From about thirty sites, several regions, SD-WAN, or one firewall for all of it.',
    whenNot: 'One site and one network, or route tables of your own beside routing intent.',
    uses: [
      { use: 'Branch connectivity', fit: 'best from about 30 sites', why: '1,000 connections for a hub' },
      { use: 'SD-WAN', fit: 'best', why: 'appliances in the hub, devices set up by partners' },
      { use: 'Automated branch management', fit: 'best', why: 'sites uploaded, configurations downloaded' },
      { use: 'Global connectivity', fit: 'best', why: 'meshed hubs over Microsoft’s backbone' },
      { use: 'Optimized routing', fit: 'best', why: 'the nearest hub, route maps, routing preference' },
      { use: 'Security', fit: 'best', why: 'a firewall in the hub, routing intent' },
    ],
    start: { label: 'Connect a branch', to: '/create/branch/goal' },
    documentation: [
      { label: 'About Virtual WAN', href: `${LEARN}/virtual-wan/virtual-wan-about` },
      { label: 'ExpressRoute in a hub', href: `${LEARN}/virtual-wan/virtual-wan-expressroute-about` },
      { label: 'Routing intent', href: `${LEARN}/virtual-wan/how-to-routing-policies` },
    ],
  },
}

/** No price is known here: they differ by region and agreement, and change (Choosing a solution, section 2.3). */
export const PRICING_CALCULATOR = 'https://azure.microsoft.com/pricing/calculator/'
/** Where Microsoft says what it promises: no percentage is repeated here (Choosing a solution, section 9). */
export const SLA_PAGE =
  'https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services'
