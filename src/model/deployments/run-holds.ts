import { topOf } from '../edits/held-by.ts'
import type { PlanRun } from './run.ts'

/** What takes one change at a time, with all that is in it (Virtual WAN document 14, no. 1; ARM contract 5). */
const WRITTEN =
  /\/(virtualwans|virtualhubs|vpngateways|p2svpngateways|expressroutegateways|vpnsites|virtualnetworkgateways)\/[^/]+$/

/** A WAN that is there is only referred to, unless a hub comes to it. */
const WRITTEN_INTO =
  /\/(virtualhubs|vpngateways|expressroutegateways|vpnsites|virtualnetworkgateways)\/[^/]+$/

/**
 * Keys of what a run holds until it ends, as the writes of `heldBy` do: hubs, gateways and sites that it makes or writes into, the networks
 * that a hub takes in, and the WAN that gets a hub.
 */
export function heldByRun({ resources, uses }: Pick<PlanRun, 'resources' | 'uses'>): string[] {
  const takesNetworks = resources.some(({ type }) => /\/hubVirtualNetworkConnections$/i.test(type))
  const makesHub = resources.some(({ type }) => /\/virtualHubs$/i.test(type))
  const used = uses
    .map(topOf)
    .filter(
      (top) =>
        WRITTEN_INTO.test(top) ||
        (takesNetworks && isOf('virtualnetworks', top)) ||
        (makesHub && isOf('virtualwans', top)),
    )
  return [...new Set([...resources.map(({ id }) => topOf(id)).filter((top) => WRITTEN.test(top)), ...used])]
}

function isOf(type: string, top: string): boolean {
  return top.split('/').at(-2) === type
}
