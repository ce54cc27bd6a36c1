import { addresses } from './addresses.ts'
import { bgpSession } from './bgp-session.ts'
import { bgpSettings } from './bgp-settings.ts'
import { deadPeer } from './dead-peer.ts'
import type { Facts } from './facts.ts'
import type { Cause } from './finding.ts'
import { gatewayState } from './gateway-state.ts'
import { nameServers, routeTable, securityGroup } from './gateway-subnet.ts'
import { idle } from './idle.ts'
import { judgeRules, type Findings, type Rule } from './judge-rules.ts'
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

const RULES: readonly Rule<Facts>[] = [
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

export interface Diagnosis extends Findings {
  tunnels: Tunnels
}

/** The device itself said so: that weighs more than what is concluded. */
function isLogged({ likelihood, evidence }: Cause): boolean {
  return likelihood === 'very likely' && evidence.some(({ source }) => source === 'Pasted log')
}

export function diagnose(facts: Facts): Diagnosis {
  const findings = judgeRules(RULES, facts)
  return {
    ...findings,
    tunnels: tunnelsOf(facts),
    causes: findings.causes.toSorted((one, other) => Number(isLogged(other)) - Number(isLogged(one))),
  }
}
