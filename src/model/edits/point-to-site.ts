import { isJsonObject, type Json } from '../../lib/json.ts'
import { overlaps, parsePrefix } from '../../lib/cidr.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { memberAt, type MemberChange, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'

export const CLIENT_PROTOCOLS = ['OpenVPN', 'IkeV2', 'SSTP'] as const
export const CLIENT_AUTHENTICATION = ['AAD', 'Certificate', 'Radius'] as const

/** The form as it is typed. RADIUS servers and certificates that are set stay as they are. */
export interface TypedPointToSite {
  pool: readonly string[]
  protocols: readonly string[]
  authentication: readonly string[]
  aadTenant: string
  aadAudience: string
  aadIssuer: string
  /** A root certificate to add: its name, and its public data in base64 without the lines around it. */
  certificateName: string
  certificateData: string
}

export interface PointToSiteProblem {
  field: keyof TypedPointToSite
  text: string
}

/** What the pool must not overlap: prefixes and whose they are. */
export interface OtherRange {
  prefix: string
  of: string
}

const CONFIGURATION = ['properties', 'vpnClientConfiguration']
const ROOTS = [...CONFIGURATION, 'vpnClientRootCertificates']

export function typedPointToSiteOf({ body, ...gateway }: VirtualNetworkGateway): TypedPointToSite {
  const textAt = (name: string) => {
    const value = memberAt(body, [...CONFIGURATION, name])
    return typeof value === 'string' ? value : ''
  }
  return {
    pool: gateway.clientAddressPool,
    protocols: gateway.clientProtocols,
    authentication: gateway.clientAuthentication,
    aadTenant: textAt('aadTenant'),
    aadAudience: textAt('aadAudience'),
    aadIssuer: textAt('aadIssuer'),
    certificateName: '',
    certificateData: '',
  }
}

/** VPN Gateway 1.6, 3.1 and VAL-GW-15; an empty pool turns point-to-site off. */
export function pointToSiteProblems(
  gateway: VirtualNetworkGateway,
  typed: TypedPointToSite,
  others: readonly OtherRange[],
): PointToSiteProblem[] {
  const problems: PointToSiteProblem[] = []
  for (const text of typed.pool) {
    const prefix = parsePrefix(text)
    if (!prefix) {
      problems.push({ field: 'pool', text: `${text} is no prefix: 172.16.201.0/24 is one.` })
      continue
    }
    const other = others.find((one) => {
      const parsed = parsePrefix(one.prefix)
      return parsed !== undefined && overlaps(parsed, prefix)
    })
    if (other)
      problems.push({ field: 'pool', text: `The client pool overlaps ${other.prefix} of ${other.of}.` })
  }
  if (typed.pool.length === 0) return problems
  const { activeActive, sku = '', ipConfigurations, clientAddressPool } = gateway
  if (clientAddressPool.length === 0 && activeActive && /az$/i.test(sku) && ipConfigurations.length < 3)
    problems.push({
      field: 'pool',
      text: 'With point-to-site an active-active gateway with zones needs three public addresses, and this one has two.',
    })
  if (typed.protocols.length === 0) problems.push({ field: 'protocols', text: 'Choose at least one.' })
  if (gateway.sku?.toLowerCase() === 'basic' && typed.protocols.some((one) => one !== 'SSTP'))
    problems.push({ field: 'protocols', text: 'A Basic gateway has SSTP only.' })
  if (typed.authentication.length === 0)
    problems.push({ field: 'authentication', text: 'Choose at least one.' })
  const aad = [typed.aadTenant, typed.aadAudience, typed.aadIssuer].filter((one) => one.trim() !== '').length
  if (typed.authentication.includes('AAD') ? aad < 3 : aad > 0 && aad < 3)
    problems.push({
      field: 'aadTenant',
      text: 'Tenant, audience and issuer belong together: fill in all three.',
    })
  const hasRoot =
    Array.isArray(memberAt(gateway.body, [...ROOTS])) && memberAt(gateway.body, [...ROOTS, '0']) !== undefined
  if (typed.authentication.includes('Certificate') && !hasRoot && typed.certificateData.trim() === '')
    problems.push({
      field: 'certificateData',
      text: 'Add the root certificate the client certificates come from.',
    })
  if (typed.authentication.includes('Radius') && !hasRadius(gateway))
    problems.push({
      field: 'authentication',
      text: 'This gateway has no RADIUS server, and this form adds none: its secret would have to be typed here.',
    })
  if (isPrivateKey(typed.certificateData))
    problems.push({
      field: 'certificateData',
      text: 'This is a private key, and Azure needs the public certificate alone. Nothing of it was sent or stored; paste the base64 text of the certificate.',
    })
  else if (!isPublicData(typed.certificateData))
    problems.push({
      field: 'certificateData',
      text: 'Paste the base64 text between the BEGIN and END lines.',
    })
  if ((typed.certificateData.trim() === '') !== (typed.certificateName.trim() === ''))
    problems.push({ field: 'certificateName', text: 'A certificate needs a name and its data.' })
  return problems
}

/** Whether a text can be the public data of a certificate, or is empty: then it may be stored. */
export function isPublicData(text: string): boolean {
  return /^[A-Za-z0-9+/\s]*=*\s*$/.test(text) && !isPrivateKey(text)
}

/** By its lines, or by how its bytes begin (PKCS #1, PKCS #8 and SEC 1): a certificate has a sequence there. */
function isPrivateKey(text: string): boolean {
  if (/PRIVATE KEY/i.test(text)) return true
  const start = text.replace(/\s+/g, '').slice(0, 24)
  if (!/^[A-Za-z0-9+/]{24}$/.test(start)) return false
  const bytes = Uint8Array.from(atob(start), (one) => one.charCodeAt(0))
  const at = inside(bytes, 0)
  if (at === undefined) return false
  if (bytes[at] === INTEGER) return true
  // An encrypted one begins with how it is encrypted.
  const inner = inside(bytes, at)
  return inner !== undefined && bytes[inner] === OBJECT_IDENTIFIER
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const OBJECT_IDENTIFIER = 0x06

/** Where the contents of a DER sequence begin (X.690, 8.1.3). */
function inside(bytes: Uint8Array, at: number): number | undefined {
  const length = bytes[at + 1]
  if (bytes[at] !== SEQUENCE || length === undefined) return undefined
  return at + 2 + (length < 0x80 ? 0 : length - 0x80)
}

export function pointToSiteEdit(gateway: VirtualNetworkGateway, typed: TypedPointToSite): Replacement {
  const off = typed.pool.length === 0
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'point-to-site',
    id: gateway.id,
    name: gateway.name,
    changes: off ? turnedOff(gateway) : [...changedMembers(gateway, typed), ...newRoot(gateway, typed)],
    what: `point-to-site of ${gateway.name}`,
    effect: off
      ? `Nobody can connect by point-to-site any more, and everybody who is connected is cut off. Site-to-site tunnels stay.${
          hasRadius(gateway)
            ? ' The secrets of the RADIUS servers are not kept here: after it is put back they have to be set in Azure.'
            : ''
        }`
      : 'Site-to-site tunnels stay. People who are connected may be cut off, and after a change of protocols, sign-in or pool everybody needs the client profile anew.',
    action: writeAction('Microsoft.Network/virtualNetworkGateways'),
    holds: heldBy(gateway),
  }
}

function changedMembers({ body }: VirtualNetworkGateway, typed: TypedPointToSite): MemberChange[] {
  const optional = (name: string, to: string) =>
    [[...CONFIGURATION, name], to === '' ? undefined : to] as const
  return setMembers(body, [
    [[...CONFIGURATION, 'vpnClientAddressPool', 'addressPrefixes'], [...typed.pool]],
    [[...CONFIGURATION, 'vpnClientProtocols'], [...typed.protocols]],
    [[...CONFIGURATION, 'vpnAuthenticationTypes'], [...typed.authentication]],
    optional('aadTenant', typed.aadTenant.trim()),
    optional('aadAudience', typed.aadAudience.trim()),
    optional('aadIssuer', typed.aadIssuer.trim()),
  ])
}

/** The whole object goes, as a GET shows it then, and is kept here to be put back; its health is only told, never set. */
function turnedOff({ body, clientAddressPool }: VirtualNetworkGateway): MemberChange[] {
  const clients = memberAt(body, CONFIGURATION)
  if (clientAddressPool.length === 0 || !isJsonObject(clients)) return []
  const { vpnClientConnectionHealth: _, ...from } = clients
  return [{ path: CONFIGURATION, from }]
}

function newRoot({ body }: VirtualNetworkGateway, typed: TypedPointToSite): MemberChange[] {
  const publicCertData = typed.certificateData.replace(/\s+/g, '')
  if (publicCertData === '') return []
  const certificate: Json = { name: typed.certificateName.trim(), properties: { publicCertData } }
  const roots = memberAt(body, ROOTS)
  return Array.isArray(roots)
    ? [{ path: [...ROOTS, String(roots.length)], to: certificate }]
    : [{ path: ROOTS, to: [certificate] }]
}

function hasRadius({ body }: VirtualNetworkGateway): boolean {
  const servers = memberAt(body, [...CONFIGURATION, 'radiusServers'])
  const single = memberAt(body, [...CONFIGURATION, 'radiusServerAddress'])
  return (Array.isArray(servers) && servers.length > 0) || typeof single === 'string'
}
