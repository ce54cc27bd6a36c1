import { guidOf } from '../../clock.ts'
import type { Built } from '../build/build.ts'
import {
  authorization,
  circuit,
  circuitConnection,
  directPort,
  expressRouteGateway,
} from '../build/build-expressroute.ts'
import { privatePeering } from '../build/build-circuit-peering.ts'
import { virtualNetwork } from '../build/build-network.ts'
import type { Part } from './large.ts'
import { chance, from, type Place } from './places.ts'

const PROVIDERS = ['Equinix', 'Colt', 'Megaport', 'Interxion', 'NTT Communications'] as const
const TIERS = ['Standard', 'Premium', 'Local'] as const

/** Two Direct ports, fourteen circuits, ten gateways and what joins them: 50 resources that the list counts. */
export function expressRoutePart(at: Place): Part {
  const { number, short, tags, exchange } = at
  const lines = at.group('er')
  const network = at.group('net')
  const built: Built[] = []

  const ports = [0, 1].map((n) =>
    directPort(lines, `erport-${short}-${n + 1}`, {
      location: `Equinix-${exchange.replaceAll(' ', '-')}`,
      gbps: 100,
      provisionedGbps: 40,
      allocated: 'Tuesday, March 10, 2026',
      links: [portLink(n, 0, 'Enabled'), portLink(n, 1, chance(8, 'port', at, n) ? 'Disabled' : 'Enabled')],
      tags,
    }),
  )
  const circuits = Array.from({ length: 14 }, (_, n) => {
    const provider = from(PROVIDERS, number + n)
    const waiting = n > 3 && chance(15, 'circuit', at, n)
    const made = circuit(lines, `er-${short}-${String(n + 1).padStart(2, '0')}`, {
      tier: from(TIERS, n),
      family: n % 2 === 0 ? 'MeteredData' : 'UnlimitedData',
      over: n < 4 ? { port: from(ports, n), gbps: 10 } : { provider, location: exchange, mbps: 1000 },
      providerState: waiting ? 'NotProvisioned' : 'Provisioned',
      serviceKey: guidOf(`large:service-key:${number}:${n}`),
      tags,
    })
    if (!waiting) built.push(privatePeering(made, peeringPlan(at, n)))
    return made
  })
  built.push(...ports, ...circuits)

  const gateways = Array.from({ length: 10 }, (_, n) => {
    const prefix = `172.${18 + (n % 4)}.${number}`
    const subnets = { GatewaySubnet: `${prefix}.${64 * Math.floor(n / 4)}/27` }
    const space = `${prefix}.${64 * Math.floor(n / 4)}/26`
    const vnet = virtualNetwork(network, `vnet-er-${short}-${n + 1}`, space, subnets, tags)
    const gateway = expressRouteGateway(network, `ergw-${short}-${n + 1}`, { vnet, sku: 'ErGw1AZ', tags })
    built.push(vnet, gateway)
    return gateway
  })
  for (let n = 0; n < 24; n++) {
    const line = from(circuits, n)
    const gateway = from(gateways, n)
    const name = `cn-er-${short}-${String(n + 1).padStart(2, '0')}`
    const connection = circuitConnection(network, name, { gateway, circuit: line, weight: n, tags })
    const row = from(connection.rows, 0)
    if (chance(25, 'er-down', at, n)) row.properties = { ...row.properties, connectionStatus: 'NotConnected' }
    built.push(connection)
  }
  built.push(authorization(from(circuits, 0), 'partner', guidOf(`large:authorization:${number}`)))
  return { groups: [lines, network], built, running: [] }
}

function portLink(port: number, link: number, adminState: 'Enabled' | 'Disabled') {
  return {
    router: `exr0${link + 1}`,
    interface: `xe-1/0/${port}:${link}`,
    patchPanel: `AM5:01:0${link + 1}:1044${port}2`,
    rack: `0211${port}-011${link}`,
    adminState,
  }
}

function peeringPlan({ number, exchange }: Place, n: number) {
  return {
    asn: 65001 + n,
    vlan: 100 + n,
    primary: `10.255.${number}.${8 * n}/30`,
    secondary: `10.255.${number}.${8 * n + 4}/30`,
    edge: exchange.slice(0, 3).toUpperCase(),
  }
}
