import type { IkeAssociation } from '../diagnostics/ike-association.ts'
import { shortTime } from '../format.ts'
import type { IpsecPolicy } from '../resources/vpn.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { logEvidence } from './log-evidence.ts'
import { associationOf, downEvidence, noState, tunnelsOf, type Tunnels } from './tunnels.ts'
import { CONNECTION_WRITE, isSince, lastDone, nothingDone, told } from './writes.ts'

/**
 * The proposals of phase 1 or 2, or the IKE version, do not meet (VPN Gateway 3.4 to 3.6, 6.5, and 6.6 `IkePolicyMismatch`; what the
 * device logs: device proof 8). Lifetimes need not match and are left alone.
 */
export function policy(facts: Facts): Finding {
  const tunnels = tunnelsOf(facts)
  if (tunnels.state === 'up') return ruledOut('The two ends agreed: the tunnels are up')
  const logged = logEvidence(facts, ['phase1Proposal', 'phase2Proposal', 'dhGroup'])
  if (logged.length > 0)
    return differs(facts, tunnels, 'very likely', [...logged, ...downEvidence(facts, tunnels)])
  if (tunnels.state === 'unknown') return noState(facts)
  const unread = lacking(facts.ike, 'ike') ?? lacking(facts.activity, 'activity')
  if (unread) return unread

  const associations = valueOf(facts.ike) ?? []
  const halfway = tunnels.down.flatMap((tunnel) => {
    const association = associationOf(associations, tunnel)
    return association !== undefined && association.childAssociations.length === 0 ? [tunnel.label] : []
  })
  if (halfway.length > 0)
    return differs(facts, tunnels, 'very likely', [
      {
        text: `${halfway.join(' and ')} holds a phase 1 association and none of phase 2`,
        source: 'IKE associations',
        at: facts.ike.is === 'known' ? facts.ike.at : facts.now,
      },
    ])
  const written = lastDone(facts.activity, CONNECTION_WRITE)
  const agreedAt = agreed(facts, tunnels, associations)
  if (agreedAt !== undefined && !isSince(written, agreedAt))
    return ruledOut('Another tunnel of this connection agreed on phase 1 and 2 with the same policy')
  if (isSince(written, tunnels.lastUpAt))
    return differs(facts, tunnels, 'possible', [
      told(written, 'changed this connection', facts.activity, facts.now),
      ...downEvidence(facts, tunnels),
    ])
  if (tunnels.lastUpAt === undefined) return differs(facts, tunnels, 'possible', downEvidence(facts, tunnels))
  return differs(facts, tunnels, 'unlikely', [
    {
      text: `The tunnel was up with this policy on ${shortTime(tunnels.lastUpAt)}`,
      source: 'Connection',
      at: facts.connection.readAt,
    },
    ...nothingDone(facts.activity, 'changed this connection', tunnels.lastUpAt),
  ])
}

/** When a tunnel that is up made its association, as it stands with both phases. */
function agreed(facts: Facts, { up }: Tunnels, associations: readonly IkeAssociation[]): number | undefined {
  const at = facts.ike.is === 'known' ? facts.ike.at : facts.now
  const moments = up.flatMap((tunnel) => {
    const association = associationOf(associations, tunnel)
    if (association?.elapsedSeconds === undefined || association.childAssociations.length === 0) return []
    return [at - association.elapsedSeconds * 1000]
  })
  return moments.length > 0 ? Math.min(...moments) : undefined
}

function differs(
  facts: Facts,
  tunnels: Tunnels,
  likelihood: Cause['likelihood'],
  evidence: Evidence[],
): Cause {
  const { connection } = facts
  const custom = connection.ipsecPolicies[0]
  return {
    is: 'cause',
    title: 'The IKE version, a proposal or the PFS group differs',
    likelihood,
    evidence,
    side: 'both',
    change: `${custom ? customText(connection.connectionProtocol, custom) : defaultText(connection.connectionProtocol)} Lifetimes need not match.`,
    link: {
      id: connection.id,
      topic: 'policy',
      label: custom ? 'Change the IPsec policy' : 'Set an IPsec policy',
    },
    interruption:
      tunnels.up.length > 0
        ? 'A change of the policy restarts every tunnel of this connection, for seconds.'
        : 'Nothing is up that it could interrupt.',
    deviceShows: ['received NO_PROPOSAL_CHOSEN notify error'],
  }
}

function customText(protocol = 'IKEv2', policy: IpsecPolicy): string {
  const { ikeEncryption, ikeIntegrity, dhGroup, ipsecEncryption, ipsecIntegrity, pfsGroup } = policy
  const phase1 = [ikeEncryption, ikeIntegrity, dhGroup].join(', ')
  const phase2 = [ipsecEncryption, ipsecIntegrity].join(', ')
  return `Set the device to what Azure demands: ${protocol}; phase 1 ${phase1}; phase 2 ${phase2}, PFS ${pfsGroup ?? 'as Azure has it'}.`
}

/** The documented defaults (VPN Gateway 3.6), named as such. */
function defaultText(protocol = 'IKEv2'): string {
  return `Azure has no policy of its own here and offers its defaults over ${protocol}: as documented, Diffie-Hellman group 2 in phase 1, and no PFS where it starts. A device that asks for more needs a custom policy on the connection.`
}
