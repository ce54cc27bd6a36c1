import { err, ok, type Result } from '../../lib/result.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'

/**
 * POST virtualWans/{w}/vpnConfiguration: Azure writes the configurations of sites, with their keys, to an address of the person's storage, and
 * answers without a body (Virtual WAN document 13).
 * @param outputBlobSasUrl signed, so it is a secret: it is sent and kept nowhere
 */
export async function writeVpnConfiguration(
  { ask }: Pick<Azure, 'ask'>,
  wanId: string,
  { siteIds, outputBlobSasUrl }: { siteIds: readonly string[]; outputBlobSasUrl: string },
  signal?: AbortSignal,
): Promise<Result<undefined, HubError>> {
  const answer = await ask.action(
    { id: wanId, action: 'vpnConfiguration', body: { vpnSites: [...siteIds], outputBlobSasUrl } },
    signal,
  )
  return answer.ok ? ok(undefined) : err(answer.error)
}
