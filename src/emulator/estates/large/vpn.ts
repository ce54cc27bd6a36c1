import type { Built } from '../build/build.ts'
import { peering, publicIp, virtualNetwork } from '../build/build-network.ts'
import { down, siteConnection, up } from '../build/build-vpn-connection.ts'
import { localGateway, natRule, vpnGateway } from '../build/build-vpn.ts'
import { azureAddress, branch, chance, deviceAddress, from, type Place } from './places.ts'
import type { Part } from './large.ts'

const SITES = 24
const SKUS = ['VpnGw1AZ', 'VpnGw2AZ', 'VpnGw3AZ'] as const
const SINCE = '2026-11-18T04:10:22Z'

/** Two gateways in a hub network, twelve branches behind each: 50 resources that the list counts. */
export function vpnPart(at: Place): Part {
  const { number, short, tags } = at
  const network = at.group('net')
  const sites = at.group('sites')
  const hub = virtualNetwork(
    network,
    `vnet-hub-${short}`,
    `172.16.${number}.0/24`,
    { GatewaySubnet: `172.16.${number}.0/27`, shared: `172.16.${number}.64/26` },
    tags,
  )
  const spoke = virtualNetwork(
    network,
    `vnet-apps-${short}`,
    `172.17.${number}.0/24`,
    { apps: `172.17.${number}.0/25` },
    tags,
  )
  const built: Built[] = [hub, spoke, peering(hub, spoke, { transit: true })]
  const gateways = [0, 1].map((n) => {
    const ips = [0, 1].map((i) =>
      publicIp(network, `pip-vgw-${short}-${n + 1}${i + 1}`, azureAddress(at, 2 * n + i), tags),
    )
    const gateway = vpnGateway(network, `vgw-${short}-${n + 1}`, {
      vnet: hub,
      sku: from(SKUS, number + n),
      ips,
      asn: 64512 + number,
      tags,
      ...(chance(40, 'gateway', at, n) && { provisioningState: 'Failed' }),
    })
    built.push(...ips, gateway)
    return gateway
  })
  const translated = from(gateways, 0)
  const internal = { internal: '192.168.10.0/24', external: `100.64.${number}.0/24` }
  built.push(natRule(translated, 'nat-in', { mode: 'IngressSnat', ...internal }))
  for (let n = 0; n < SITES; n++) {
    const { name, town } = branch(at, n)
    const gateway = from(gateways, n)
    const bgp = n % 3 === 0 ? { asn: 65100 + n, peer: `10.${number}.${4 * n}.1` } : undefined
    const site = localGateway(sites, `lng-${name}`, {
      ip: n % 12 === 11 ? `vpn-${name}.branches.fabrikam.com` : deviceAddress(at, n),
      // A few sites were numbered like the network their gateway stands in.
      prefixes: chance(60, 'overlap', at, n) ? [`172.16.${number}.0/25`] : [`10.${number}.${4 * n}.0/22`],
      bgp,
      tags: { ...tags, site: town },
    })
    const { status, tunnels } = stateOf(at, n)
    const connection = siteConnection(sites, `cn-${short}-to-${name}`, {
      gateway,
      site,
      status,
      tunnels,
      sharedKey: `large-psk-SECRET-${number}-${n}`,
      bgp: bgp !== undefined,
      tags,
    })
    built.push(site, connection)
  }
  const moved = from(gateways, 1)
  return {
    groups: [network, sites],
    built,
    running:
      number % 12 === 5
        ? [{ resourceId: moved.id, startedSecondsAgo: 300, durationSeconds: 2400, shows: 'resource' }]
        : [],
  }
}

/** Nine of ten are well; the rest has every trouble a connection can have. */
function stateOf(at: Place, n: number): Pick<Parameters<typeof siteConnection>[2], 'status' | 'tunnels'> {
  const good = up(SINCE, 9_000_000_000 + n, 4_000_000_000 + n)
  const bad = down(SINCE, 0, 0)
  if (chance(30, 'down', at, n)) return { status: 'NotConnected', tunnels: [bad, bad] }
  if (chance(30, 'half', at, n)) return { status: 'Connected', tunnels: [good, bad] }
  if (chance(60, 'unknown', at, n)) return { status: 'Unknown', tunnels: [] }
  if (chance(60, 'connecting', at, n)) return { status: 'Connecting', tunnels: [] }
  return { status: 'Connected', tunnels: [good, good] }
}
