import type { JsonObject } from '../lib/json.ts'
import { typeOfId } from '../model/paths.ts'
import { isText } from '../model/edits/sent-secrets.ts'

/**
 * Where a PUT replaces what several people change, and says so with its etag (Virtual WAN document 14, general rule). The other types of
 * Microsoft.Network do not honour one (ARM contract 4), so none is sent there.
 */
const MATCHED =
  /^microsoft\.network\/(virtualwans|virtualhubs|vpngateways|vpnsites|p2svpngateways|vpnserverconfigurations)(\/|$)/i

/** @param body as it was read just before; empty where there was nothing */
export function etagToMatch(id: string, body: JsonObject): string | undefined {
  return MATCHED.test(typeOfId(id) ?? '') && isText(body.etag) ? body.etag : undefined
}
