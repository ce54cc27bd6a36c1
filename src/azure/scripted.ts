import type { Json } from '../lib/json.ts'
import { type Azure, createAzure } from './azure.ts'
import { demoCredential } from './demo-credential.ts'
import type { Clock, Send, WireAnswer, WireRequest } from './transport.ts'

/** For tests: a service that answers from a table. */
export interface Script {
  send: Send
  /** What was asked, in order. */
  asked: WireRequest[]
}

type Reply = WireAnswer | ((request: WireRequest) => WireAnswer | Promise<WireAnswer>)

/** @param table first match wins: a part of `METHOD url`, and its answer. Everything else is an empty list. */
export function scripted(table: [part: string | RegExp, reply: Reply][]): Script {
  const asked: WireRequest[] = []
  return {
    asked,
    send: async (request, signal) => {
      signal?.throwIfAborted()
      asked.push(request)
      const line = `${request.method} ${decodeURIComponent(request.url)}`
      const found = table.find(([part]) => (typeof part === 'string' ? line.includes(part) : part.test(line)))
      const reply = found?.[1] ?? json({ value: [] })
      return typeof reply === 'function' ? reply(request) : reply
    },
  }
}

/** A JSON answer. */
export function json(body: Json, status = 200, headers: Record<string, string> = {}): WireAnswer {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** An Azure on a script, whose time stands still unless told and whose waits are over at once. */
export function azureOn(send: Send, clock: Clock = () => 1_000): Azure {
  let id = 0
  return createAzure({
    send,
    credential: demoCredential,
    clock,
    sleep: () => Promise.resolve(),
    newId: () => String(id++),
    pollIntervalMs: () => 10,
  })
}

export const SUBSCRIPTION = '11111111-1111-1111-1111-111111111111'

/** An id in the resource group `rg` of the one subscription. */
export function networkId(type: string, name: string, group = 'rg'): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.Network/${type}/${name}`
}
