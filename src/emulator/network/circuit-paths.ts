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

/** One of the two links of a peering, from Microsoft's edge router to the router at its other end. */
export interface CircuitPath {
  device: Device
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
 * The paths of a peering, as far as they are addressed. The far end's own state is beside the peering, in no answer:
 * see `circuit-far-ends.ts`; `announces` has its prefixes, `upAt` the moment a new one comes up.
 */
export function pathsOf(exchange: Exchange, peering: Living): CircuitPath[] {
  const circuit = circuitOf(exchange, peering)
  if (circuit === undefined) return []
  const asn = numberAt(peering.properties.peerASN) ?? 0
  const begun = peering.inside.upAt === undefined || passed(peering.inside.upAt, exchange.now) !== undefined
  return DEVICES.flatMap((device): CircuitPath[] => {
    const prefix = textAt(peering.properties[`${device}PeerAddressPrefix`])
    const [customer, microsoft] = [addressIn(prefix, 1), addressIn(prefix, 2)]
    if (customer === undefined || microsoft === undefined) return []
    const end = farEndOf(peering, device)
    const isLit = begun && lit(exchange, circuit, device)
    const answers = isLit && answersArp(end)
    const session = isLit && hasSession(end)
    const since =
      end.at ?? numberAt(peering.inside.upAt) ?? LONG_AGO + numberOf(peering.row.key + device, 86_400_000)
    const time = Math.max(0, exchange.now - since)
    return [
      {
        device,
        customer,
        microsoft,
        asn,
        answers,
        incomplete: isLit && end.is === 'vlan',
        ...(session ? { up: time } : end.carried > 0 && { down: time }),
        session: sessionWords(end),
        carried: end.carried + (session ? time : 0),
        announces: end.is === 'noRoutes' ? [] : announcedOn(peering),
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

function announcedOn(peering: Living): string[] {
  const told = arrayAt(peering.inside.announces).flatMap((one) => textAt(one) ?? [])
  if (told.length > 0) return told
  const config = objectAt(peering.properties.microsoftPeeringConfig)
  if (peering.row.id.toLowerCase().endsWith('/microsoftpeering'))
    return arrayAt(config.advertisedPublicPrefixes).flatMap((one) => textAt(one) ?? [])
  return [`10.${200 + numberOf(peering.row.key, 50)}.0.0/16`]
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
