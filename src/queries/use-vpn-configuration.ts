import { writeVpnConfiguration } from '../azure/diagnostics/vpn-configuration.ts'
import { ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { useAzure } from './use-azure.ts'
import { useDemo } from './use-demo.ts'

/**
 * Has Azure write the configurations of sites. In the demo the file comes at once, as text; on Azure it is in the person's storage.
 * The text holds keys: it goes to whoever asked and nowhere else.
 */
export function useVpnConfiguration(): {
  isDemo: boolean
  write(
    wanId: string,
    siteIds: readonly string[],
    sasUrl: string,
  ): Promise<Result<string | undefined, HubError>>
} {
  const azure = useAzure()
  const demo = useDemo()
  return {
    isDemo: demo !== undefined,
    async write(wanId, siteIds, sasUrl) {
      const outputBlobSasUrl = demo ? madeUpAddress() : sasUrl.trim()
      const written = await writeVpnConfiguration(azure, wanId, { siteIds, outputBlobSasUrl })
      if (!written.ok) return written
      return ok(await demo?.readBlob(outputBlobSasUrl))
    },
  }
}

/** A name that leads nowhere (RFC 2606), which the demo takes for a storage account. */
function madeUpAddress(): string {
  return `https://contoso.blob.storage.example/vpn-configuration/${crypto.randomUUID()}.json`
}
