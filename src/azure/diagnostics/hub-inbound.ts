import { ok, type Result } from '../../lib/result.ts'
import type { InboundRoute } from '../../model/diagnostics/inbound-route.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, object, text } from '../from-wire/read.ts'

/**
 * POST inboundRoutes of a hub: what one site's connection brings into it (Virtual WAN 9.4). A route without an AS path was not learned by BGP.
 * @param connectionId of a `vpnConnections` resource
 */
export async function readInboundRoutes(
  { ask }: Pick<Azure, 'ask'>,
  hubId: string,
  connectionId: string,
  signal?: AbortSignal,
): Promise<Result<InboundRoute[], HubError>> {
  const body = { resourceUri: connectionId, connectionType: 'VpnConnection' }
  const answer = await ask.action({ id: hubId, action: 'inboundRoutes', body }, signal)
  if (!answer.ok) return answer
  return ok(
    list(object(answer.value).value).map((entry) => {
      const asPath = text(entry.asPath)
      return { prefix: text(entry.prefix) ?? '', ...(asPath !== undefined && { asPath }) }
    }),
  )
}
