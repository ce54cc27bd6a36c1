import {
  contains,
  formatPrefix,
  hasHostBits,
  normalise,
  overlaps,
  parseAddress,
  parsePrefix,
} from '../../lib/cidr.ts'
import { hostPrefix } from '../addresses.ts'
import { asnProblem } from '../vpn/asn.ts'
import { APIPA, isDnsName, isIn, NOT_PUBLIC, PRIVATE } from './endpoint.ts'
import type { SiteSurroundings } from './site-surroundings.ts'
import type { SiteValues } from './site.ts'

/** What is wrong with one field, or advice that keeps nothing from being sent. */
export interface SiteProblem {
  /** `VAL-LNG-02`, or a short name of its own. */
  rule: string
  field: 'address' | 'fqdn' | 'prefixes' | 'bgp' | 'asn' | 'peer' | 'weight'
  /** Of a prefix, which. */
  index?: number
  is: 'error' | 'advice'
  text: string
  /** What a click puts right. */
  fix?: { label: string; change: Partial<SiteValues> }
}

/**
 * VAL-LNG-01 to 08 (VPN Gateway reference 3.9, 4).
 * @param base what Azure has: what it has taken once is advised against, not refused
 */
export function siteProblems(values: SiteValues, base: SiteValues, around: SiteSurroundings): SiteProblem[] {
  return [
    ...endpointProblems(values, base, around),
    ...prefixProblems(values, base, around),
    ...bgpProblems(values, base, around),
  ]
}

function endpointProblems(values: SiteValues, base: SiteValues, around: SiteSurroundings): SiteProblem[] {
  // VAL-LNG-01
  if (values.by === 'fqdn') {
    const fqdn = values.fqdn.trim()
    if (fqdn === '') return [error('VAL-LNG-01', 'fqdn', 'Enter either an IP address or a DNS name.')]
    if (parseAddress(fqdn))
      return [
        {
          ...error('VAL-LNG-01', 'fqdn', 'This is an IP address.'),
          fix: { label: 'Use it as the address', change: { by: 'address', address: fqdn, fqdn: base.fqdn } },
        },
      ]
    return isDnsName(fqdn) ? [] : [error('VAL-LNG-01', 'fqdn', 'A DNS name looks like vpn.contoso.com.')]
  }
  const address = values.address.trim()
  if (address === '') return [error('VAL-LNG-01', 'address', 'Enter either an IP address or a DNS name.')]
  const parsed = parseAddress(address)
  if (!parsed && isDnsName(address))
    return [
      {
        ...error('VAL-LNG-01', 'address', 'This is a DNS name.'),
        fix: { label: 'Use it as the name', change: { by: 'fqdn', fqdn: address, address: base.address } },
      },
    ]
  if (parsed?.family !== 4)
    return [error('VAL-LNG-01', 'address', 'Enter an IPv4 address, such as 203.0.113.10.')]
  // VAL-LNG-02
  if (around.gatewayAddresses.has(address))
    return [error('VAL-LNG-02', 'address', 'This is the address of the Azure gateway. Enter the device’s.')]
  if (!NOT_PUBLIC.some((text) => isIn(address, text))) return []
  if (PRIVATE.some((text) => isIn(address, text)) && around.overPrivate)
    return [
      advice(
        'VAL-LNG-02',
        'address',
        'A private address works only over ExpressRoute, as a connection here is set to.',
      ),
    ]
  return [
    judged(
      address === base.address,
      'VAL-LNG-02',
      'address',
      'Enter the device’s public address, not a private one.',
    ),
  ]
}

function prefixProblems(values: SiteValues, base: SiteValues, around: SiteSurroundings): SiteProblem[] {
  const seen = new Map<string, number>()
  const problems = values.prefixes.flatMap((text, index): SiteProblem[] => {
    const trimmed = text.trim()
    const others = (...instead: string[]) => ({ prefixes: values.prefixes.toSpliced(index, 1, ...instead) })
    // VAL-LNG-03; a blank row counts for nothing.
    if (trimmed === '') return []
    const prefix = parsePrefix(trimmed)
    if (!prefix) {
      const host = hostPrefix(trimmed)
      const problem = { ...error('VAL-LNG-03', 'prefixes', 'A prefix looks like 10.1.0.0/16.'), index }
      if (!host) return [problem]
      const whole = formatPrefix(host)
      return [{ ...problem, fix: { label: `Use ${whole}`, change: others(whole) } }]
    }
    if (prefix.family !== 4)
      return [{ ...error('VAL-LNG-03', 'prefixes', 'Azure takes IPv4 prefixes here.'), index }]
    const right = formatPrefix(prefix)
    if (hasHostBits(trimmed))
      return [
        {
          ...error('VAL-LNG-03', 'prefixes', 'Bits after the mask are set.'),
          index,
          fix: { label: `Use ${right}`, change: others(right) },
        },
      ]
    const first = seen.get(right)
    if (first !== undefined)
      return [
        {
          ...error('VAL-LNG-03', 'prefixes', `The same as prefix ${first + 1}.`),
          index,
          fix: { label: 'Remove it', change: others() },
        },
      ]
    seen.set(right, index)
    const known = base.prefixes.some((one) => normalise(one) === right)
    return overlapProblems(trimmed, known, around).map((problem) => ({ ...problem, index }))
  })
  if (seen.size === 0 && problems.length === 0 && !values.bgp)
    problems.push(error('VAL-LNG-03', 'prefixes', 'Enter at least one prefix, or enable BGP.'))
  return problems
}

function overlapProblems(text: string, known: boolean, around: SiteSurroundings): SiteProblem[] {
  const prefix = parsePrefix(text)
  if (!prefix) return []
  // VAL-LNG-04
  const network = around.networks.find((one) => overlaps(prefix, one.prefix))
  if (network && !around.translated) {
    const where = `${text} overlaps ${formatPrefix(network.prefix)} of the virtual network ${network.name}.`
    return [
      contains(network.prefix, prefix)
        ? judged(known, 'VAL-LNG-04', 'prefixes', where)
        : advice('VAL-LNG-04', 'prefixes', where),
    ]
  }
  // VAL-LNG-05
  const site = around.sites.find((one) => overlaps(prefix, one.prefix))
  return site ? [advice('VAL-LNG-05', 'prefixes', `${text} is also routed to ${site.name}.`)] : []
}

function bgpProblems(values: SiteValues, base: SiteValues, around: SiteSurroundings): SiteProblem[] {
  const users = around.connections.filter(({ enableBgp }) => enableBgp).map(({ name }) => name)
  if (!values.bgp) {
    // VAL-CON-06, from the other side.
    if (!base.bgp || users.length === 0) return []
    return [error('VAL-CON-06', 'bgp', `${users.join(', ')} uses BGP. Turn it off there first.`)]
  }
  const problems: SiteProblem[] = []
  // VAL-LNG-06
  const asn = onPremisesAsnProblem(values.asn, around)
  if (asn !== undefined) problems.push(judged(base.bgp && values.asn === base.asn, 'VAL-LNG-06', 'asn', asn))
  problems.push(...peerProblems(values, base, around))
  // The range is the schema's: a weight is a whole number; 0 to 100 is what the portal's help says [unverified].
  if (!/^\d*$/.test(values.weight.trim()))
    problems.push(error('peer-weight', 'weight', 'A weight is a whole number.'))
  return problems
}

function onPremisesAsnProblem(text: string, { gateways }: SiteSurroundings): string | undefined {
  const asn = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN
  const same = gateways.find(({ bgp }) => bgp?.asn === asn)
  const problem = asnProblem(asn, 'onPremises')
  return problem ?? (same && `AS ${asn} is that of ${same.name}. Both sides need different ones.`)
}

function peerProblems(values: SiteValues, base: SiteValues, around: SiteSurroundings): SiteProblem[] {
  const peer = values.peer.trim()
  if (parseAddress(peer)?.family !== 4)
    return [error('VAL-LNG-07', 'peer', 'Enter the IPv4 address the device speaks BGP from.')]
  const known = base.bgp && peer === base.peer
  // VAL-LNG-07
  if (values.by === 'address' && peer === values.address.trim())
    return [
      judged(known, 'VAL-LNG-07', 'peer', 'Use another address than the endpoint’s, for example a loopback.'),
    ]
  const network = around.networks.find((one) => isIn(peer, formatPrefix(one.prefix)))
  if (network)
    return [
      judged(
        known,
        'VAL-LNG-07',
        'peer',
        `This lies in the virtual network ${network.name}. Use another address.`,
      ),
    ]
  // VAL-LNG-08
  if (!isIn(peer, APIPA)) return []
  const listed = values.prefixes.findIndex((text) => isIn(peer, text.trim()))
  if (listed >= 0)
    return [
      {
        ...judged(
          known && base.prefixes.includes(values.prefixes[listed] ?? ''),
          'VAL-LNG-08',
          'peer',
          'An APIPA peer must not be in the address space.',
        ),
        fix: {
          label: `Remove ${values.prefixes[listed] ?? ''}`,
          change: { prefixes: values.prefixes.toSpliced(listed, 1) },
        },
      },
    ]
  const without = around.gateways.find(
    ({ bgp }) => !bgp?.addresses.some((one) => one.customAddresses.length > 0),
  )
  return without
    ? [judged(known, 'VAL-LNG-08', 'peer', `Add an APIPA address to ${without.name} first.`)]
    : []
}

function error(rule: string, field: SiteProblem['field'], text: string): SiteProblem {
  return { rule, field, is: 'error', text }
}

function advice(rule: string, field: SiteProblem['field'], text: string): SiteProblem {
  return { rule, field, is: 'advice', text }
}

/** What stands in Azure already was taken once. */
function judged(known: boolean, rule: string, field: SiteProblem['field'], text: string): SiteProblem {
  return known ? advice(rule, field, text) : error(rule, field, text)
}
