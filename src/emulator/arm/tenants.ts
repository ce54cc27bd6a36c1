import type { Estate, EstateSubscription, Tenant } from '../estates/estate.ts'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import { page } from './paging.ts'
import type { Exchange } from './exchange.ts'
import { unauthorized } from './refusals.ts'

/** GET /tenants: those the caller is in, whichever one the token is for (ARM contract 12.1; categories unverified). */
export function tenants(exchange: Exchange): Answer {
  const { estate, caller } = exchange
  const found = tenantsOf(estate, caller)
  return page(
    exchange,
    found.map(({ tenantId, displayName, defaultDomain, countryCode }, index) => ({
      id: `/tenants/${tenantId}`,
      tenantId,
      countryCode,
      displayName,
      domains: [defaultDomain],
      tenantCategory: index === 0 ? 'Home' : 'ProjectedBy',
      defaultDomain,
      tenantType: 'AAD',
    })),
  )
}

/** A person's own ones, home first; who is not listed is in the one their token is for, and the demo's person in all. */
function tenantsOf(estate: Estate, { objectId, tenantId }: Caller): Tenant[] {
  const all = [estate.tenant, ...(estate.otherTenants ?? [])]
  const person = estate.people?.find((one) => one.objectId.toLowerCase() === objectId.toLowerCase())
  const ids = person?.tenantIds ?? (tenantId === undefined ? undefined : [tenantId])
  if (ids === undefined) return all
  return ids.flatMap((id) => all.find((tenant) => tenant.tenantId === id) ?? [])
}

export function tenantOf(estate: Estate, subscription: EstateSubscription): string {
  return subscription.tenantId ?? estate.tenant.tenantId
}

/** Whether a token is good for a subscription: one of its directory, or one without a directory. */
export function isInTenant(estate: Estate, { tenantId }: Caller, subscription: EstateSubscription): boolean {
  return tenantId === undefined || tenantId.toLowerCase() === tenantOf(estate, subscription).toLowerCase()
}

/** Code and text as in public reports (issue 49391 of Azure/azure-sdk-for-net); status and header ARM contract 5. */
export function wrongTenant(wanted: string, given: string): Answer {
  const authority = `https://login.microsoftonline.com/${wanted}`
  return unauthorized(
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${given}/'. It must match the tenant ` +
      `'https://sts.windows.net/${wanted}/' associated with this subscription. Please use the authority (URL) ` +
      `'https://login.windows.net/${wanted}' to get the token. Note, if the subscription is transferred to another tenant ` +
      'there is no impact to the services, but information about new tenant could take time to propagate (up to an hour). ' +
      'If you just transferred your subscription and see this error message, please try back later.',
    authority,
    'The access token is from the wrong issuer. It must match the tenant associated with this subscription. Please use ' +
      'correct authority to get the token.',
  )
}
