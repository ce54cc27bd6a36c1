import { count } from '../../format.ts'
import { policyProblems } from '../../edits/ipsec-policy.ts'
import { keyRemarks } from '../../edits/shared-key.ts'
import { parametersOf } from '../../plan/template.ts'
import { parseAddress, parsePrefix, contains } from '../../../lib/cidr.ts'
import { ONE_KEY, type ConnectionAnswers } from '../answers.ts'
import { policyOf } from '../bodies.ts'
import { hubPrefixOf, hubThere, siteNameOf } from '../place.ts'
import { planOf } from '../plan-of.ts'
import { secretsOfSite } from '../secrets.ts'
import { advice, error, remedy, type At, type Looked, type WizardCheck } from './check.ts'

/** What one deployment takes: secrets are parameters of its template (Azure Resource Manager, template limits). */
const MOST_PARAMETERS = 256
const MOST_RESOURCES = 800

/** What holds for all branches: Virtual WAN document 5.3 and 5.4, keys, and what one run takes. */
export function connectionChecks(looked: Looked): WizardCheck[] {
  return [
    ...policyChecks(looked),
    ...protocolChecks(looked),
    ...routeChecks(looked),
    ...peerChecks(looked),
    ...keyChecks(looked),
    ...runChecks(looked),
  ]
}

function set(looked: Looked, label: string, change: Partial<ConnectionAnswers>) {
  return remedy(
    label,
    Object.keys(change).map((member) => `connection.${member}`),
    (now) => ({ ...now, connection: { ...now.connection, ...change } }),
    looked.around,
  )
}

/** VW-012, and what Azure refuses. */
function policyChecks(looked: Looked): WizardCheck[] {
  const policy = policyOf(looked.answers.connection)
  if (!policy) return []
  return policyProblems(policy).map(({ field, is, text }) =>
    (is === 'error' ? error : advice)(
      is === 'error' ? 'policy' : 'VW-012',
      ['connection', `connection.custom.${field}`],
      text,
      is === 'error' && field === 'ipsecIntegrity' && policy.ipsecEncryption.startsWith('GCM')
        ? set(looked, `Use ${policy.ipsecEncryption} for both`, {
            custom: { ...policy, ipsecIntegrity: policy.ipsecEncryption },
          })
        : undefined,
    ),
  )
}

/** VW-014 */
function protocolChecks(looked: Looked): WizardCheck[] {
  return looked.answers.connection.protocol === 'IKEv1'
    ? [
        advice(
          'VW-014',
          ['connection', 'connection.protocol'],
          'IKEv1 is old, and interrupts the tunnel with each renewal of its keys.',
          set(looked, 'Use IKEv2', { protocol: 'IKEv2' }),
        ),
      ]
    : []
}

/** VW-025 */
function routeChecks({ answers, around }: Looked): WizardCheck[] {
  const hub = hubThere(answers, around)
  return answers.connection.defaultRoute && hub?.azureFirewallId === undefined
    ? [
        advice(
          'VW-025',
          ['connection', 'connection.defaultRoute'],
          'No Azure Firewall is known in the hub. Without a default route in the hub there is none to send to the branches.',
        ),
      ]
    : []
}

/** The device speaks BGP from an address outside the hub (Virtual WAN document 5.1). */
function peerChecks({ answers, around }: Looked): WizardCheck[] {
  const hub = parsePrefix(hubPrefixOf(answers, around))
  if (!hub || !answers.connection.bgp) return []
  return answers.sites.flatMap((site, index) =>
    site.use === 'existing'
      ? []
      : site.links.flatMap(({ peer, asn }, at): WizardCheck[] => {
          const address = asn.trim() === '' ? undefined : parseAddress(peer.trim())
          return address && contains(hub, address)
            ? [
                error(
                  'peer',
                  ['sites', `sites.${index}.links.${at}.peer`],
                  `${peer.trim()} lies in the address space of the hub. Use another address.`,
                ),
              ]
            : []
        }),
  )
}

/** The key's text is never repeated. */
function keyChecks({ answers, keys }: Looked): WizardCheck[] {
  const at: At = ['connection', 'keys']
  switch (answers.connection.key) {
    case 'azure':
      return []
    case 'one': {
      const key = keys[ONE_KEY] ?? ''
      if (key === '')
        return [
          error(
            'key',
            at,
            'Enter the key. A key is kept in memory only, and is gone once the page was left.',
          ),
        ]
      return keyRemarks(key).map(({ level, text }) => (level === 'error' ? error : advice)('key', at, text))
    }
    case 'each': {
      const missing = answers.sites.filter(
        (site) => !keys[site.key] && secretsOfSite(site, 1, answers).length > 0,
      )
      const [first] = missing
      return first
        ? [
            error(
              'key',
              at,
              `${missing.length === 1 ? `The key of ${siteNameOf(first)} is` : `${count(missing.length, 'key')} are`} not made. Keys are kept in memory only, and are gone once the page was left.`,
            ),
          ]
        : []
    }
    default:
      return answers.connection.key satisfies never
  }
}

function runChecks(looked: Looked): WizardCheck[] {
  const plan = planOf(looked.answers, looked.around)
  const parameters = parametersOf(plan).length
  return [
    ...(parameters > MOST_PARAMETERS
      ? [
          error(
            'parameters',
            ['connection', 'connection.key'],
            `A deployment takes ${MOST_PARAMETERS} secrets, and this plan has ${parameters}. Let Azure make the keys, or use one for all.`,
            set(looked, 'Let Azure make them', { key: 'azure' }),
          ),
        ]
      : []),
    ...(plan.resources.length > MOST_RESOURCES
      ? [
          error(
            'resources',
            ['sites', 'sites'],
            `A deployment takes ${MOST_RESOURCES} resources, and this plan has ${plan.resources.length}. Connect some of the branches in a second set-up.`,
          ),
        ]
      : []),
  ]
}
