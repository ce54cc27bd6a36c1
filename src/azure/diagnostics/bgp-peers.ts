import { ok, type Result } from '../../lib/result.ts'
import type { BgpPeer } from '../../model/diagnostics/bgp-peer.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, num, object, text } from '../from-wire/read.ts'

/** POST getBgpPeerStatus of a virtual network gateway, every peer. A gateway without BGP has none. */
export async function readBgpPeers(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  signal?: AbortSignal,
): Promise<Result<BgpPeer[], HubError>> {
  const answer = await ask.action({ id, action: 'getBgpPeerStatus' }, signal)
  if (!answer.ok) return answer
  return ok(
    list(object(answer.value).value).map((entry) => ({
      localAddress: text(entry.localAddress),
      neighbor: text(entry.neighbor) ?? '',
      asn: num(entry.asn),
      state: text(entry.state),
      connectedDuration: text(entry.connectedDuration),
      routesReceived: num(entry.routesReceived),
      messagesSent: num(entry.messagesSent),
      messagesReceived: num(entry.messagesReceived),
    })),
  )
}
