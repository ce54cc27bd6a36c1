import type { Family } from '../../lib/cidr.ts'
import type { Verdict } from '../status/verdict.ts'
import { FAMILY_NAMES, familiesTold, familyOfAddress, inOrder, pathOfFamily } from './families.ts'
import type { ArpRow, PathReading, SummaryRow } from './path-tables.ts'

/** What a table tells, in a word and a sentence. */
export interface Told {
  verdict: Verdict
  /** As short as a cell: `Established`, `Active`, `No answer`. */
  text: string
  /** What it means, and what to look at. */
  meaning?: string
}

/**
 * Whether the router at the other end answers (ExpressRoute document 6.1; Microsoft's row alone is recorded where nobody was there). Of
 * two families the one that does not answer decides.
 * @param rows as told; an empty table tells nothing of a peering that is on
 */
export function layer2(rows: readonly ArpRow[]): Told {
  const families = inOrder(rows.map(({ ipAddress }) => familyOfAddress(ipAddress)))
  if (families.length < 2) return layer2OfOne(rows)
  return worst(
    families.map((family) =>
      named(family, layer2OfOne(rows.filter(({ ipAddress }) => familyOfAddress(ipAddress) === family))),
    ),
  )
}

function layer2OfOne(rows: readonly ArpRow[]): Told {
  const microsoft = rows.some((row) => row.interface?.toLowerCase() === 'microsoft')
  const customer = rows.find((row) => row.interface?.toLowerCase() !== 'microsoft')
  if (customer !== undefined && isMac(customer.macAddress))
    return { verdict: 'healthy', text: 'Answers', meaning: 'Both routers know each other’s MAC address' }
  if (customer !== undefined || microsoft)
    return {
      verdict: 'down',
      text: 'No answer',
      meaning:
        'Only Microsoft’s router is seen: check the link, the VLAN ID and the address of your router, and ask the provider',
    }
  return { verdict: 'unknown', text: 'Nothing told', meaning: 'Azure gives an empty table' }
}

/** The one that decides; all is well where each is. */
function worst(all: readonly Told[]): Told {
  const [first, ...others] = all.toSorted((one, other) => RANK[one.verdict] - RANK[other.verdict])
  if (first === undefined)
    return { verdict: 'unknown', text: 'Nothing told', meaning: 'Azure gives no session' }
  // Whose it is matters only where something is amiss.
  return first.verdict === 'healthy' && others.every(({ verdict }) => verdict === 'healthy')
    ? { ...first, text: first.text.replace(/^IPv\d: /, '') }
    : first
}

const RANK: Readonly<Record<Verdict, number>> = {
  down: 0,
  attention: 1,
  unknown: 2,
  notChecked: 3,
  inProgress: 4,
  healthy: 5,
}

function named(family: Family, told: Told): Told {
  return { ...told, text: `${FAMILY_NAMES[family]}: ${told.text}` }
}

function isMac(text: string | undefined): boolean {
  return (
    text !== undefined && /^[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}$|^([\da-f]{2}[:-]){5}[\da-f]{2}$/i.test(text)
  )
}

/**
 * How the BGP sessions of a path stand: a number is that of the prefixes received (ExpressRoute document 6.1). Words of states are the
 * router's own and shown as they are. Of several the worst decides, with its family.
 * @param families that have to have one; where they are not known, those that are told
 */
export function session(rows: readonly SummaryRow[], families: readonly Family[] = []): Told {
  const all = inOrder([...families, ...rows.map(({ neighbor }) => familyOfAddress(neighbor))])
  if (all.length < 2) return worst(rows.length === 0 ? [sessionOf(undefined)] : rows.map(sessionOf))
  return worst(
    all.flatMap((family) => {
      const own = rows.filter(({ neighbor }) => familyOfAddress(neighbor) === family)
      return (own.length === 0 ? [undefined] : own).map((row) => named(family, sessionOf(row)))
    }),
  )
}

/** The row that decides about a path: see `session`. */
export function decidingRow(rows: readonly SummaryRow[]): SummaryRow | undefined {
  return rows.toSorted((one, other) => RANK[sessionOf(one).verdict] - RANK[sessionOf(other).verdict])[0]
}

function sessionOf(row: SummaryRow | undefined): Told {
  const state = row?.statePfxRcd?.trim()
  if (row === undefined || state === undefined || state === '')
    return { verdict: 'unknown', text: 'Nothing told', meaning: 'Azure gives no session' }
  if (/^\d+$/.test(state))
    return state === '0'
      ? {
          verdict: 'attention',
          text: 'Established',
          meaning: 'No prefix is received: nothing leads on-premises',
        }
      : { verdict: 'healthy', text: 'Established' }
  if (/pfxct/i.test(state))
    return {
      verdict: 'down',
      text: state,
      meaning:
        'Too many prefixes: summarise what you announce, or use Premium; the session stays down until then',
    }
  return {
    verdict: 'down',
    text: state,
    meaning:
      'The session is not established: check AS numbers, peer addresses and the MD5 key on your router',
  }
}

/** Prefixes received over all its sessions that are up; `undefined` where none is up or nothing was told. */
export function prefixesReceived(rows: readonly SummaryRow[]): number | undefined {
  const states = rows.map(({ statePfxRcd }) => statePfxRcd?.trim() ?? '').filter((one) => /^\d+$/.test(one))
  return states.length === 0 ? undefined : states.reduce((sum, one) => sum + Number(one), 0)
}

/**
 * What there is to say of both paths of a peering, in a sentence for each family that is not well.
 * @param families that the peering has; where they are not known, those that are told
 */
export function pathsVerdict(
  paths: readonly PathReading[],
  families: readonly Family[] = [],
): { verdict: Verdict; sentence: string } {
  const all = inOrder([...families, ...familiesTold(paths)])
  if (all.length < 2) return verdictOfOne(paths)
  const parts = all.map((family) => ({
    family,
    ...verdictOfOne(paths.map((path) => pathOfFamily(path, family))),
  }))
  const amiss = parts.filter(({ verdict }) => verdict !== 'healthy')
  if (amiss.length === 0)
    return { verdict: 'healthy', sentence: `${upSentence(paths)} Over IPv4 and IPv6 alike.` }
  const is = (wanted: Verdict) => amiss.some(({ verdict }) => verdict === wanted)
  return {
    verdict:
      amiss.length === parts.length && amiss.every(({ verdict }) => verdict === 'down')
        ? 'down'
        : is('down') || is('attention')
          ? 'attention'
          : 'unknown',
    sentence: amiss.map(({ family, sentence }) => `${FAMILY_NAMES[family]}: ${sentence}`).join(' '),
  }
}

/** One sentence for both paths, as one family sees them. */
function verdictOfOne(paths: readonly PathReading[]): { verdict: Verdict; sentence: string } {
  const states = paths.map(({ path, arp, summary }) => ({
    path,
    link: arp.ok ? layer2(arp.value).verdict : undefined,
    bgp: summary.ok ? session(summary.value).verdict : undefined,
  }))
  const untold = states.filter(({ bgp }) => bgp === undefined || bgp === 'unknown')
  const down = states.filter(({ bgp }) => bgp === 'down')
  const silent = states.filter(({ bgp }) => bgp === 'attention')
  if (untold.length === states.length)
    return { verdict: 'unknown', sentence: 'How the paths stand was not told.' }
  if (down.length === states.length)
    return { verdict: 'down', sentence: `No BGP session is up: ${why(down)}.` }
  if (down.length > 0)
    return {
      verdict: 'attention',
      sentence: `The ${names(down)} path is down: ${why(down)}. ${
        untold.length > 0
          ? `How the ${names(untold)} path stands was not told.`
          : 'Half the redundancy is gone, and Microsoft’s availability promise needs both.'
      }`,
    }
  if (untold.length > 0)
    return {
      verdict: 'unknown',
      sentence: `How the ${names(untold)} path stands was not told; the other is up.`,
    }
  if (silent.length > 0)
    return {
      verdict: 'attention',
      sentence:
        silent.length > 1
          ? 'Neither path receives a prefix.'
          : `The ${names(silent)} path receives no prefix.`,
    }
  return { verdict: 'healthy', sentence: upSentence(paths) }
}

/** That the routers answer is said only where both ARP tables say so. */
function upSentence(paths: readonly PathReading[]): string {
  const answer = paths.every(({ arp }) => arp.ok && layer2(arp.value).verdict === 'healthy')
  return answer
    ? 'Both paths are up: the routers answer and both BGP sessions are established.'
    : 'Both paths are up: both BGP sessions are established.'
}

interface State {
  path: string
  link: Verdict | undefined
}

function names(states: readonly State[]): string {
  return states.map(({ path }) => path).join(' and ')
}

function why(states: readonly State[]): string {
  return states.every(({ link }) => link === 'down')
    ? 'the router at the other end does not answer'
    : states.every(({ link }) => link === 'healthy')
      ? 'the routers answer each other, and no session comes up'
      : 'no session comes up'
}
