import { shortTime } from '../../format.ts'
import { weakParts } from '../../virtual-wan/findings/link-findings.ts'
import { type Evidence, ruledOut, type Finding } from '../finding.ts'
import { told } from '../writes.ts'
import type { BranchFacts } from './branch-facts.ts'
import {
  branchCause,
  gatewayAddresses,
  ikeEvidence,
  lackingBranch,
  lackingIke,
  linkNames,
  linksDown,
  statusEvidence,
  withoutPhase1,
} from './evidence.ts'
import { lastBranchWrite, LINK_KEY_SET } from './writes.ts'

/** What all rules of phase 1 stand on; a finding where there is nothing more to look at. */
function looked(facts: BranchFacts, fine: string): { finding: Finding | undefined } | undefined {
  if (facts.links.length === 0) return { finding: undefined }
  const down = linksDown(facts)
  if (down.length === 0) return { finding: ruledOut(fine) }
  if (withoutPhase1(facts).length > 0) return undefined
  return { finding: lackingIke(down) ?? ruledOut('Phase 1 is agreed on, on every link') }
}

/**
 * The two ends hold different keys. Azure shows neither and does not tell why phase 1 fails, so that it is likely only where
 * the key was set lately and nothing was agreed on since.
 */
export function linkKey(facts: BranchFacts): Finding | undefined {
  const done = looked(facts, 'Every link is up with the key that its device holds')
  if (done) return done.finding
  const links = withoutPhase1(facts)
  const { activity, now } = facts
  const set = lastBranchWrite(activity, LINK_KEY_SET)
  const [first] = links
  return branchCause(
    set === undefined
      ? 'The two ends may hold different keys'
      : `The key differs since ${shortTime(set.startedAt)}`,
    set === undefined ? 'possible' : 'very likely',
    [
      ...statusEvidence(links),
      ...ikeEvidence(links),
      ...(set ? [told(set, 'set the shared key', activity, now)] : neverUsed(facts)),
    ],
    {
      side: 'on-premises',
      change: `Enter the key that Azure holds into the device’s tunnels to ${gatewayAddresses(facts)}; the VPN configuration, on the page of the virtual WAN, has it. Or set one new key on both ends. Where the keys are the same, look at the identity that the device sends: it has to be its public address.`,
      ...(first && { link: { id: first.connection.id, topic: 'key' as const, label: 'Set shared key' } }),
      interruption: 'A new key may interrupt the link’s other tunnel for some seconds.',
    },
  )
}

/** A key that never carried anything may have been wrong from the beginning; that nobody set one lately speaks neither way. */
function neverUsed(facts: BranchFacts): Evidence[] {
  const never = withoutPhase1(facts).filter(({ link }) => link.ingressBytes === 0 && link.egressBytes === 0)
  return never.length === 0
    ? []
    : [
        {
          text: `${linkNames(never)} received and sent nothing as long as Azure counts: no key was ever seen to work`,
          source: 'Connection',
          at: facts.now,
        },
      ]
}

/** Nobody answers at the device, or what it sends does not arrive. */
export function reachable(facts: BranchFacts): Finding | undefined {
  const done = looked(facts, 'The devices of every link answer')
  if (done) return done.finding
  const links = withoutPhase1(facts)
  const others = facts.links.filter(({ state }) => state === 'up')
  return branchCause(
    `The device at ${linkNames(links)} may not answer`,
    'possible',
    [
      ...statusEvidence(links),
      ...ikeEvidence(links),
      ...statusEvidence(others).map((one) => ({
        ...one,
        text: `${one.text}, which speaks for the line of the other`,
      })),
    ],
    {
      side: 'on-premises',
      change: `See that the device is on and its line is up, and that UDP 500, UDP 4500 and ESP pass between it and ${gatewayAddresses(facts)}.`,
    },
  )
}

/** No proposal of phase 1 is common to both ends: a custom policy is one proposal, and a device has to have exactly it. */
export function phaseOnePolicy(facts: BranchFacts): Finding | undefined {
  const done = looked(facts, 'The two ends agreed on phase 1')
  if (done) return done.finding
  const links = withoutPhase1(facts)
  const custom = links.filter(({ link }) => link.ipsecPolicies.length > 0)
  const [first] = links
  return branchCause(
    custom.length > 0
      ? `The device may not have the policy of ${linkNames(custom)}`
      : 'The device may have no proposal of Azure’s default',
    custom.length > 0 ? 'possible' : 'unlikely',
    [
      ...custom.flatMap(({ link, connection }) =>
        link.ipsecPolicies.map((policy) => ({
          text: `${link.name} takes ${policy.ikeEncryption ?? '?'}, ${policy.ikeIntegrity ?? '?'} and ${policy.dhGroup ?? '?'} alone${weakParts(policy).length > 0 ? ', some of it weak, which newer devices refuse' : ''}`,
          source: 'VPN connection' as const,
          at: connection.readAt,
        })),
      ),
      ...links
        .filter(({ link }) => link.protocol?.toLowerCase() === 'ikev1')
        .map(({ link, connection }) => ({
          text: `${link.name} uses IKEv1`,
          source: 'VPN connection' as const,
          at: connection.readAt,
        })),
      ...ikeEvidence(links),
    ],
    {
      side: 'both',
      change: 'Give both ends the same protocol, encryption, integrity and Diffie-Hellman group of phase 1.',
      ...(first && {
        link: { id: first.connection.id, topic: 'policy' as const, label: 'Change IPsec policy' },
      }),
    },
  )
}

/** Neither end begins: Azure was told to wait for the device. */
export function starter(facts: BranchFacts): Finding | undefined {
  const waits = facts.links.filter(({ link }) => link.mode?.toLowerCase() === 'responderonly')
  if (waits.length === 0) return undefined
  const down = waits.filter(({ state }) => state === 'down')
  if (down.length === 0) return ruledOut('The device starts its tunnels')
  const [first] = down
  return branchCause(
    `Azure waits for the device to start ${linkNames(down)}`,
    'possible',
    down.map(({ link, connection }) => ({
      text: `vpnLinkConnectionMode of ${link.name} is ResponderOnly`,
      source: 'VPN connection',
      at: connection.readAt,
    })),
    {
      side: 'both',
      change: 'Let the device start the tunnel by itself, or set the mode to Default.',
      ...(first && {
        link: {
          id: first.connection.id,
          topic: 'site-connection' as const,
          label: 'Change links and routing',
        },
      }),
    },
  )
}

/** Something was changed a moment ago, and the tunnels begin anew. */
export function settling(facts: BranchFacts): Finding | undefined {
  const beginning = facts.links.filter(({ state }) => state === 'connecting' || state === 'untold')
  if (beginning.length === 0) return undefined
  return (
    lackingBranch(facts.connection, 'connection') ??
    branchCause(
      beginning.every(({ state }) => state === 'connecting')
        ? 'The two ends are negotiating'
        : 'Azure does not tell yet how the link stands',
      'possible',
      beginning.map(({ link, connection }) => ({
        text: `${link.name} is ${link.connectionStatus ?? 'without a status'}`,
        source: 'VPN connection',
        at: connection.readAt,
      })),
      { side: 'azure', change: 'Wait some minutes, then check again: a new link has no status at first.' },
    )
  )
}
