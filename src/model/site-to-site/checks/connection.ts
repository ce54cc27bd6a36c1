import { hasHostBits, parsePrefix } from '../../../lib/cidr.ts'
import { policyProblems } from '../../edits/ipsec-policy.ts'
import { MOST_PAIRS } from '../../ipsec/selectors.ts'
import type { ConnectionAnswers } from '../answers.ts'
import { policyOf } from '../bodies.ts'
import { nearNetworks, sitePrefixes } from '../site-neighbours.ts'
import { existingGateway, siteNameOf } from '../place.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

/** VAL-CON-03 to 05 and 07 (VPN Gateway 3.9). */
export function connectionChecks(looked: Looked): WizardCheck[] {
  return [...dpdChecks(looked), ...policyChecks(looked), ...selectorChecks(looked), ...protocolChecks(looked)]
}

function set(looked: Looked, label: string, change: Partial<ConnectionAnswers>) {
  return remedy(
    label,
    Object.keys(change).map((member) => `connection.${member}`),
    (answers) => ({ ...answers, connection: { ...answers.connection, ...change } }),
    looked.around,
  )
}

/** VAL-CON-03; empty: what Azure takes by itself. */
function dpdChecks(looked: Looked): WizardCheck[] {
  const at = ['connection', 'connection.dpd'] as const
  const text = looked.answers.connection.dpd.trim()
  const seconds = Number(text)
  if (text === '') return []
  const instead = set(looked, 'Use 45', { dpd: '45' })
  if (!/^\d+$/.test(text) || seconds < 9 || seconds > 3600)
    return [error('VAL-CON-03', at, 'Enter 9 to 3600 seconds.', instead)]
  return seconds < 30 || seconds > 45
    ? [advice('VAL-CON-03', at, '30 to 45 seconds are recommended.', instead)]
    : []
}

/** VAL-CON-04 and 05; of Azure's defaults VPN-S03 (VPN Gateway 3.6, 8). */
function policyChecks(looked: Looked): WizardCheck[] {
  const { goal, connection } = looked.answers
  const policy = policyOf(connection)
  if (!policy)
    // Basic takes no policy.
    return goal.use === 'production' && !isBasic(looked)
      ? [
          advice(
            'VPN-S03',
            ['connection', 'connection.policy'],
            'Azure’s defaults agree keys with DH group 2, which is considered weak, and without PFS where Azure begins. Use them only for a device that takes nothing better.',
            set(looked, 'Use Compatible', { policy: 'Compatible' }),
          ),
        ]
      : []
  return policyProblems(policy).map(({ field, is, text }) =>
    (is === 'error' ? error : advice)(
      is === 'error' ? 'VAL-CON-04' : 'VAL-CON-05',
      ['connection', `connection.custom.${field}`],
      text,
      // GCM needs the same on both.
      is === 'error' && field === 'ipsecIntegrity' && policy.ipsecEncryption.startsWith('GCM')
        ? set(looked, `Use ${policy.ipsecEncryption} for both`, {
            custom: { ...policy, ipsecIntegrity: policy.ipsecEncryption },
          })
        : undefined,
    ),
  )
}

function isBasic({ answers, around }: Looked): boolean {
  const { goal, gateway } = answers
  const sku = goal.gateway === 'existing' ? existingGateway(answers, around)?.sku : gateway.sku
  return sku?.toLowerCase() === 'basic'
}

/** VAL-CON-07; NAT rules, which do not go with selectors, are not asked in the wizard. */
function selectorChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { policyBased, selectors } = answers.connection
  if (!policyBased)
    return selectors.length === 0
      ? []
      : [
          error(
            'VAL-CON-07',
            ['connection', 'connection.policyBased'],
            'Custom traffic selectors need policy-based traffic selectors.',
            set(looked, 'Turn on policy-based traffic selectors', { policyBased: true }),
          ),
        ]
  const checks = selectors.flatMap(({ local, remote }, index): WizardCheck[] => {
    const at = ['connection', `connection.selectors.${index}`] as const
    if (local.length === 0 || remote.length === 0)
      return [
        error(
          'VAL-CON-07',
          at,
          'A selector needs prefixes on both sides.',
          set(looked, 'Remove it', { selectors: selectors.toSpliced(index, 1) }),
        ),
      ]
    const wrong = [...local, ...remote].find((text) => parsePrefix(text)?.family !== 4 || hasHostBits(text))
    return wrong === undefined
      ? []
      : [error('VAL-CON-07', at, `${wrong} is no IPv4 prefix with the bits after its mask cleared.`)]
  })
  return [...checks, ...pairChecks(looked, around)]
}

function pairChecks({ answers }: Looked, around: Looked['around']): WizardCheck[] {
  const { selectors } = answers.connection
  const tooMany = (pairs: number, of: string) =>
    `These are ${pairs} pairs of prefixes${of}, and a connection has room for ${MOST_PAIRS}: summarise the prefixes.`
  if (selectors.length > 0) {
    const pairs = selectors.reduce((sum, { local, remote }) => sum + local.length * remote.length, 0)
    return pairs > MOST_PAIRS
      ? [error('VAL-CON-07', ['connection', 'connection.selectors'], tooMany(pairs, ''))]
      : []
  }
  // Without selectors of one's own Azure proposes each prefix of the network with each of the site (VPN Gateway 3.4).
  const [home] = nearNetworks(answers, around)
  return answers.sites.flatMap((site) => {
    const pairs = (home?.addressPrefixes.length ?? 0) * sitePrefixes(site, around).length
    return pairs > MOST_PAIRS
      ? [
          error(
            'VAL-CON-07',
            ['connection', 'connection.policyBased'],
            tooMany(pairs, ` with ${siteNameOf(site)}`),
          ),
        ]
      : []
  })
}

/** What IKEv1 means is advised (VPN Gateway 3.4). */
function protocolChecks(looked: Looked): WizardCheck[] {
  if (looked.answers.connection.protocol === 'IKEv2') return []
  return [
    advice(
      'ikev1',
      ['connection', 'connection.protocol'],
      'With IKEv1 the tunnel drops for up to 5 s each time phase 1 is renewed, and the version cannot be changed later.',
      set(looked, 'Use IKEv2', { protocol: 'IKEv2' }),
    ),
  ]
}
