import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Context, type Grant, Provider } from 'oidc-provider'
import type { Person, Tenant } from './people.ts'
import { consent, failure, notHere, picker } from './provider-pages.ts'
import { type Behaviour, type Directory, refusalOfRenewal, signInPolicy } from './provider-rules.ts'
import type { Storage } from './storage.ts'

const ARM = 'https://management.azure.com'
const SCOPE = `${ARM}/.default`

/** A request for tokens, and how it ended. */
export interface TokenRequest {
  tenant: Tenant
  kind: string
  /** OAuth's error; absent: tokens were given. */
  error?: string
  /** The tokens: nobody but the app and Azure may see them. */
  given: string[]
}

interface ProviderOptions {
  tenant: Tenant
  /** Whoever can sign in to any directory. */
  people: readonly Person[]
  /** `https://localhost:4321` */
  authority: string
  clientId: string
  /** Addresses a person may be sent back to. */
  redirectUri: string
  storage: Storage
  /** Private key that signs, as a JSON web key. */
  key: object
  behaviour: () => Behaviour
  onTokens: (request: TokenRequest) => void
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An OpenID provider for one directory at `/<tenant>/v2.0`, answering as Entra does where an app can tell. */
export function createProvider(options: ProviderOptions): Handler {
  const { tenant, people, storage, behaviour } = options
  const { tenantId } = tenant
  const mount = `/${tenantId}/v2.0`
  const member: Directory['member'] = (id) =>
    people.find(({ objectId, tenantIds }) => objectId === id && tenantIds.includes(tenantId))
  const directory: Directory = { tenant, people, behaviour, member }
  const claims = (person: Person) => ({
    oid: person.objectId,
    tid: tenantId,
    name: person.name,
    preferred_username: person.username,
    ver: '2.0',
  })

  const provider = new Provider(`${options.authority}${mount}`, {
    adapter: storage.adapter(),
    jwks: { keys: [options.key] },
    cookies: { keys: ['proof'] },
    clients: [
      {
        client_id: options.clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [options.redirectUri],
        post_logout_redirect_uris: [options.redirectUri],
      },
    ],
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub', 'oid', 'tid', 'ver'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    extraParams: ['claims'],
    clientBasedCORS: (_: Context, origin: string) => options.redirectUri.startsWith(`${origin}/`),
    pkce: { required: () => true },
    // Entra gives one of them many times: several tabs renew with the same.
    rotateRefreshToken: false,
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    ttl: {
      AccessToken: () => behaviour().accessTokenSeconds,
      IdToken: 3600,
      RefreshToken: 86_400,
      AuthorizationCode: 60,
      Interaction: 3600,
      Session: 86_400,
      Grant: 86_400,
    },
    findAccount: (_: Context, id: string) => {
      const person = member(id)
      return person && { accountId: id, claims: () => ({ sub: id, ...claims(person) }) }
    },
    extraTokenClaims: (_: Context, token: { accountId: string }) => {
      const person = member(token.accountId)
      return person && { ...claims(person), scp: 'user_impersonation' }
    },
    loadExistingGrant: ({ oidc }: Context) => {
      if (behaviour().consent !== 'given' && !oidc.result?.consent) return undefined
      return grantFor(oidc.session.accountId ?? '')
    },
    interactions: {
      url: (_: Context, { uid }: { uid: string }) => `${mount}/interaction/${uid}`,
      policy: signInPolicy(directory),
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => ARM,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience: ARM,
          accessTokenFormat: 'jwt',
          accessTokenTTL: behaviour().accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        // Entra does not ask whether somebody who clicked Sign out means it.
        logoutSource: (context: Context, form: string) => {
          context.body = `<!doctype html><title>Signing out</title>${form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>')}<script>document.forms[0].submit()</script>`
        },
      },
    },
    renderError: (context: Context, out: { error: string; error_description?: string }) => {
      context.type = 'html'
      context.body = failure(`${out.error}: ${out.error_description ?? ''}`)
    },
  })

  async function grantFor(accountId: string): Promise<Grant> {
    const grant = new provider.Grant({ accountId, clientId: options.clientId })
    grant.addOIDCScope('openid profile offline_access')
    grant.addResourceScope(ARM, SCOPE)
    await grant.save()
    return grant
  }

  /** Errors and members of Entra's token endpoint that the provider does not have. */
  provider.use(async (context, next) => {
    await next()
    const { oidc } = context
    if (oidc?.route !== 'token') return
    const refusal = refusalOfRenewal(directory, oidc)
    if (refusal) {
      context.status = 400
      context.body = refusal
    }
    // JSON that the provider or the line above has made.
    const body = context.body as Record<string, unknown> | undefined
    const error = body?.['error']
    options.onTokens({
      tenant,
      kind: oidc.params?.['grant_type'] ?? '',
      ...(typeof error === 'string' && { error }),
      given: ['access_token', 'refresh_token', 'id_token'].flatMap((name) => {
        const token = body?.[name]
        return typeof token === 'string' && error === undefined ? token : []
      }),
    })
    const person = member(oidc.entities.AccessToken?.accountId)
    if (!body || error !== undefined || !person) return
    const info = { uid: person.objectId, utid: person.tenantIds[0] }
    body['client_info'] = Buffer.from(JSON.stringify(info)).toString('base64url')
  })

  /** What a person sees between leaving the app and coming back. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, session } = await provider.interactionDetails(request, response)
    const answer = request.method === 'POST' ? new URLSearchParams(await text(request)) : undefined
    const show = (html: string) => showPage(response, html)
    const finish = (result: object) => provider.interactionFinished(request, response, result)

    if (prompt.name === 'consent') {
      const granted = behaviour().consent === 'given' || answer?.get('consent') === 'yes'
      if (granted)
        return finish({ consent: { grantId: await (await grantFor(session?.accountId ?? '')).save() } })
      const mayAccept = behaviour().consent === 'asked'
      if (!answer) return show(consent(mayAccept))
      return finish({
        error: 'access_denied',
        error_description: mayAccept
          ? 'AADSTS65004: User declined to consent to access the app.'
          : 'AADSTS90094: The grant requires admin permission.',
      })
    }

    if (!answer) return show(picker(tenant, people))
    const person = people.find(({ objectId }) => objectId === answer.get('person'))
    if (!person) return show(failure('There is no such person.'))
    if (!member(person.objectId)) return show(notHere(person, tenant))
    // By `amr`, the claim that says how somebody was known: here, in which directory.
    return finish({ login: { accountId: person.objectId, amr: [tenantId] }, select_account: {} })
  }

  const callback = provider.callback()
  return async (request, response) => {
    const path = (request.url ?? '').slice(mount.length)
    if (path.startsWith('/interaction/')) {
      // As of a sign-in that is over, where Back leads to its page.
      return interact(request, response).catch((error: unknown) => showPage(response, failure(String(error))))
    }
    // As a router does that mounts it: the provider makes its own addresses from both.
    Object.assign(request, { originalUrl: request.url, url: path })
    return callback(request, response)
  }
}

function showPage(response: ServerResponse, html: string): void {
  response.setHeader('X-Frame-Options', 'DENY').setHeader('Content-Type', 'text/html').end(html)
}
