import { lazy } from 'react'
import { whyNoCircuitChange } from '../../../../model/edits/circuit.ts'
import { whyNoGlobalReach } from '../../../../model/edits/global-reach.ts'
import { whyNoMicrosoftPeering } from '../../../../model/edits/microsoft-peering.ts'
import { whyNoPeering } from '../../../../model/edits/peering.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { type ActionForm, because } from '../action-form.ts'

/** What of a circuit can be changed, and when (ExpressRoute document 1.3, 2.6). */
export const CIRCUIT_FORMS: readonly ActionForm<ExpressRouteCircuit>[] = [
  {
    topic: 'peering',
    label: 'Private peering',
    group: 'configure',
    inHeader: true,
    applies: (circuit) => because(whyNoPeering(circuit)),
    needs: 'Microsoft.Network/expressRouteCircuits/peerings/write',
    form: lazy(async () => ({ default: (await import('./ChangePeering.tsx')).ChangePeering })),
  },
  {
    topic: 'microsoft-peering',
    label: 'Microsoft peering',
    group: 'configure',
    applies: (circuit) => because(whyNoMicrosoftPeering(circuit)),
    needs: 'Microsoft.Network/expressRouteCircuits/peerings/write',
    form: lazy(async () => ({
      default: (await import('./ChangeMicrosoftPeering.tsx')).ChangeMicrosoftPeering,
    })),
  },
  {
    topic: 'global-reach',
    label: 'Global Reach',
    group: 'configure',
    applies: (circuit) => because(whyNoGlobalReach(circuit)),
    needs: 'Microsoft.Network/expressRouteCircuits/peerings/connections/write',
    form: lazy(async () => ({ default: (await import('./ChangeGlobalReach.tsx')).ChangeGlobalReach })),
  },
  {
    topic: 'circuit',
    label: 'Change SKU and bandwidth',
    group: 'configure',
    applies: (circuit) => because(whyNoCircuitChange(circuit)),
    needs: 'Microsoft.Network/expressRouteCircuits/write',
    form: lazy(async () => ({ default: (await import('./ChangeCircuit.tsx')).ChangeCircuit })),
  },
  {
    topic: 'authorization',
    label: 'Authorizations',
    group: 'configure',
    applies: () => 'yes',
    needs: 'Microsoft.Network/expressRouteCircuits/authorizations/write',
    form: lazy(async () => ({ default: (await import('./ChangeAuthorizations.tsx')).ChangeAuthorizations })),
  },
]

/** Before the deletion, which Azure refuses as long as a provider has the circuit ready. */
export const TAKE_DOWN: ActionForm<ExpressRouteCircuit> = {
  topic: 'take-down',
  label: 'Take circuit down',
  group: 'delete',
  applies: () => 'yes',
  needs: 'Microsoft.Network/expressRouteCircuits/peerings/delete',
  form: lazy(async () => ({ default: (await import('./TakeDown.tsx')).TakeDown })),
}

/** Of an ExpressRoute gateway; whether there are two locations its form says. */
export const FAILOVER_TEST: ActionForm<VirtualNetworkGateway> = {
  topic: 'failover-test',
  label: 'Test failover',
  group: 'operate',
  applies: () => 'yes',
  needs: 'Microsoft.Network/virtualNetworkGateways/startSiteFailoverTest/action',
  form: lazy(async () => ({ default: (await import('./FailoverTest.tsx')).FailoverTest })),
}
