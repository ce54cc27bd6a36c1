import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline'
import type { Send } from './transport.ts'

/** The SDK's transport on ours. Bodies are text: Azure Resource Manager speaks JSON only. */
export function httpClientFrom(send: Send): HttpClient {
  return {
    async sendRequest(request) {
      const answer = await send(
        {
          url: request.url,
          method: request.method,
          headers: request.headers.toJSON(),
          body: typeof request.body === 'string' ? request.body : undefined,
        },
        signalOf(request),
      )
      const headers = createHttpHeaders(answer.headers)
      return { request, status: answer.status, headers, bodyAsText: answer.body }
    },
  }
}

/** Callers of this app pass real signals; the SDK's own lookalike is older than AbortSignal. */
function signalOf({ abortSignal }: PipelineRequest): AbortSignal | undefined {
  return abortSignal instanceof AbortSignal ? abortSignal : undefined
}
