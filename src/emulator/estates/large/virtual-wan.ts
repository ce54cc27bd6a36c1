import type { Built } from '../build/build.ts'
import { hubVpnConnection, hubVpnGateway, vpnSite } from '../build/build-branches.ts'
import {
  hubExpressRouteGateway,
  pointToSiteGateway,
  serverConfiguration,
} from '../build/build-hub-gateways.ts'
import { virtualNetwork } from '../build/build-network.ts'
import {
  finishedRouter,
  hubFirewall,
  hubVnetConnection,
  routingIntent,
  virtualHub,
  virtualWan,
} from '../build/build-virtual-wan.ts'
import { rootCertificate } from '../contoso/certificate.ts'
import type { Part } from './large.ts'
import { azureAddress, branch, chance, deviceAddress, from, type Place } from './places.ts'

const SITES = 20
const VENDORS = ['Cisco', 'Fortinet', 'Palo Alto', 'Juniper'] as const

/** One WAN with two hubs and twenty branches, each with a connection: 50 resources that the list counts. */
export function virtualWanPart(at: Place): Part {
  const { number, region, short, tags } = at
  const group = at.group('vwan')
  const wan = virtualWan(group, `vwan-${short}-${number + 1}`, 'Standard', tags)
  const built: Built[] = [wan]
  const starting = number % 10 === 4
  const hubs = [0, 1].map((n) => {
    const prefix = `10.${number}.${240 + 2 * n}.0/23`
    const plan = { wan, location: region, prefix, tags }
    return virtualHub(group, `vhub-${short}-${n + 1}`, {
      ...plan,
      router: starting && n === 1 ? 'Provisioning' : 'Provisioned',
    })
  })
  const gateways = hubs.map((hub, n) =>
    hubVpnGateway(group, `vpngw-${short}-${n + 1}`, {
      hub,
      units: 1 + n,
      publicAddresses: [azureAddress(at, 2 * n), azureAddress(at, 2 * n + 1)],
      tags,
    }),
  )
  built.push(...hubs, ...gateways)
  for (let n = 0; n < SITES; n++) {
    const { name, town } = branch(at, n)
    const link = { name: 'link-1', provider: 'Orange', mbps: 100, ip: deviceAddress(at, n) }
    const second = { name: 'link-2', provider: 'Colt', mbps: 50, ip: deviceAddress(at, n + SITES) }
    const site = vpnSite(group, `site-${name}`, {
      wan,
      location: region,
      prefixes: [`10.${number}.${4 * n}.0/22`],
      device: { vendor: from(VENDORS, n), model: 'branch' },
      links: n % 2 === 0 ? [link, second] : [link],
      tags: { ...tags, site: town },
    })
    const links = Object.fromEntries(
      site.links.map((one, i) => [
        one.name,
        {
          status: chance(20, `link-${i}`, at, n) ? ('NotConnected' as const) : ('Connected' as const),
          sharedKey: `large-psk-SECRET-${number}-${n}-${i}`,
        },
      ]),
    )
    const place = { hub: from(hubs, n), site, links }
    built.push(site, hubVpnConnection(from(gateways, n), `branch-${name}`, place))
  }
  const hub = from(hubs, 0)
  const staff = serverConfiguration(group, `vsc-${short}`, { rootCertificate, radius: [], tags })
  const contractors = serverConfiguration(group, `vsc-${short}-contractors`, {
    rootCertificate,
    radius: [],
    tags,
  })
  const space = `172.30.${number}.0/24`
  const vnet = virtualNetwork(group, `vnet-spoke-${short}`, space, { apps: `172.30.${number}.0/25` }, tags)
  const firewall = hubFirewall(group, `azfw-${short}`, { hub, publicAddress: azureAddress(at, 9), tags })
  built.push(
    staff,
    contractors,
    pointToSiteGateway(group, `p2s-${short}`, {
      hub,
      configuration: staff,
      units: 1,
      pool: `172.31.${number}.0/24`,
      dns: [],
      tags,
    }),
    hubExpressRouteGateway(group, `ergw-${short}-hub`, { hub, minUnits: 1, tags }),
    hubExpressRouteGateway(group, `ergw-${short}-hub-2`, { hub: from(hubs, 1), minUnits: 1, tags }),
    vnet,
    hubVnetConnection(hub, `hvc-${short}`, vnet),
    firewall,
    routingIntent(hub, firewall),
  )
  const second = from(hubs, 1)
  return {
    groups: [group],
    built,
    running: starting
      ? [
          {
            resourceId: second.id,
            startedSecondsAgo: 300,
            durationSeconds: 2400,
            effect: finishedRouter(second.prefix),
            shows: 'router',
          },
        ]
      : [],
  }
}
