import { type Known, interactionPolicy, type Policy } from 'oidc-provider'
import type { Person, Tenant } from './people.ts'

/** How the provider behaves; a test changes it as it goes. */
export interface Behaviour {
  accessTokenSeconds: number
  /** Whether the app may have tokens: given for all, asked of each person, or only an administrator's to give. */
  consent: 'given' | 'asked' | 'administrator'
  /** Directories that take no sign-in of another one. */
  ownSignIn: readonly Tenant[]
  /** Directories that do not know the app: its registration is for another one alone. */
  notServed: readonly Tenant[]
}

/** One directory, as its rules see it. */
export interface Directory {
  tenant: Tenant
  /** Whoever can sign in to any directory. */
  people: readonly Person[]
  behaviour: () => Behaviour
  /** The person with this object id, where this directory knows them. */
  member: (objectId: string | undefined) => Person | undefined
}

/** When a person is asked although there is a session: Entra's reasons, beside the provider's own. */
export function signInPolicy({ tenant, people, behaviour, member }: Directory): Policy {
  const { base, Check, Prompt } = interactionPolicy
  const policy = base()
  policy.add(new Prompt({ name: 'select_account', requestable: true }), 0)
  const { checks } = policy.get('login')
  // The provider's own reason in Entra's words: it is what `prompt=none` is answered with where nobody is signed in.
  checks.remove('no_session')
  checks.add(
    new Check(
      'no_session',
      'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
      'login_required',
      ({ oidc }) => oidc.session.accountId === undefined,
    ),
  )
  const add = (reason: string, check: (oidc: Known) => boolean) =>
    checks.add(
      new Check(
        reason,
        reason,
        'login_required',
        ({ oidc }) => oidc.session.accountId !== undefined && check(oidc),
      ),
    )
  add('another_person', ({ params, session }) => {
    const hint = params?.['login_hint']
    return (
      hint !== undefined && people.find(({ username }) => username === hint)?.objectId !== session.accountId
    )
  })
  add('not_a_member', ({ session }) => !member(session.accountId))
  add(
    'own_sign_in',
    ({ session }) => behaviour().ownSignIn.includes(tenant) && !session.amr?.includes(tenant.tenantId),
  )
  add('signed_in_before', ({ params, session }) => isBefore(session.loginTs, params?.['claims']))
  return policy
}

/** What a refresh token is refused with, in the members of Entra's answer; absent: it is taken. */
export function refusalOfRenewal({ tenant, behaviour }: Directory, oidc: Known): object | undefined {
  if (oidc.params?.['grant_type'] !== 'refresh_token' || !oidc.entities.RefreshToken) return undefined
  const { amr, authTime } = oidc.entities.RefreshToken
  if (behaviour().notServed.includes(tenant))
    return {
      error: 'unauthorized_client',
      error_description: `AADSTS700016: Application with identifier '${oidc.params['client_id']}' was not found in the directory '${tenant.displayName}'.`,
    }
  if (behaviour().consent !== 'given')
    return {
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_description: 'AADSTS65001: The user or administrator has not consented to use the application.',
    }
  if (behaviour().ownSignIn.includes(tenant) && !amr?.includes(tenant.tenantId))
    return required(`AADSTS50076: You must use multi-factor authentication to access ${tenant.displayName}.`)
  // Of a renewal the provider takes no claims: they are in the body alone.
  if (isBefore(authTime, oidc.body?.['claims']))
    return required('AADSTS50133: Session is invalid due to expiration or recent password change.')
  return undefined
}

function required(description: string): object {
  return { error: 'interaction_required', suberror: 'basic_action', error_description: description }
}

/** Whether somebody signed in too long ago for the claims of ARM's challenge: not since the moment they name. */
function isBefore(seconds: number | undefined, claims: string | undefined): boolean {
  const since = /"nbf":\{[^}]*"value":"(\d+)"/.exec(claims ?? '')?.[1]
  return since !== undefined && (seconds ?? 0) < Number(since)
}
