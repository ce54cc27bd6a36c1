/** What this app is set up for, as config.json or its variables say. No part of it is a secret. */
export interface Deployment {
  /** Application (client) id of the app registration. */
  clientId: string
  /** A directory's id or domain, or `organizations`: any. */
  tenantId: string
  cloud: {
    /** `Azure`, `Azure US Government`. */
    title: string
    /** `https://management.azure.com` */
    armEndpoint: string
    /** `https://login.microsoftonline.com` */
    authorityHost: string
    /** `https://management.azure.com/.default` */
    scope: string
    /** `https://portal.azure.com`; absent where nobody named one. */
    portal?: string
  }
}

/** In place of one directory, and where none is named: anybody with a work or school account. */
export const ANY_DIRECTORY = 'organizations'

/** Whose accounts may sign in, in words. */
export function directoryWords({ tenantId }: Deployment): string {
  return tenantId === ANY_DIRECTORY ? 'Any work or school directory' : tenantId
}
