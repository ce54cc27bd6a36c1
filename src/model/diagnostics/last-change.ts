import type { Activity } from './activity.ts'

/** Actions of POST that ask and change nothing (VPN Gateway 6.2, Virtual WAN 9.4); the log has them like any other. */
const ASKS =
  /\/(get\w*|list\w*|supportedvpndevices|vpndeviceconfigurationscript|generate\w*|arptables|routetables|routetablessummary|(effective|inbound|outbound|learned|advertised)routes|sharedkey|\w*packetcapture)\/action$/i

/** Whether it may have changed something: what was refused has not. */
export function isChange({ operation, status }: Activity): boolean {
  return status.toLowerCase() !== 'failed' && !ASKS.test(operation)
}

/**
 * The last thing done to a resource before it broke.
 * @param activities in any order
 * @param at milliseconds since the epoch
 */
export function lastChangeBefore(activities: readonly Activity[], at: number): Activity | undefined {
  return activities
    .filter((activity) => isChange(activity) && activity.startedAt <= at)
    .reduce<Activity | undefined>(
      (last, one) => (last === undefined || one.startedAt > last.startedAt ? one : last),
      undefined,
    )
}
