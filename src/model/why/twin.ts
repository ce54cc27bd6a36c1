import { sentenceList } from '../format.ts'
import type { Connection, IpsecPolicy } from '../resources/vpn.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { tunnelsOf } from './tunnels.ts'

/**
 * Two virtual networks are joined by two connections, one from each side, with the same key and policy (VPN Gateway 3.3, finding
 * H09). Whether the keys are the same is for the rule of the key.
 */
export function twin(facts: Facts): Finding | undefined {
  const { connection } = facts
  if (connection.gateway2Id === undefined) return undefined
  const unread = lacking(facts.twin, 'twin')
  if (unread) return unread
  const other = valueOf(facts.twin)
  const at = facts.twin.is === 'known' ? facts.twin.at : facts.now
  const seen = (text: string): Evidence[] => [{ text, source: 'Connection', at }]
  if (other === undefined)
    return cause(
      'The connection that leads back is missing',
      'very likely',
      seen('No connection leads from the other gateway back to this one'),
      {
        change: 'Create a connection from the other gateway to this one, with the same key and policy.',
      },
    )
  const differences = differing(connection, other)
  if (differences.length === 0) return ruledOut(`${other.name} leads back with the same settings`)
  return cause(
    'The two connections differ',
    tunnelsOf(facts).up.length > 0 ? 'unlikely' : 'very likely',
    seen(`${other.name} has another ${sentenceList(differences)}`),
    {
      change: `Set the same ${sentenceList(differences)} on this connection and on ${other.name}.`,
      link: { id: connection.id, topic: 'policy', label: 'Change the IPsec policy' },
      interruption: 'A change restarts the tunnels of both connections, for seconds.',
    },
  )
}

const MEMBERS: readonly (keyof IpsecPolicy)[] = [
  'ikeEncryption',
  'ikeIntegrity',
  'dhGroup',
  'ipsecEncryption',
  'ipsecIntegrity',
  'pfsGroup',
]

/** In words; lifetimes need not match. */
function differing(one: Connection, other: Connection): string[] {
  const [own, its] = [one.ipsecPolicies[0], other.ipsecPolicies[0]]
  const found = MEMBERS.filter((member) => text(own?.[member]) !== text(its?.[member])).map(String)
  if (text(one.connectionProtocol ?? 'IKEv2') !== text(other.connectionProtocol ?? 'IKEv2'))
    found.push('connectionProtocol')
  return found
}

function text(value: string | number | undefined): string {
  return String(value ?? '').toLowerCase()
}

function cause(
  title: string,
  likelihood: Cause['likelihood'],
  evidence: Evidence[],
  rest: Pick<Cause, 'change' | 'link' | 'interruption'>,
): Cause {
  return { is: 'cause', title, likelihood, evidence, side: 'azure', ...rest }
}
