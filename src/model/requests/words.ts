import { count } from '../format.ts'
import type { HubError } from '../errors.ts'
import { readRequestAddress, targetWords } from './address.ts'
import { authWords, faultWords } from '../unreadable.ts'
import type { LoggedBody, LoggedRequest, RequestOutcome } from './logged-request.ts'
import { isRead } from './read.ts'

/** `403 AuthorizationFailed`, `200`, `No answer`. */
export function outcomeTitle(outcome: RequestOutcome): string {
  switch (outcome.is) {
    case 'waiting':
      return 'On its way'
    case 'answered':
      return outcome.error ? `${outcome.status} ${outcome.error.code}` : statusTitle(outcome.status)
    case 'unanswered':
      return unansweredTitle(outcome.error)
    case 'aborted':
      return 'Given up'
    default:
      return outcome satisfies never
  }
}

function statusTitle(status: number): string {
  const words: Record<number, string> = {
    200: 'OK',
    201: 'Created',
    202: 'Accepted',
    204: 'No content',
    304: 'Not modified',
  }
  return `${status} ${words[status] ?? ''}`.trim()
}

/** What happened, to what, why, and what to do next; one sentence each. */
export function outcomeSentences(request: LoggedRequest, demo: boolean): string[] {
  const { url, outcome, attempt } = request
  const what = targetWords(url)
  const again = attempt > 1 ? [`It was sent for the ${ordinal(attempt)} time.`] : []
  switch (outcome.is) {
    case 'waiting':
      return ['Azure has not answered yet.', ...again]
    case 'answered':
      if (outcome.error) return [...refusal(request, what, outcome.error, demo), ...again]
      return [done(request, what, outcome), ...again]
    case 'unanswered':
      return [outcome.error.message, ...unansweredRemedy(outcome.error), ...again]
    case 'aborted':
      return ['The page that asked for it was left, so its answer was no longer wanted.', ...again]
    default:
      return outcome satisfies never
  }
}

function unansweredTitle({ kind }: HubError): string {
  if (kind === 'network') return 'No answer'
  return kind === 'fault' ? 'Fault of the app' : 'Not sent'
}

/** What was not sent has said why. */
function unansweredRemedy({ kind }: HubError): string[] {
  if (kind === 'network') return ['Check the network, then try again.']
  return kind === 'fault' ? faultWords() : []
}

/** Accepted is not done (ARM contract: 202, 201 and a header that names an operation). */
function done(request: LoggedRequest, what: string, { status, headers }: Answered): string {
  if (isRead(request) && status !== 202) return `Azure answered with ${what}.`
  if (status === 202 || headers['azure-asyncoperation'] !== undefined)
    return 'Azure accepted it; the headers say where its progress is read.'
  if (status === 201) return `Azure accepted it: ${verb(request)} ${what}.`
  return `Azure did it: ${verb(request)} ${what}.`
}

type Answered = Extract<RequestOutcome, { is: 'answered' }>

/** The way to say a refusal is the same as on the pages: by what a person can do about it. */
function refusal(request: LoggedRequest, what: string, error: HubError, demo: boolean): string[] {
  const wait = error.retryAfterSeconds === undefined ? 'a minute' : `${error.retryAfterSeconds} s`
  switch (error.kind) {
    case 'forbidden': {
      const action = actionOf(request)
      const role = isRead(request)
        ? 'The role Reader there includes it.'
        : 'The role Network Contributor there includes it.'
      return [
        `Your account may not ${verb(request)} ${what}.`,
        ...(action === undefined ? [] : [`It lacks ${action}.`, role]),
      ]
    }
    case 'auth':
      return ['Azure did not accept the sign-in.', authWords(error, demo)[1]]
    case 'notFound':
      return [
        `Azure has no ${what}.`,
        'It may have been deleted, moved or renamed, or be hidden from this account.',
      ]
    case 'throttled':
      return ['Azure asked for fewer requests.', `Wait ${wait}, then try again.`]
    case 'busy':
      return [`Another operation is running on ${what}.`, `Wait ${wait}, then try again.`]
    case 'conflict':
      return [`The state of ${what} does not allow it.`, 'The answer says what stands in the way.']
    case 'invalid':
      return [
        `Azure refused to ${verb(request)} ${what}: the request is not right.`,
        'The answer says what is wrong with it.',
      ]
    case 'server':
    case 'network':
      return ['The fault is on the side of Azure Resource Manager; it often passes within minutes.']
    case 'fault':
      return faultWords()
    default:
      return error.kind satisfies never
  }
}

function verb(request: LoggedRequest): string {
  if (isRead(request)) return 'read'
  switch (request.method) {
    case 'PUT':
      return 'write'
    case 'PATCH':
      return 'change'
    case 'DELETE':
      return 'delete'
    default:
      return 'run'
  }
}

/** `Microsoft.Network/connections/read` for a path below a provider (ARM contract: an action is type and verb). */
function actionOf(request: LoggedRequest): string | undefined {
  const { path } = readRequestAddress(request.url)
  const [provider, ...rest] = /.*\/providers\/(.+)$/i.exec(path)?.[1]?.split('/') ?? []
  if (!provider || rest.length === 0) return undefined
  const types = rest.filter((_, index) => index % 2 === 0)
  const change = { PUT: 'write', PATCH: 'write', DELETE: 'delete' }[request.method] ?? 'action'
  return [provider, ...types, isRead(request) ? 'read' : change].join('/')
}

function ordinal(attempt: number): string {
  return attempt === 2 ? 'second' : attempt === 3 ? 'third' : `${attempt}th`
}

/** Why a body is not there, and how to see it. */
export function absentBody(body: Exclude<LoggedBody, { is: 'json' }>, side: 'request' | 'answer'): string {
  if (body.is === 'none')
    return side === 'request' ? 'It was sent without a body.' : 'The answer has no body.'
  const size = count(body.characters, 'character')
  switch (body.why) {
    case 'notRecorded':
      return `Not kept (${size}): answers to reads are kept only while the request log is open. Read again to see it.`
    case 'long':
      return `Not kept: with ${size} it is too long. Copy the request as az rest to see all of it.`
    case 'notJson':
      return `Not kept: its ${size} are not JSON, so they could not be searched for secrets.`
    case 'old':
      return `No longer kept (${size}): it made room for newer ones.`
    default:
      return body.why satisfies never
  }
}
