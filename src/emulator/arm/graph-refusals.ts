import type { Answer } from './answer.ts'
import type { Exchange } from './exchange.ts'
import type { JsonObject } from '../wire/json.ts'

/** What is left of the user's queries until the window ends, `hh:mm:ss` from now (recorded: ARM contract 12.4). */
export function quotaHeaders(left: number, seconds: number): Record<string, string> {
  return {
    'x-ms-user-quota-remaining': String(left),
    'x-ms-user-quota-resets-after': `00:00:${String(seconds).padStart(2, '0')}`,
    'x-ms-ratelimit-remaining-tenant-resource-requests': String(left),
  }
}

/** 400, as published in many reports (ARM contract 12.4); what stands after `InvalidQuery` names the parser's failure. */
export function invalidQuery(exchange: Exchange): Answer {
  return refused(exchange, 400, 'BadRequest', [
    {
      code: 'InvalidQuery',
      message:
        'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
    },
    {
      code: 'ParserFailure',
      message:
        'This emulator runs no KQL: it answers the queries of the hub, known by the name in their first line.',
      line: 1,
      characterPositionInLine: 0,
    },
  ])
}

/** 400 when none of the subscriptions can be read (published: Azure/aztfexport issue 491). */
export function noSubscriptions(exchange: Exchange, asked: readonly string[]): Answer {
  return refused(exchange, 400, 'BadRequest', [
    {
      code: 'NoValidSubscriptionsInQueryRequest',
      message: `There must be at least one subscription that is eligible to contain resources. Given: '${asked.join(',')}'.`,
    },
  ])
}

/** 429 with `Retry-After` (documented; the code is published in reports, its place in `details` assumed). */
export function rateLimited(exchange: Exchange, seconds: number): Answer {
  const answer = refused(exchange, 429, 'RateLimiting', [
    {
      code: 'RateLimiting',
      message:
        'Client application has been throttled and should not continue to make requests at this time. Please use steps provided in https://aka.ms/resourcegraph-throttling to resolve this issue.',
    },
  ])
  return { ...answer, headers: { 'Retry-After': String(seconds), ...quotaHeaders(0, seconds) } }
}

function refused(exchange: Exchange, status: number, code: string, details: JsonObject[]): Answer {
  const message = `Please provide below info when asking for support: timestamp = ${new Date(exchange.now).toISOString()}, correlationId = ${exchange.newGuid()}.`
  return { status, by: 'gateway', body: { error: { code, message, details } } }
}
