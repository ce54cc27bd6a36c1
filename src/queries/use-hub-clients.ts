import { makeClientProfile, type ProfileAuthentication } from '../azure/diagnostics/client-profile.ts'
import { clientSessionsIn, readClientTotals, writeClientSessions } from '../azure/diagnostics/hub-clients.ts'
import { ok, type Result } from '../lib/result.ts'
import type { ClientSession } from '../model/diagnostics/client-session.ts'
import type { ClientTotals } from '../model/diagnostics/client-totals.ts'
import { CLIENT_QUESTIONS, clientRightOf } from '../model/diagnostics/questions.ts'
import type { HubError } from '../model/errors.ts'
import type { Right } from '../model/rights/right.ts'
import { keys } from './keys.ts'
import { useAzure } from './use-azure.ts'
import { useDemo } from './use-demo.ts'
import type { AskedQuestion } from './use-gateway-questions.ts'
import { useQuestion } from './use-question.ts'
import { useRight } from './use-rights.ts'

/** How many are connected to a hub's point-to-site gateway: only on demand. */
export function useClientTotals(gatewayId: string): AskedQuestion<ClientTotals> {
  const azure = useAzure()
  const right = useRight(clientRightOf(CLIENT_QUESTIONS.totals), gatewayId)
  const put = (signal: AbortSignal) => readClientTotals(azure, gatewayId, signal)
  return { ...useQuestion(keys.question(gatewayId, 'clientTotals'), put), right }
}

/**
 * Has Azure write who is connected. In the demo the file comes at once; on Azure it is in the person's storage, and nothing of it comes here.
 * The names are of people: they go to whoever asked and nowhere else.
 */
export function useClientSessionsFile(gatewayId: string): {
  isDemo: boolean
  right: Right
  write(sasUrl: string, signal: AbortSignal): Promise<Result<ClientSession[] | undefined, HubError>>
} {
  const azure = useAzure()
  const demo = useDemo()
  const right = useRight(clientRightOf(CLIENT_QUESTIONS.sessions), gatewayId)
  return {
    isDemo: demo !== undefined,
    right,
    async write(sasUrl, signal) {
      const address = demo ? madeUpAddress() : sasUrl.trim()
      const written = await writeClientSessions(azure, gatewayId, address, signal)
      if (!written.ok) return written
      return ok(demo && clientSessionsIn(await demo.readBlob(address)))
    },
  }
}

/** A name that leads nowhere (RFC 2606), which the demo takes for a storage account. */
function madeUpAddress(): string {
  return `https://contoso.blob.storage.example/clients/${crypto.randomUUID()}.json`
}

/** Makes a profile of a hub's point-to-site gateway; where it is goes to who asked and is kept nowhere. */
export function useHubProfile(gatewayId: string): {
  right: Right
  make(authentication: ProfileAuthentication, signal: AbortSignal): Promise<Result<string, HubError>>
} {
  const azure = useAzure()
  return {
    right: useRight(clientRightOf(CLIENT_QUESTIONS.profile), gatewayId),
    make: (authentication, signal) => makeClientProfile(azure, gatewayId, authentication, signal),
  }
}
