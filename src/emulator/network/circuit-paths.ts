import { formatPrefix, parsePrefix } from '../../lib/cidr.ts'
import type { Exchange } from '../arm/exchange.ts'
import { numberOf } from '../clock.ts'
import type { Living } from '../store/living.ts'
import { arrayAt, idAt, numberAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { addressIn } from './addresses.ts'
import { answersArp, farEndOf, hasSession, sessionWords } from './circuit-far-ends.ts'
import { find } from './find.ts'
import { passed } from './gateway-instances.ts'

export type Device = 'primary' | 'secondary'
export const DEVICES: readonly Device[] = ['primary', 'secondary']

/** A family on one of the two links of a peering, from Microsoft's edge router to the router at its other end. */
export interface CircuitPath {
  device: Device
  family: 4 | 6
  /** It is not switched off. */
  isOn: boolean
  /** The first usable address of the link is the customer's, the second Microsoft's (ExpressRoute document 3.2). */
  customer: string
  microsoft: string
  asn: number
  /** The other router answers ARP. */
  answers: boolean
  /** Somebody is there, on another VLAN: the customer's row has no MAC address. */
  incomplete: boolean
  /** How long the BGP session is up, ms; absent while it is not. */
  up?: number
  /** Of a session that is not up: its state, and for how long it is so, ms, where it was up before. */
  session: string
  down?: number
  /** How long sessions were up in all, ms. */
  carried: number
  /** Prefixes the session brings while it is up. */
  announces: string[]
}

/** Where an estate does not tell since when (`upAt`), all is up since a day of this spring. */
const LONG_AGO = Date.UTC(2026, 3, 1)

/**
 * The paths of a peering, as far as they are addressed: a session for each family (ExpressRoute document 3.1). The far end's own state is beside the peering, in no answer:
 * see `circuit-far-ends.ts`; `announces` has its prefixes, `upAt` the moment a new one comes up.
 */
export function pathsOf(exchange: Exchange, peering: Living): CircuitPath[] {
  const circuit = circuitOf(exchange, peering)
  if (circuit === undefined) return []
  const asn = numberAt(peering.properties.peerASN) ?? 0
  const begun = peering.inside.upAt === undefined || passed(peering.inside.upAt, exchange.now) !== undefined
  const six = objectAt(peering.properties.ipv6PeeringConfig)
  return DEVICES.flatMap((device) => FAMILIES.map((family) => ({ device, family }))).flatMap((one) => {
    const { device, family } = one
    const half = family === 4 ? peering.properties : six
    const prefix = textAt(half[`${device}PeerAddressPrefix`])
    const [customer, microsoft] = [linkAddress(prefix, 1), linkAddress(prefix, 2)]
    if (customer === undefined || microsoft === undefined) return []
    const end = farEndOf(peering, device)
    const isOn = half.state !== 'Disabled'
    const isLit = begun && lit(exchange, circuit, device)
    const answers = isLit && answersArp(end)
    const session = isLit && hasSession(end)
    const since =
      end.at ?? numberAt(peering.inside.upAt) ?? LONG_AGO + numberOf(peering.row.key + device, 86_400_000)
    const time = Math.max(0, exchange.now - since)
    return [
      {
        ...one,
        isOn,
        customer,
        microsoft,
        asn,
        answers,
        incomplete: isLit && end.is === 'vlan',
        ...(session && isOn ? { up: time } : end.carried > 0 && { down: time }),
        session: sessionWords(end),
        carried: end.carried + (session ? time : 0),
        announces: end.is === 'noRoutes' ? [] : announcedOn(peering, family),
      },
    ]
  })
}

export function circuitOf(exchange: Exchange, peering: Living): Living | undefined {
  return find(exchange, peering.row.id.replace(/\/peerings\/[^/]+$/i, ''))
}

/** Whether anything can pass: the provider has it ready, and on an own port the link is switched on. */
function lit(exchange: Exchange, circuit: Living, device: Device): boolean {
  if (circuit.properties.serviceProviderProvisioningState !== 'Provisioned') return false
  const port = find(exchange, idAt(circuit.properties.expressRoutePort) ?? '')
  if (port === undefined) return true
  const link = objectsAt(port.properties.links)[DEVICES.indexOf(device)]
  return objectAt(link?.properties).adminState === 'Enabled'
}

function announcedOn(peering: Living, family: 4 | 6): string[] {
  const told = arrayAt(peering.inside.announces)
    .flatMap((one) => textAt(one) ?? [])
    .filter((one) => one.includes(':') === (family === 6))
  if (told.length > 0) return told
  const { properties } = peering
  const half = family === 4 ? properties : objectAt(properties.ipv6PeeringConfig)
  const config = objectAt(half.microsoftPeeringConfig)
  if (peering.row.id.toLowerCase().endsWith('/microsoftpeering'))
    return arrayAt(config.advertisedPublicPrefixes).flatMap((one) => textAt(one) ?? [])
  const site = 200 + numberOf(peering.row.key, 50)
  return [family === 4 ? `10.${site}.0.0/16` : `fd10:${site}::/48`]
}

const FAMILIES = [4, 6] as const

/** An address of a link's /30 or /126. */
function linkAddress(prefix: string | undefined, offset: number): string | undefined {
  const six = parsePrefix(prefix ?? '')
  if (six?.family !== 6) return addressIn(prefix, offset)
  return formatPrefix({ ...six, first: six.first + BigInt(offset), length: 128 }).replace('/128', '')
}

/** `3d04h`, `2w1d`, `01:02:03`: as a router of the kind that fills these tables writes it (assumed; `never` is recorded). */
export function routerTime(ms: number | undefined): string {
  if (ms === undefined) return 'never'
  const hours = Math.floor(ms / 3_600_000)
  const days = Math.floor(hours / 24)
  if (days >= 7) return `${Math.floor(days / 7)}w${days % 7}d`
  if (days > 0) return `${days}d${String(hours % 24).padStart(2, '0')}h`
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(hours)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`
}
