import { NetworkManagementClient } from '@azure/arm-network'
import type { TokenCredential } from '@azure/core-auth'
import type { FullOperationResponse, OperationOptions } from '@azure/core-client'
import {
  bearerTokenAuthenticationPolicyName,
  createPipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline'
import { isJsonObject, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { parseArmId, typeOfId } from '../model/paths.ts'
import { kindOfType } from '../model/resources/kinds.ts'
import { errorFromAnswer, errorFromThrown, parseJson, unreadableAnswer } from './arm-error.ts'
import { httpClientFrom } from './http-client.ts'
import {
  GETS,
  type GroupList,
  GROUP_LISTS,
  type SubscriptionList,
  SUBSCRIPTION_LISTS,
} from './network-calls.ts'
import { pageReader } from './raw.ts'
import type { Send } from './transport.ts'

type OnPage = (items: JsonObject[]) => void

/**
 * Microsoft.Network through the published SDK, in wire shape: its deserialiser, which flattens, renames and drops
 * members, is switched off, and each answer is taken as it came.
 */
export interface NetworkSdk {
  /** Every page of a subscription's list; each is handed over as it arrives. */
  list(
    subscriptionId: string,
    name: SubscriptionList,
    onPage: OnPage,
    signal?: AbortSignal,
  ): Promise<Result<void, HubError>>
  /** The three types without a subscription list. */
  listInGroup(
    place: { subscriptionId: string; resourceGroup: string },
    name: GroupList,
    onPage: OnPage,
    signal?: AbortSignal,
  ): Promise<Result<void, HubError>>
  /** One resource; `undefined` when the SDK has no GET for its type. */
  get(id: string, signal?: AbortSignal): Promise<Result<JsonObject, HubError>> | undefined
}

export interface SdkOptions {
  /** Adds the token: the SDK's own way knows one directory, and keeps its tokens where nobody can take them back. */
  send: Send
  endpoint: string
}

/** The SDK wants one; what asks it for tokens is taken out. */
const NO_CREDENTIAL: TokenCredential = { getToken: () => Promise.resolve(null) }

/** One client per subscription, all on one transport. The SDK's own retries are off: the transport repeats. */
export function createNetworkSdk({ send, endpoint }: SdkOptions): NetworkSdk {
  const httpClient = httpClientFrom(send)
  const clients = new Map<string, NetworkManagementClient>()
  const clientFor = (subscriptionId: string) => {
    const key = subscriptionId.toLowerCase()
    const known = clients.get(key)
    if (known) return known
    const client = new NetworkManagementClient(NO_CREDENTIAL, subscriptionId, {
      endpoint,
      httpClient,
      retryOptions: { maxRetries: 0 },
    })
    client.pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName })
    clients.set(key, client)
    return client
  }
  return {
    list: (subscriptionId, name, onPage, signal) => {
      const client = clientFor(subscriptionId)
      return pages(client, (options) => SUBSCRIPTION_LISTS[name](client, options), onPage, signal)
    },
    listInGroup: ({ subscriptionId, resourceGroup }, name, onPage, signal) => {
      const client = clientFor(subscriptionId)
      return pages(client, (options) => GROUP_LISTS[name](client, resourceGroup, options), onPage, signal)
    },
    get: (id, signal) => {
      const parts = parseArmId(id)
      const call = parts && GETS[kindOfType(typeOfId(id) ?? '')]
      if (!call) return undefined
      const [first = '', second = ''] = parts.names
      const names = { group: parts.resourceGroup, first, second }
      return one((options) => call(clientFor(parts.subscriptionId), names, options), id, signal)
    },
  }
}

/** What a list call gives: pages to walk through, or (two calls of the SDK) one answer whose link nobody follows. */
type Listing = AsyncIterable<unknown> | Promise<unknown>

async function pages(
  client: NetworkManagementClient,
  call: (options: OperationOptions) => Listing,
  onPage: OnPage,
  signal: AbortSignal | undefined,
): Promise<Result<void, HubError>> {
  const readPage = pageReader()
  let failure: HubError | undefined
  let link: string | undefined
  const take = (answer: FullOperationResponse | PipelineResponse) => {
    const read = bodyOf(answer)
    const page = read.ok ? readPage(answer.status, read.value) : { items: [], error: read.error }
    if (page.items.length > 0) onPage(page.items)
    failure = page.error
    link = page.link
  }
  try {
    const listing = call(optionsFor(take, signal))
    if (Symbol.asyncIterator in listing) {
      for await (const _ of listing) if (failure) break
    } else {
      await listing
      while (link !== undefined) {
        take(await client.sendRequest(createPipelineRequest({ url: link, abortSignal: signal })))
      }
    }
  } catch (thrown) {
    return err(failureOf(thrown, undefined, signal))
  }
  return failure ? err(failure) : ok(undefined)
}

async function one(
  call: (options: OperationOptions) => Promise<unknown>,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Result<JsonObject, HubError>> {
  let result: Result<JsonObject, HubError> | undefined
  try {
    await call(optionsFor((answer) => (result = bodyOf(answer, id)), signal))
  } catch (thrown) {
    // What the SDK thinks of a body it has delivered does not matter.
    if (!result?.ok) return err(failureOf(thrown, id, signal))
  }
  return result ?? err(unreadableAnswer(200, id))
}

function optionsFor(
  take: (answer: FullOperationResponse) => void,
  signal: AbortSignal | undefined,
): OperationOptions {
  return { abortSignal: signal, onResponse: take, requestOptions: { shouldDeserialize: false } }
}

function bodyOf(answer: PipelineResponse, target?: string): Result<JsonObject, HubError> {
  const wire = { status: answer.status, headers: answer.headers.toJSON(), body: answer.bodyAsText ?? '' }
  if (answer.status < 200 || answer.status > 299) return err(errorFromAnswer(wire, target))
  // The SDK has parsed JSON already; other content types it leaves as text.
  const parsed: unknown = 'parsedBody' in answer ? answer.parsedBody : parseJson(wire.body)
  return isJsonObject(parsed) ? ok(parsed) : err(unreadableAnswer(answer.status, target))
}

/** The SDK throws a RestError for a body that is not JSON; it holds the answer, whose status still says most. */
function failureOf(thrown: unknown, target: string | undefined, signal: AbortSignal | undefined): HubError {
  const answer = isAnswered(thrown) ? thrown.response : undefined
  if (!answer || signal?.aborted) return errorFromThrown(thrown, target, signal)
  const read = bodyOf(answer, target)
  return read.ok ? unreadableAnswer(answer.status, target) : read.error
}

function isAnswered(thrown: unknown): thrown is { response: PipelineResponse } {
  if (!(thrown instanceof Error) || !('response' in thrown)) return false
  return typeof thrown.response === 'object' && thrown.response !== null && 'status' in thrown.response
}
