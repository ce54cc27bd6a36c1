import { addresses } from './addresses.ts'
import { bgpSession } from './bgp-session.ts'
import { bgpSettings } from './bgp-settings.ts'
import { deadPeer } from './dead-peer.ts'
import type { Facts } from './facts.ts'
import { LIKELIHOODS, type Cause, type Finding, type NotChecked, type RuledOut } from './finding.ts'
import { gatewayState } from './gateway-state.ts'
import { nameServers, routeTable, securityGroup } from './gateway-subnet.ts'
import { idle } from './idle.ts'
import { limits } from './limits.ts'
import { nat } from './nat.ts'
import { oneInstance } from './one-instance.ts'
import { networkOverlap, siteOverlap } from './overlap.ts'
import { policy } from './policy.ts'
import { reachability } from './reachability.ts'
import { retiredSku } from './retired-sku.ts'
import { selectors } from './selectors.ts'
import { settling } from './settling.ts'
import { sharedKey } from './shared-key.ts'
import { startingSide } from './starting-side.ts'
import { transit } from './transit.ts'
import { tunnelsOf, type Tunnels } from './tunnels.ts'
import { twin } from './twin.ts'

interface Rule {
  /** As in a list of what was ruled out: "Shared key". */
  name: string
  /** Undefined where the rule has nothing to do with this kind of connection. */
  check: (facts: Facts) => Finding | undefined
}

/** Of two causes equally likely the one named first here stands first: what explains the rest comes before it. */
const RULES: readonly Rule[] = [
  { name: 'Gateway', check: gatewayState },
  { name: 'Just changed', check: settling },
  { name: 'Return connection', check: twin },
  { name: 'Shared key', check: sharedKey },
  { name: 'One instance', check: oneInstance },
  { name: 'Device and path', check: reachability },
  { name: 'Addresses', check: addresses },
  { name: 'Phase 1 and 2 proposals', check: policy },
  { name: 'Traffic selectors', check: selectors },
  { name: 'NAT rules', check: nat },
  { name: 'BGP settings', check: bgpSettings },
  { name: 'BGP session', check: bgpSession },
  { name: 'Starting side', check: startingSide },
  { name: 'Network security group', check: securityGroup },
  { name: 'Route table', check: routeTable },
  { name: 'Idle tunnel', check: idle },
  { name: 'Overlap with a network', check: networkOverlap },
  { name: 'Overlap of sites', check: siteOverlap },
  { name: 'Peerings', check: transit },
  { name: 'Limits', check: limits },
  { name: 'Dead peer detection', check: deadPeer },
  { name: 'Name servers', check: nameServers },
  { name: 'SKU', check: retiredSku },
]

export type Named<F extends Finding> = F & { rule: string }

export interface Diagnosis {
  tunnels: Tunnels
  /** Most likely first. */
  causes: Named<Cause>[]
  ruledOut: Named<RuledOut>[]
  notChecked: Named<NotChecked>[]
  /** How many rules looked. */
  rules: number
}

/** The device itself said so: that weighs more than what is concluded. */
function isLogged({ likelihood, evidence }: Cause): boolean {
  return likelihood === 'very likely' && evidence.some(({ source }) => source === 'Pasted log')
}

/** Every rule over the same facts; the same facts give the same diagnosis, in the same order. */
export function diagnose(facts: Facts): Diagnosis {
  const findings = RULES.flatMap(({ name, check }) => {
    const finding = check(facts)
    return finding ? [{ ...finding, rule: name }] : []
  })
  const causes = findings.filter((one) => one.is === 'cause')
  return {
    tunnels: tunnelsOf(facts),
    causes: LIKELIHOODS.flatMap((likelihood) =>
      causes.filter((one) => one.likelihood === likelihood),
    ).toSorted((one, other) => Number(isLogged(other)) - Number(isLogged(one))),
    ruledOut: findings.filter((one) => one.is === 'ruledOut'),
    notChecked: findings.filter((one) => one.is === 'notChecked'),
    rules: findings.length,
  }
}
