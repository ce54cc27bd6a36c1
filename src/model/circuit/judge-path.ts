import type { Verdict } from '../status/verdict.ts'
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
 * Whether the router at the other end answers (ExpressRoute document 6.1; Microsoft's row alone is recorded where nobody was there).
 * @param rows as told; an empty table tells nothing of a peering that is on
 */
export function layer2(rows: readonly ArpRow[]): Told {
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

function isMac(text: string | undefined): boolean {
  return (
    text !== undefined && /^[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}$|^([\da-f]{2}[:-]){5}[\da-f]{2}$/i.test(text)
  )
}

/**
 * How the BGP session stands: a number is that of the prefixes received (ExpressRoute document 6.1). Words of states are the
 * router's own and shown as they are.
 */
export function session(rows: readonly SummaryRow[]): Told {
  const [row] = rows
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

/** Prefixes received; `undefined` where the session is not up or nothing was told. */
export function prefixesReceived(rows: readonly SummaryRow[]): number | undefined {
  const state = rows[0]?.statePfxRcd?.trim() ?? ''
  return /^\d+$/.test(state) ? Number(state) : undefined
}

/** One sentence for both paths of a peering. */
export function pathsVerdict(paths: readonly PathReading[]): { verdict: Verdict; sentence: string } {
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
  return {
    verdict: 'healthy',
    sentence: 'Both paths are up: the routers answer and both BGP sessions are established.',
  }
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
