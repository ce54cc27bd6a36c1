import type { VirtualHub } from '../resources/virtual-wan.ts'
import type { Verdict } from '../status/verdict.ts'

/** One of the two states of a hub, as Azure spells it, and what it says. */
export interface HubState {
  title: string
  /** ARM's member. */
  member: string
  value: string | undefined
  verdict: Verdict
  /** Whole sentences. */
  meaning: string
}

/** A Route Server is kept by Azure under virtualHubs, and is no part of a virtual WAN (Virtual WAN 2.4). */
export function isRouteServer({ hubKind }: VirtualHub): boolean {
  return hubKind?.toLowerCase() === 'routeserver'
}

/** Whether its router carries routes: what is below a hub waits for it, whatever the hub itself says (Virtual WAN 2.2). */
export function isRouted({ routingState, sku }: VirtualHub): boolean {
  const state = routingState?.toLowerCase()
  return state === 'provisioned' || (state === 'none' && sku?.toLowerCase() === 'basic')
}

/** What helps where the router of a hub failed. This app cannot do it. */
export const RESET_ROUTER =
  'Reset the router of the hub in the Azure portal. If it fails again, open a support request with the id of the hub.'

/** The state of the resource and that of its router, apart: either can be bad while the other is good (Virtual WAN 2.2). */
export function hubStates(hub: VirtualHub): [resource: HubState, router: HubState] {
  return [
    {
      title: 'Hub',
      member: 'provisioningState',
      value: hub.provisioningState,
      ...resourceMeaning(hub.provisioningState),
    },
    { title: 'Router', member: 'routingState', value: hub.routingState, ...routerMeaning(hub) },
  ]
}

type Meaning = Pick<HubState, 'verdict' | 'meaning'>

function resourceMeaning(state: string | undefined): Meaning {
  switch (state?.toLowerCase()) {
    case 'succeeded':
      return {
        verdict: 'healthy',
        meaning: 'The last change of the hub is done. This says nothing of its router.',
      }
    case 'failed':
      return {
        verdict: 'attention',
        meaning:
          'The last change of the hub failed. What worked before it may still work; see Activity for the error, then repeat the change.',
      }
    case 'canceled':
      return { verdict: 'attention', meaning: 'The last change of the hub was given up before it was done.' }
    case 'creating':
    case 'updating':
      return {
        verdict: 'inProgress',
        meaning: 'Azure is at work on the hub. Another change of it waits until this one is done.',
      }
    case 'deleting':
      return { verdict: 'inProgress', meaning: 'Azure is deleting the hub.' }
    case undefined:
      return { verdict: 'unknown', meaning: 'Azure did not give it.' }
    default:
      return { verdict: 'unknown', meaning: 'What this value means is not known here.' }
  }
}

function routerMeaning({ routingState, sku, provisioningState }: VirtualHub): Meaning {
  switch (routingState?.toLowerCase()) {
    case 'provisioned':
      return {
        verdict: 'healthy',
        meaning: 'The router carries routes between all that is connected to the hub.',
      }
    case 'provisioning':
      return {
        verdict: 'inProgress',
        meaning: `Azure still sets the router up${provisioningState?.toLowerCase() === 'succeeded' ? ', although the hub says Succeeded' : ''}. Until it is Provisioned Azure refuses virtual network connections, route tables, routing intent and BGP peers, and nothing is routed through this hub.`,
      }
    case 'failed':
      return {
        verdict: 'attention',
        meaning: `The router could not be set up, so routes through this hub cannot be relied on. ${RESET_ROUTER}`,
      }
    case 'none':
      return sku?.toLowerCase() === 'basic'
        ? {
            verdict: 'healthy',
            meaning: 'A Basic hub has no router: it ends VPN of branches and routes nothing else.',
          }
        : { verdict: 'unknown', meaning: 'Azure tells of no router for it.' }
    case undefined:
      return { verdict: 'unknown', meaning: 'Azure did not give it.' }
    default:
      return { verdict: 'unknown', meaning: 'What this value means is not known here.' }
  }
}
