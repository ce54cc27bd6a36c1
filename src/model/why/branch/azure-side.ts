import { isRouted, RESET_ROUTER } from '../../virtual-wan/readiness.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { HUB_GATEWAY_WRITE, lastBranchWrite } from './writes.ts'
import type { BranchFacts } from './branch-facts.ts'
import { branchCause, lackingBranch, linksDown } from './evidence.ts'
import { told } from '../writes.ts'

const BUSY = /ing$/i

/** The site is connected to no hub, so there is nothing that could be up (finding VW-031). */
export function notConnected({ connection, subject }: BranchFacts): Finding | undefined {
  if (subject.kind === 'vpnConnection') return undefined
  if (connection.is === 'known') return ruledOut(`It is connected by ${connection.value.name}`)
  if (connection.is !== 'none') return lackingBranch(connection, 'connection')
  return branchCause(
    'The site is connected to no hub that was read',
    'very likely',
    [
      {
        text: 'No connection of a hub’s VPN gateway names this site',
        source: 'VPN site',
        at: subject.readAt,
      },
    ],
    {
      side: 'azure',
      change: 'Connect the site to a hub.',
      link: { id: subject.id, topic: 'connect', label: 'Connect to hub' },
    },
  )
}

/** The hub is being changed or failed, or its router is not there yet: tunnels may be up, and nothing is routed (Virtual WAN 2.2). */
export function hubReady({ hub: asked, ...facts }: BranchFacts): Finding | undefined {
  if (asked.is === 'none' && facts.gateway.is !== 'known') return undefined
  const hub = valueOf(asked)
  if (hub === undefined) return lackingBranch(asked, 'hub')
  const { provisioningState = 'not given', routingState = 'not given' } = hub
  const evidence = [
    {
      text: `provisioningState of ${hub.name} is ${provisioningState}, its routingState ${routingState}`,
      source: 'Hub of the gateway' as const,
      at: hub.readAt,
    },
  ]
  if (!isRouted(hub))
    return branchCause(
      routingState.toLowerCase() === 'failed'
        ? `The router of ${hub.name} Failed`
        : `The router of ${hub.name} is ${routingState}`,
      'very likely',
      evidence,
      {
        side: 'azure',
        change:
          routingState.toLowerCase() === 'failed'
            ? RESET_ROUTER
            : 'Wait until the router is Provisioned, some minutes, then check again. Until then nothing is routed and Azure refuses changes.',
        link: { id: hub.id, tab: 'overview', label: 'See the hub' },
      },
    )
  if (BUSY.test(provisioningState))
    return branchCause(`The hub ${hub.name} is being changed`, 'possible', evidence, {
      side: 'azure',
      change: 'Wait until it has ended, then check again.',
      link: { id: hub.id, tab: 'activity', label: 'See the activity of the hub' },
    })
  return ruledOut(`The router of ${hub.name} is ${routingState}`)
}

/** The gateway is being made or changed, or its last change failed. */
export function gatewayReady(facts: BranchFacts): Finding | undefined {
  const { gateway: asked, gatewayActivity, now } = facts
  if (asked.is === 'none' && facts.connection.is === 'none') return undefined
  const gateway = valueOf(asked)
  if (gateway === undefined) return lackingBranch(asked, 'gateway')
  const state = gateway.provisioningState ?? 'not given'
  const failed = state.toLowerCase() === 'failed'
  if (!failed && !BUSY.test(state)) return ruledOut(`The last change of ${gateway.name} is ${state}`)
  const write = lastBranchWrite(gatewayActivity, HUB_GATEWAY_WRITE)
  return branchCause(
    failed
      ? `The last change of the gateway ${gateway.name} failed`
      : `The gateway ${gateway.name} is being changed`,
    linksDown(facts).length > 0 ? 'very likely' : 'possible',
    [
      { text: `provisioningState of ${gateway.name} is ${state}`, source: 'Gateway', at: gateway.readAt },
      ...(write ? [told(write, 'changed the gateway', gatewayActivity, now)] : []),
    ],
    {
      side: 'azure',
      change: failed
        ? 'See the error under Activity of the gateway, and repeat the change. If it is Failed without one, reset the gateway.'
        : 'Wait until it has ended, then check again. A new gateway takes about half an hour.',
      link: { id: gateway.id, tab: 'activity', label: 'See the activity of the gateway' },
    },
  )
}

/** The connection is being written, or its last change failed. */
export function connectionReady({ connection: asked }: BranchFacts): Finding | undefined {
  const connection = valueOf(asked)
  if (connection === undefined) return undefined
  const state = connection.provisioningState ?? 'not given'
  const failed = state.toLowerCase() === 'failed'
  if (!failed && !BUSY.test(state)) return ruledOut(`The last change of the connection is ${state}`)
  return branchCause(
    failed ? 'The last change of the connection failed' : 'Azure is still at work on the connection',
    'very likely',
    [{ text: `provisioningState is ${state}`, source: 'VPN connection', at: connection.readAt }],
    {
      side: 'azure',
      change: failed
        ? 'See the error under Activity, and repeat the change: what is shown may not be in force.'
        : 'Wait until it has ended, a minute or two, then check again.',
      link: { id: connection.id, tab: 'activity', label: 'See the activity' },
    },
  )
}
