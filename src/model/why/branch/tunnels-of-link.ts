import { sentenceList } from '../../format.ts'
import { phase1Differences } from '../../ipsec/ike-compare.ts'
import { ruledOut, type Evidence, type Finding } from '../finding.ts'
import type { BranchFacts, LinkFact } from './branch-facts.ts'
import { branchCause, lackingIke, linkNames, linksUp, statusEvidence, withoutPhase2 } from './evidence.ts'

/** Phase 1 is agreed on and phase 2 is not: proposals, PFS or traffic selectors. */
export function phaseTwo(facts: BranchFacts): Finding | undefined {
  if (facts.links.length === 0) return undefined
  const half = withoutPhase2(facts)
  if (half.length === 0)
    return lackingIke(facts.links) ?? ruledOut('Every association of phase 1 has one of phase 2')
  const based = half.some(({ link }) => link.usePolicyBasedTrafficSelectors === true)
  const [first] = half
  return branchCause(
    `Phase 2 of ${linkNames(half)} is not agreed on`,
    'very likely',
    half.flatMap((one): Evidence[] => [
      ...held(one, ({ state }) => state === 'half', 'holds phase 1 with', 'and no phase 2'),
      ...differences(one),
      {
        text: based
          ? `${one.link.name} uses policy-based traffic selectors`
          : `${one.link.name} takes 0.0.0.0/0 to 0.0.0.0/0, as a route-based device proposes`,
        source: 'VPN connection',
        at: one.connection.readAt,
      },
    ]),
    {
      side: 'both',
      change: `Give both ends the same encryption, integrity and PFS group of phase 2, and the same traffic selectors: ${based ? 'each prefix of both ends with each' : 'any to any'}.`,
      ...(first && {
        link: { id: first.connection.id, topic: 'policy' as const, label: 'Change IPsec policy' },
      }),
    },
  )
}

function differences({ link, ike }: LinkFact): Evidence[] {
  const [policy] = link.ipsecPolicies
  if (policy === undefined || ike.is !== 'known') return []
  return ike.value.flatMap((one) =>
    phase1Differences(one, policy).map(({ part, agreed, policy: wanted }) => ({
      text: `The ${part} agreed on is ${agreed}, and the policy asks for ${wanted}`,
      source: 'IKE associations' as const,
      at: ike.at,
    })),
  )
}

function held(
  { link, ike, tunnels }: LinkFact,
  is: (tunnel: LinkFact['tunnels'][number]) => boolean,
  did: string,
  after = '',
): Evidence[] {
  if (ike.is !== 'known') return []
  return tunnels.filter(is).map(({ instance }) => ({
    text: [instance.label, did, link.name, after].filter(Boolean).join(' '),
    source: 'IKE associations',
    at: ike.at,
  }))
}

/** A link is up on one instance alone (finding VW-009): it falls with the next maintenance of that instance. */
export function secondInstance(facts: BranchFacts): Finding | undefined {
  const up = linksUp(facts)
  if (up.length === 0) return undefined
  const single = up.filter(
    ({ tunnels }) =>
      tunnels.some(({ state }) => state === 'up') && tunnels.some(({ state }) => state === 'none'),
  )
  if (single.length === 0)
    return lackingIke(up) ?? ruledOut('Every link that is up has a tunnel to each instance')
  const missing = [
    ...new Set(
      single.flatMap(({ tunnels }) =>
        tunnels.flatMap(({ instance, state }) =>
          state === 'none' ? [instance.publicAddress ?? instance.label] : [],
        ),
      ),
    ),
  ]
  return branchCause(
    `The device of ${linkNames(single)} has a tunnel to one instance alone`,
    'very likely',
    single.flatMap((one) => [
      ...held(one, ({ state }) => state === 'up', 'has a tunnel of'),
      ...held(one, ({ state }) => state === 'none', 'holds no association with'),
    ]),
    {
      side: 'on-premises',
      change: `Configure a second tunnel on the device, to ${sentenceList(missing)}, with the same key and policy. Azure maintains one instance after the other.`,
    },
  )
}

/** Bytes go one way alone: what comes back is dropped, or is never sent. */
export function oneWay(facts: BranchFacts): Finding | undefined {
  const counted = linksUp(facts).filter(
    ({ link }) => link.ingressBytes !== undefined && link.egressBytes !== undefined,
  )
  if (counted.length === 0) return undefined
  const sends = counted.filter(({ link }) => link.ingressBytes === 0 && (link.egressBytes ?? 0) > 0)
  const receives = counted.filter(({ link }) => link.egressBytes === 0 && (link.ingressBytes ?? 0) > 0)
  const odd = [...sends, ...receives]
  if (odd.length === 0) return ruledOut('Bytes pass both ways, or none yet')
  return branchCause(
    sends.length > 0
      ? `Nothing comes back from the branch by ${linkNames(sends)}`
      : `Azure sends nothing to the branch by ${linkNames(receives)}`,
    'possible',
    [
      ...statusEvidence(odd),
      ...odd.map(({ link, connection }) => ({
        text: `${link.name} received ${link.ingressBytes ?? 0} bytes and sent ${link.egressBytes ?? 0}`,
        source: 'VPN connection' as const,
        at: connection.readAt,
      })),
    ],
    {
      side: sends.length > 0 ? 'on-premises' : 'azure',
      change:
        sends.length > 0
          ? 'See that the device routes the hub’s and the networks’ prefixes into the tunnel, and that its firewall lets them pass.'
          : 'See on the page of the hub, under Routes, that the branch’s prefixes lead to this gateway.',
    },
  )
}
