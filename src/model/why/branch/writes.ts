import type { Activity } from '../../diagnostics/activity.ts'
import type { Asked } from '../asked.ts'
import { lastDone } from '../writes.ts'

/** Operations as the activity log names them, any casing (ARM contract 12.9). */
export const LINK_KEY_SET = /\/vpnlinkconnections\/sharedkeys(\/default)?\/write$/i
const SITE_CONNECTION_WRITE = /\/vpngateways\/vpnconnections\/write$/i
export const HUB_GATEWAY_WRITE = /\/vpngateways\/(write|delete)$/i
const VPN_SITE_WRITE = /\/vpnsites\/write$/i

/** The names under which changes of a branch are told. */
export const BRANCH_NAMES: readonly [operation: RegExp, name: string][] = [
  [LINK_KEY_SET, 'Shared key set'],
  [/\/vpnlinkconnections\/resetconnection\/action$/i, 'Link reset'],
  [SITE_CONNECTION_WRITE, 'Connection changed'],
  [/\/vpngateways\/reset\/action$/i, 'Gateway reset'],
  [HUB_GATEWAY_WRITE, 'Gateway changed'],
  [VPN_SITE_WRITE, 'Site changed'],
]

export function lastBranchWrite(log: Asked<Activity[]>, operation: RegExp): Activity | undefined {
  return lastDone(log, operation)
}
