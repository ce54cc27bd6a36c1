import { createEmulator } from '../../../src/emulator/app.ts'
import type { Json } from '../../../src/emulator/wire/json.ts'
import { versionsOf, withPublicNames } from './as-sent.ts'
import {
  endsInType,
  hasKnownRequest,
  polledOperation,
  resourceOf,
  type Interaction,
  type Recording,
} from './recordings.ts'
import { seedOf } from './seed.ts'

/** One recorded request, and what the emulator answered. */
export interface Replayed {
  recording: string
  /** The day it was recorded. */
  day: string
  interaction: Interaction
  /** Undefined when it was not sent. */
  answer: { status: number; headers: Headers; body: Json | undefined } | undefined
  /** Whether the answer can only show what the emulator was given beforehand. */
  echoes: boolean
}

/** How long an operation of the emulator is waited for, in seconds of its clock, and in what steps. */
const PATIENCE = 3 * 3600
const STEP = 30

/** What was refused because of something that was not recorded would be accepted here, and change what follows. */
const REFUSED_FOR_NOW = 429

/**
 * Sends every recorded request that is no poll, but for the result of an action, to an emulator of its own. The clock follows the recording; where the
 * recording saw an operation end, it goes on until the emulator's has ended too.
 */
export async function replay(recording: Recording): Promise<Replayed[]> {
  const seed = seedOf(recording)
  const begun = Date.parse(`${recording.source.recordedBetween[0]}T00:00:00Z`)
  let elapsed = 0
  let waited = 0
  let guids = 0
  const emulator = createEmulator({
    clock: () => begun + (elapsed + waited) * 1000,
    newGuid: () => `00000000-0000-4000-8000-${String(++guids).padStart(12, '0')}`,
    estates: [seed.estate],
    speed: 'realistic',
    // As recorded; what is reported since is stricter (Virtual WAN document 14, number 1).
    hubRouters: 'pass',
  })
  const send = async (method: string, url: string, body: Json): Promise<Response> =>
    emulator.fetch(
      new Request(url, {
        method,
        headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
        body: body === null || method === 'GET' ? undefined : JSON.stringify(body),
      }),
    )

  const realVersion = versionsOf(recording.interactions)
  /** By the operation's GUID in the recording: where the emulator answers about its own. */
  const operations = new Map<string, string>()
  /** The actions whose results are still to come, with where the emulator has them. */
  const actions = new Map<string, { started: Interaction; location: string }>()

  async function waitFor(operation: string): Promise<void> {
    const url = operations.get(operation)
    if (url === undefined) return
    operations.delete(operation)
    const until = waited + PATIENCE
    while (waited < until && (await isRunning(await send('GET', url, null)))) waited += STEP
  }

  async function answerTo({
    method,
    url,
    requestBody,
    responseHeaders,
  }: Interaction): Promise<Replayed['answer']> {
    const response = await send(method, realVersion(url), withPublicNames(requestBody))
    note(operations, responseHeaders, response.headers)
    return answerOf(response)
  }

  function noteAction(started: Interaction, answer: Replayed['answer']): void {
    const location = answer?.headers.get('location')
    const operation = polledOperation(started.responseHeaders.location ?? started.url)
    if (started.method === 'POST' && location && operation !== undefined)
      actions.set(operation, { started, location })
  }

  /** The end of an action is an answer of its own: what it was asked for. */
  async function resultOf(polled: string, poll: Interaction): Promise<Replayed[]> {
    const action = actions.get(polled)
    if (action === undefined || poll.status !== 200 || !/\/operationResults\//i.test(poll.url)) return []
    actions.delete(polled)
    const { method, url, requestBody } = action.started
    const answer = await answerOf(await send('GET', action.location, null))
    const interaction = { ...poll, method, url, requestBody }
    return [{ ...about, interaction, answer, echoes: false }]
  }

  const about = { recording: recording.name, day: recording.source.recordedBetween[0] }

  const replayed: Replayed[] = []
  for (const interaction of recording.interactions) {
    // The recorder's clock has one second and is not always in order.
    elapsed = Math.max(elapsed, interaction.t)
    const polled = polledOperation(interaction.url)
    if (polled !== undefined) {
      if (hasEnded(interaction)) await waitFor(polled)
      replayed.push(...(await resultOf(polled, interaction)))
      continue
    }
    const sent =
      interaction.status !== REFUSED_FOR_NOW && hasKnownRequest(interaction.method, interaction.requestBody)
    const answer = sent ? await answerTo(interaction) : undefined
    noteAction(interaction, answer)
    const shown = interaction.method === 'GET' ? resourceOf(interaction.url) : undefined
    const echoes = seed.ids.has(shown?.toLowerCase() ?? '') && !endsInType(interaction.url)
    replayed.push({ ...about, interaction, answer, echoes })
  }
  return replayed
}

async function answerOf(response: Response): Promise<NonNullable<Replayed['answer']>> {
  const text = await response.text()
  const body = text === '' ? undefined : (JSON.parse(text) as Json)
  return { status: response.status, headers: response.headers, body }
}

function note(operations: Map<string, string>, recorded: Record<string, string>, answered: Headers): void {
  const own = answered.get('azure-asyncoperation') ?? answered.get('location')
  for (const header of ['azure-asyncoperation', 'location']) {
    const url = recorded[header]
    const operation = url === undefined ? undefined : polledOperation(url)
    if (operation !== undefined && own !== null) operations.set(operation, own)
  }
}

function hasEnded({ status, responseBody }: Interaction): boolean {
  if (status === 202) return false
  return !isStatus(responseBody, 'InProgress')
}

async function isRunning(response: Response): Promise<boolean> {
  if (response.status === 202) return true
  const text = await response.text()
  return text !== '' && isStatus(JSON.parse(text) as Json, 'InProgress')
}

function isStatus(body: Json, status: string): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && body.status === status
}
