import type { Connection } from '../resources/vpn.ts'
import type { Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'

/** Who may begin (VPN Gateway 3.3). */
export const CONNECTION_MODES = ['Default', 'InitiatorOnly', 'ResponderOnly'] as const

/** The form as it is typed. */
export interface TypedMode {
  mode: string
  /** Empty: as it is. */
  dpdTimeoutSeconds: string
  policyBasedSelectors: boolean
  enableBgp: boolean
}

export interface ModeProblem {
  field: keyof TypedMode
  is: 'error' | 'advice'
  text: string
}

/** What is known of the two ends. */
export interface ModeEnds {
  /** SKU of the gateway. */
  sku?: string
  gatewayHasBgp?: boolean
  siteHasBgp?: boolean
}

export function typedModeOf(connection: Connection): TypedMode {
  const { connectionMode, dpdTimeoutSeconds } = connection
  return {
    mode: connectionMode ?? 'Default',
    // Zero is Azure's word for its default (ARM contract 9.3).
    dpdTimeoutSeconds:
      dpdTimeoutSeconds === undefined || dpdTimeoutSeconds === 0 ? '' : String(dpdTimeoutSeconds),
    policyBasedSelectors: connection.usePolicyBasedTrafficSelectors,
    enableBgp: connection.enableBgp,
  }
}

/** VAL-CON-03, VAL-CON-06, VAL-CON-07 and what Basic lacks (VPN Gateway 1.6, 3.9). */
export function modeProblems(connection: Connection, typed: TypedMode, ends: ModeEnds): ModeProblem[] {
  const problems: ModeProblem[] = []
  const { dpdTimeoutSeconds: dpd, policyBasedSelectors, enableBgp } = typed
  const seconds = Number(dpd)
  if (dpd.trim() !== '') {
    if (!Number.isInteger(seconds) || seconds < 9 || seconds > 3600)
      problems.push({ field: 'dpdTimeoutSeconds', is: 'error', text: 'Enter 9 to 3600 seconds.' })
    else if (seconds < 30 || seconds > 45)
      problems.push({ field: 'dpdTimeoutSeconds', is: 'advice', text: '30 to 45 seconds are recommended.' })
  }
  if (policyBasedSelectors && ends.sku?.toLowerCase() === 'basic')
    problems.push({
      field: 'policyBasedSelectors',
      is: 'error',
      text: 'Policy-based traffic selectors are not available on Basic.',
    })
  if (policyBasedSelectors && connection.natRuleIds.length > 0)
    problems.push({
      field: 'policyBasedSelectors',
      is: 'error',
      text: 'This connection has NAT rules, which do not go with policy-based traffic selectors.',
    })
  if (!policyBasedSelectors && connection.trafficSelectors.length > 0)
    problems.push({
      field: 'policyBasedSelectors',
      is: 'error',
      text: 'This connection has custom traffic selectors, which need policy-based traffic selectors.',
    })
  if (enableBgp && ends.gatewayHasBgp === false)
    problems.push({ field: 'enableBgp', is: 'error', text: 'The gateway has no BGP enabled.' })
  if (enableBgp && ends.siteHasBgp === false)
    problems.push({ field: 'enableBgp', is: 'error', text: 'The local network gateway has no BGP settings.' })
  return problems
}

export function modeEdit(connection: Connection, typed: TypedMode): Replacement {
  const dpd = typed.dpdTimeoutSeconds.trim()
  const properties = ['properties']
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'mode',
    id: connection.id,
    name: connection.name,
    changes: setMembers(connection.body, [
      [[...properties, 'connectionMode'], typed.mode],
      ...(dpd === '' && !connection.dpdTimeoutSeconds
        ? []
        : [[[...properties, 'dpdTimeoutSeconds'], dpd === '' ? 0 : Number(dpd)] as const]),
      [[...properties, 'usePolicyBasedTrafficSelectors'], typed.policyBasedSelectors],
      [[...properties, 'enableBgp'], typed.enableBgp],
    ]).filter(
      ({ path, from, to }) => !(path.at(-1) === 'connectionMode' && from === undefined && to === 'Default'),
    ),
    what: `how ${connection.name} connects`,
    effect:
      'The tunnel may start anew, which takes seconds. The device has to be set to match: who begins, its traffic selectors and its BGP session.',
    action: writeAction('Microsoft.Network/connections'),
    holds: heldBy(connection),
  }
}
