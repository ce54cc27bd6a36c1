import {
  BrowserAuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-browser'

/** In milliseconds: the start of the app waits for these answers. */
const LONGEST = 10_000

/**
 * How MSAL asks the provider: as it would itself, but for no longer than `longest`, so that a provider that hangs is one
 * that did not answer. A post that nothing took is sent once more: a code for a token would be lost with it.
 *
 * Throws a BrowserAuthError, `get_request_failed` or `post_request_failed`.
 */
export function networkInTime(longest = LONGEST): INetworkModule {
  async function answer<T>(url: string, init: RequestInit, failed: string): Promise<NetworkResponse<T>> {
    try {
      const { status, headers, json } = await asked(url, init, AbortSignal.timeout(longest))
      // MSAL looks at what it reads.
      return { status, headers: Object.fromEntries(headers), body: json as T }
    } catch (thrown) {
      const failure = new BrowserAuthError(failed, '')
      failure.cause = thrown
      throw failure
    }
  }
  return {
    sendGetRequestAsync: (url, options) => answer(url, { headers: headersOf(options) }, 'get_request_failed'),
    async sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions) {
      const init = { method: 'POST', headers: headersOf(options), body: options?.body ?? '' }
      try {
        return await answer<T>(url, init, 'post_request_failed')
      } catch (thrown) {
        if (!isUntaken(thrown)) throw thrown
        return answer<T>(url, init, 'post_request_failed')
      }
    },
  }
}

async function asked(url: string, init: RequestInit, signal: AbortSignal) {
  const response = await fetch(url, { ...init, signal })
  const json: unknown = await response.json()
  return { status: response.status, headers: response.headers, json }
}

function headersOf(options: NetworkRequestOptions | undefined): Record<string, string> {
  return options?.headers ?? {}
}

/** `fetch` fails with a TypeError where there was no answer; a time limit and a body that is no JSON are other errors. */
function isUntaken(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.cause instanceof TypeError
}
