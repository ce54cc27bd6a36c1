import type { Peering } from '../edits/peering.ts'
import type { Verdict } from '../status/verdict.ts'
import { announcedPrefixes, type AnnouncedPrefixes } from './announced-prefixes.ts'

/** How far Microsoft is with its check of who owns the public prefixes of a Microsoft peering. */
export interface PrefixValidation extends AnnouncedPrefixes {
  verdict: Verdict
  /** What it means. */
  text: string
  /** What there is to do, and who does it. */
  todo: string
}

/** Of each family that announces something (ExpressRoute document 3.1, ER-008). */
export function prefixValidations(peering: Pick<Peering, 'microsoft' | 'ipv6'>): PrefixValidation[] {
  return announcedPrefixes(peering).map((one) => ({ ...one, ...meaningOf(one.state) }))
}

function meaningOf(state: string): Pick<PrefixValidation, 'verdict' | 'text' | 'todo'> {
  switch (state.toLowerCase()) {
    case 'configured':
      return {
        verdict: 'healthy',
        text: 'Microsoft has accepted the prefixes.',
        todo: 'Announce them from your routers over both links.',
      }
    case 'configuring':
      return { verdict: 'inProgress', text: 'Microsoft is checking the prefixes.', todo: 'Look again later.' }
    case 'notconfigured':
      return {
        verdict: 'inProgress',
        text: 'Microsoft has not begun to check the prefixes.',
        todo: 'Look again in some minutes.',
      }
    case 'validationneeded':
      return {
        verdict: 'attention',
        text: 'BGP stays down until Microsoft has proof that the prefixes and the AS number are yours.',
        todo: 'Open a support request for the circuit, with proof that they are yours.',
      }
    default:
      return {
        verdict: 'unknown',
        text: 'Azure does not say how far the check of the prefixes is.',
        todo: 'Look again in some minutes.',
      }
  }
}
