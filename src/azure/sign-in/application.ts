import type { TokenCredential } from '@azure/core-auth'
import {
  createStandardPublicClientApplication,
  type Configuration,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import { isJsonObject } from '../../lib/json.ts'
import type { Cloud } from '../../model/clouds.ts'
import { networkInTime } from './network.ts'

/** What signing in uses of MSAL's application; tests script it. */
export type MsalApplication = Pick<
  IPublicClientApplication,
  | 'handleRedirectPromise'
  | 'getAllAccounts'
  | 'getActiveAccount'
  | 'setActiveAccount'
  | 'acquireTokenSilent'
  | 'loginRedirect'
  | 'logoutRedirect'
  | 'clearCache'
>

export interface Registration {
  cloud: Cloud
  /** Application (client) id of the app registration. */
  clientId: string
  /** A directory's id or domain name, or `organizations`. */
  tenantId: string
  /** Registered as a single-page application's. */
  redirectUri: string
}

/** Where a directory signs in. */
export function authorityOf(cloud: Cloud, tenantId: string): string {
  return `${cloud.authorityHost}/${tenantId}`
}

/** MSAL's application of the registration. Its cache is the tab's session storage, which the credential below shares. */
export async function openApplication(registration: Registration): Promise<MsalApplication> {
  const { cloud, clientId, tenantId, redirectUri } = registration
  const configuration: Configuration = {
    auth: {
      clientId,
      authority: authorityOf(cloud, tenantId),
      // Else MSAL asks Microsoft about a host that Microsoft does not know.
      knownAuthorities: cloud.name === 'custom' ? [cloud.authorityHost] : [],
      redirectUri,
      postLogoutRedirectUri: redirectUri,
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: { networkClient: networkInTime() },
  }
  const application = await createStandardPublicClientApplication(configuration)
  const { logoutRedirect } = application
  // By it a provider knows where the person may be sent back to; the token that would say the same is not for an address.
  application.logoutRedirect = (request) =>
    logoutRedirect.call(application, { ...request, extraQueryParameters: { client_id: clientId } })
  return explained(application, authorityOf(cloud, tenantId))
}

/** MSAL says of a directory that does not exist only that it found no endpoints; the provider's own answer says why. */
function explained(application: IPublicClientApplication, ownAuthority: string): IPublicClientApplication {
  const { loginRedirect } = application
  application.loginRedirect = async (request) => {
    try {
      await loginRedirect.call(application, request)
    } catch (thrown) {
      throw (await refusalOf(request?.authority ?? ownAuthority)) ?? thrown
    }
  }
  return application
}

/** Undefined where the directory is there, or nothing readable says otherwise. */
async function refusalOf(authority: string): Promise<Error | undefined> {
  try {
    const answer = await fetch(`${authority}/v2.0/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(3_000),
    })
    if (answer.ok) return undefined
    const body: unknown = await answer.json()
    const said = isJsonObject(body) ? body['error_description'] : undefined
    return typeof said === 'string' ? new Error(said) : undefined
  } catch {
    return undefined
  }
}

/**
 * The credential for tokens of the account's own directory: never navigates, and takes the account that the application
 * above made the active one. Its module keeps the address's fragment when it is first loaded and would take the
 * provider's answer from it, so it is loaded only after the application has.
 */
export async function openCredential(registration: Registration): Promise<TokenCredential> {
  const { createCredential } = await import('./credential.ts')
  return createCredential(registration)
}
