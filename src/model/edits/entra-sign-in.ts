interface EntraSignIn {
  tenant: string
  audience: string
  issuer: string
}

export interface EntraAdvice {
  field: keyof EntraSignIn
  text: string
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const TENANT = new RegExp(`^https://[^/\\s]+/(?:(${ID})|[\\w-]+(?:\\.[\\w-]+)+)/?$`, 'i')
const ISSUER = new RegExp(`^https://sts\\.windows\\.net/(${ID})(/?)$`, 'i')
const AUDIENCE = new RegExp(`^${ID}$`, 'i')

/**
 * What is unusual in the sign-in with Microsoft Entra ID of point-to-site: people could not sign in. The documents name the members alone
 * (Virtual WAN 7, VPN Gateway 6.3), how they are written is not verified, so it keeps nothing from being sent. No id of a VPN client is
 * offered for the same reason. Empty ones are left to who asks for them.
 */
export function entraAdvice(typed: EntraSignIn): EntraAdvice[] {
  const [tenant, audience, issuer] = [typed.tenant.trim(), typed.audience.trim(), typed.issuer.trim()]
  const byTenant = TENANT.exec(tenant)
  const byIssuer = ISSUER.exec(issuer)
  const [, ofTenant] = byTenant ?? []
  const [, ofIssuer, slash] = byIssuer ?? []
  const all: (EntraAdvice | false)[] = [
    tenant !== '' &&
      !byTenant && {
        field: 'tenant',
        text: 'Usually this is an address with the id or the name of the tenant at its end. Otherwise people may not be able to sign in.',
      },
    audience !== '' &&
      !AUDIENCE.test(audience) && {
        field: 'audience',
        text: 'Usually this is an application id: 32 hexadecimal digits in five groups.',
      },
    issuer !== '' &&
      !byIssuer && {
        field: 'issuer',
        text: 'Usually this is https://sts.windows.net/, the id of the tenant and a slash. Otherwise people may not be able to sign in.',
      },
    slash === '' && {
      field: 'issuer',
      text: 'The slash at the end is missing: tokens usually name their issuer with it, and people may not be able to sign in.',
    },
    ofTenant !== undefined &&
      ofIssuer !== undefined &&
      ofTenant.toLowerCase() !== ofIssuer.toLowerCase() && {
        field: 'issuer',
        text: 'It is the issuer of another tenant than the one above.',
      },
  ]
  return all.filter((one) => one !== false)
}
