import { ok, type Result } from '../../lib/result.ts'
import type { ClientSession } from '../../model/diagnostics/client-session.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, num, object, text } from '../from-wire/read.ts'

/** POST getVpnClientConnectionHealth: who is connected by point-to-site. What has no id cannot be cut off, and is shown all the same. */
export async function readClientSessions(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  signal?: AbortSignal,
): Promise<Result<ClientSession[], HubError>> {
  const answer = await ask.action({ id, action: 'getVpnClientConnectionHealth' }, signal)
  if (!answer.ok) return answer
  return ok(
    list(object(answer.value).value).map((entry) => ({
      vpnConnectionId: text(entry.vpnConnectionId) ?? '',
      userName: text(entry.vpnUserName),
      privateIpAddress: text(entry.privateIpAddress),
      publicIpAddress: text(entry.publicIpAddress),
      durationSeconds: num(entry.vpnConnectionDuration),
      connectedAt: text(entry.vpnConnectionTime),
      ingressBytes: num(entry.ingressBytesTransferred),
      egressBytes: num(entry.egressBytesTransferred),
      maxBandwidth: num(entry.maxBandwidth),
    })),
  )
}
