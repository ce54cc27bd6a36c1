import type { TokenCredential } from '@azure/core-auth'
import { InteractiveBrowserCredential } from '@azure/identity'
import type { Registration } from './application.ts'

/** Azure Identity's credential for browsers, told never to navigate by itself. */
export function createCredential({ cloud, clientId, tenantId, redirectUri }: Registration): TokenCredential {
  return new InteractiveBrowserCredential({
    clientId,
    tenantId,
    authorityHost: cloud.authorityHost,
    redirectUri,
    loginStyle: 'redirect',
    disableAutomaticAuthentication: true,
    additionallyAllowedTenants: ['*'],
    disableInstanceDiscovery: cloud.name === 'custom',
  })
}
