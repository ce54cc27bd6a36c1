// What the proof uses of oidc-provider, which comes without types.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Scoped {
    amr?: string[]
    /** When somebody signed in, in seconds. */
    authTime?: number
    accountId?: string
  }

  /** What a request is known to be about, once the provider has looked at it. */
  export interface Known {
    route: string
    body?: Record<string, string>
    params?: Record<string, string | undefined>
    result?: { consent?: { grantId: string } }
    session: { accountId?: string; amr?: string[]; loginTs?: number }
    entities: { RefreshToken?: Scoped; AccessToken?: Scoped }
  }

  export interface Context {
    path: string
    status: number
    type: string
    body: unknown
    oidc: Known
    set(name: string, value: string): void
  }

  export interface Interaction {
    prompt: { name: string }
    params: Record<string, string | undefined>
    session?: { accountId: string }
  }

  export interface Grant {
    addOIDCScope(scope: string): void
    addResourceScope(resource: string, scope: string): void
    save(): Promise<string>
  }

  export class Provider {
    constructor(issuer: string, configuration: object)
    Grant: new (of: { accountId: string; clientId: string }) => Grant
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
    on(event: string, listener: (context: Context, error: Error) => void): void
  }

  interface Check {
    reason: string
  }

  export interface Policy {
    get(name: 'login' | 'consent'): { checks: { add(check: Check): void; remove(reason: string): void } }
    add(prompt: object, index: number): void
  }

  export const interactionPolicy: {
    base(): Policy
    Prompt: new (of: { name: string; requestable: boolean }) => object
    Check: new (
      reason: string,
      description: string,
      error: string,
      check: (context: Context) => boolean,
    ) => Check
  }
}
