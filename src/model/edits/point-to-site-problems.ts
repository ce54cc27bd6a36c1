import { overlaps, parsePrefix } from '../../lib/cidr.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { revokedProblem, rootProblem } from './client-certificates.ts'
import type { ListRow, RowProblem } from './client-lists.ts'
import type { TypedPointToSite, TypedSecrets } from './point-to-site.ts'
import { secretKeyOf, serverProblem } from './radius-servers.ts'

export interface PointToSiteProblem {
  field: keyof TypedPointToSite
  /** Of a list: the key of its row, and which field of it. */
  row?: number
  part?: string
  text: string
}

/** What the pool must not overlap: prefixes and whose they are. */
export interface OtherRange {
  prefix: string
  of: string
}

/** VPN Gateway 1.6, 3.1 and VAL-GW-15; an empty pool turns point-to-site off. */
export function pointToSiteProblems(
  gateway: VirtualNetworkGateway,
  typed: TypedPointToSite,
  others: readonly OtherRange[],
  secrets: TypedSecrets = new Map(),
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
  if (typed.authentication.includes('Certificate') && typed.roots.length === 0)
    problems.push({ field: 'roots', text: 'Add the root certificate the client certificates come from.' })
  if (typed.authentication.includes('Radius') && typed.servers.length === 0)
    problems.push({ field: 'servers', text: 'Add the RADIUS server that knows who may connect.' })
  return [
    ...problems,
    ...typed.roots.flatMap((row) => about('roots', row, rootProblem(row, typed.roots))),
    ...typed.revoked.flatMap((row) => about('revoked', row, revokedProblem(row, typed.revoked))),
    ...typed.servers.flatMap((row) =>
      about('servers', row, serverProblem(row, typed.servers, secrets.get(secretKeyOf(row)) ?? '')),
    ),
  ]
}

function about(
  field: PointToSiteProblem['field'],
  { key: row }: ListRow,
  problem: RowProblem | undefined,
): PointToSiteProblem[] {
  return problem === undefined ? [] : [{ field, row, ...problem }]
}
