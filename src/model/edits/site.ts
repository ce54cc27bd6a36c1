import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import type { LocalNetworkGateway } from '../resources/vpn.ts'
import { type MemberChange, memberAt, type Replacement, sameJson } from './edit.ts'
import { heldBy } from './held-by.ts'

/** What stands in the form of a local network gateway, as text: what is typed need not be right. */
export interface SiteValues extends JsonObject {
  /** How the device is found. */
  by: 'address' | 'fqdn'
  address: string
  fqdn: string
  prefixes: string[]
  bgp: boolean
  asn: string
  peer: string
  weight: string
}

const PREFIXES = ['properties', 'localNetworkAddressSpace', 'addressPrefixes']
const BGP = ['properties', 'bgpSettings']

/** The form as it is filled from Azure's answer. */
export function siteValues({ body }: LocalNetworkGateway): SiteValues {
  const at = (...path: string[]) => memberAt(body, ['properties', ...path])
  const fqdn = textOf(at('fqdn'))
  const asn = at('bgpSettings', 'asn')
  return {
    by: fqdn === '' ? 'address' : 'fqdn',
    address: textOf(at('gatewayIpAddress')),
    fqdn,
    prefixes: textsOf(at('localNetworkAddressSpace', 'addressPrefixes')),
    bgp: isJsonObject(at('bgpSettings')) && asn !== undefined && asn !== 0,
    asn: textOf(asn),
    peer: textOf(at('bgpSettings', 'bgpPeeringAddress')),
    weight: textOf(at('bgpSettings', 'peerWeight')),
  }
}

/** Storage is anybody's: what does not have the shape is taken as not typed. */
export function readSiteValues(values: JsonObject): SiteValues {
  const { by, address, fqdn, prefixes, bgp, asn, peer, weight } = values
  return {
    by: by === 'fqdn' ? by : 'address',
    address: textOf(address),
    fqdn: textOf(fqdn),
    prefixes: textsOf(prefixes),
    bgp: bgp === true,
    asn: textOf(asn),
    peer: textOf(peer),
    weight: textOf(weight),
  }
}

/** Changes what was changed in the form and nothing else: prefixes that stay keep their place. */
export function siteEdit(site: LocalNetworkGateway, values: SiteValues): Replacement {
  const { id, name } = site
  const changes = siteChanges(site, values)
  return {
    is: 'edit',
    topic: 'site',
    method: 'PUT',
    id,
    name,
    changes,
    what: `${whatChanges(changes)} of ${name}`,
    // VPN Gateway reference 10.3 and 4: an edit while connected restarts the tunnels.
    effect: 'The tunnels of its connections restart, and come back by themselves where the device agrees.',
    action: 'Microsoft.Network/localNetworkGateways/write',
    holds: heldBy(site),
  }
}

function siteChanges({ body }: LocalNetworkGateway, values: SiteValues): MemberChange[] {
  const prefixes = values.prefixes.map((prefix) => prefix.trim()).filter((prefix) => prefix !== '')
  return [
    ...(values.by === 'address'
      ? [
          member(body, ['properties', 'fqdn']),
          member(body, ['properties', 'gatewayIpAddress'], values.address.trim()),
        ]
      : [
          member(body, ['properties', 'gatewayIpAddress']),
          member(body, ['properties', 'fqdn'], values.fqdn.trim()),
        ]),
    // A list nobody filled may be absent.
    prefixes.length === 0 && memberAt(body, PREFIXES) === undefined ? [] : member(body, PREFIXES, prefixes),
    ...bgpChanges(body, values),
  ].flat()
}

function bgpChanges(body: JsonObject, { bgp, asn, peer, weight }: SiteValues): MemberChange[][] {
  if (!bgp) {
    // ASN 0 is how Azure says that there is none (VPN Gateway reference 5.5, row 16); what it filled in stays.
    const now = memberAt(body, BGP)
    const none = now === undefined || memberAt(body, [...BGP, 'asn']) === 0
    return none ? [] : [member(body, BGP)]
  }
  return [
    member(body, [...BGP, 'asn'], numberOf(asn)),
    member(body, [...BGP, 'bgpPeeringAddress'], peer.trim()),
    ...(weight.trim() === '' ? [] : [member(body, [...BGP, 'peerWeight'], numberOf(weight))]),
  ]
}

/** Nothing where it is so already. An empty text is no member. */
function member(body: JsonObject, path: readonly string[], wanted?: Json): MemberChange[] {
  const from = memberAt(body, path)
  const to = wanted === '' ? undefined : wanted
  if (sameJson(from, to)) return []
  return [{ path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]
}

function whatChanges(changes: readonly MemberChange[]): string {
  const paths = new Set(changes.map(({ path }) => path[1]))
  if (paths.size > 1) return 'the endpoint, prefixes or BGP settings'
  if (paths.has('localNetworkAddressSpace')) return 'the prefixes'
  return paths.has('bgpSettings') ? 'the BGP settings' : 'the endpoint'
}

function numberOf(text: string): Json {
  return /^\d+$/.test(text.trim()) ? Number(text) : text.trim()
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
