import type { Service } from '../../model/resources/kinds.ts'

/** What the hub says about a service, in the product's own words. */
interface ServiceText {
  summary: string
  useCases: readonly string[]
  documentation: string
  /** For somebody who has none yet. */
  facts: readonly { label: string; text: string }[]
}

export const SERVICE_TEXTS: Record<Service, ServiceText> = {
  vpn: {
    summary: 'Encrypted tunnels to sites and to people.',
    useCases: ['Site-to-site', 'Point-to-site', 'Remote access', 'Hybrid applications'],
    documentation: 'https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways',
    facts: [
      { label: 'Bandwidth', text: 'up to 10 Gbps for a gateway' },
      { label: 'Ready in', text: 'about 40 minutes' },
      { label: 'You need', text: 'a VPN device with a public address' },
    ],
  },
  expressroute: {
    summary: 'Private circuits, none of it over the internet.',
    useCases: [
      'Hybrid applications',
      'Data transfer',
      'Disaster recovery',
      'Compliance',
      'Big data analytics',
      'Backup and archiving',
    ],
    documentation: 'https://learn.microsoft.com/azure/expressroute/expressroute-introduction',
    facts: [
      { label: 'Bandwidth', text: '50 Mbps to 10 Gbps, with a port of your own up to 100 Gbps' },
      { label: 'Ready in', text: 'days to weeks, by provider' },
      { label: 'You need', text: 'a provider, or a presence at a peering location' },
    ],
  },
  virtualwan: {
    summary: 'Azure-run hubs for branches, users and VNets.',
    useCases: [
      'Branch connectivity',
      'SD-WAN',
      'Automated branch management',
      'Global connectivity',
      'Optimized routing',
      'Security',
    ],
    documentation: 'https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about',
    facts: [
      { label: 'Bandwidth', text: 'up to 20 Gbps of VPN for a hub' },
      { label: 'Ready in', text: 'about 60 minutes' },
      { label: 'You need', text: 'branch devices, by hand or by SD-WAN' },
    ],
  },
}
