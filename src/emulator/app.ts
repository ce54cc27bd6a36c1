import { toResponse, type Answer } from './arm/answer.ts'
import type { Exchange } from './arm/exchange.ts'
import { callerOf } from './arm/caller.ts'
import { advance, isAnyDue } from './arm/deployments/advance.ts'
import { errandsOf } from './arm/deployments/errands.ts'
import { createFaults, delayOf, isForbidden, placesOf } from './arm/faults.ts'
import { refuseAtTheDoor } from './arm/front-door.ts'
import { commonHeaders, correlationIdOf, hideHeaders } from './arm/headers.ts'
import { answerKept } from './arm/kept.ts'
import { refuseLocked } from './arm/locks.ts'
import { refuseByPolicy } from './arm/policies.ts'
import { refuseInReadOnly, refuseWithoutStatus } from './arm/read-only.ts'
import { gatewayError } from './arm/refusals.ts'
import { actionOf, authorizationFailed, refuseWithoutRight, scopeOf } from './arm/rights.ts'
import { createRouter } from './arm/router.ts'
import { noting } from './insights/note-activity.ts'
import { SPOILING, spoiledBy } from './arm/spoiled.ts'
import type { Clock, NewGuid } from './clock.ts'
import type { ListedEstate } from './estates/estate.ts'
import { createMemory } from './memory.ts'
import type { Store } from './store.ts'
import { createMemoryStore } from './store/memory-store.ts'
import { setCircuitPath } from './network/set-circuit-path.ts'
import { setFarSide } from './network/set-far-side.ts'
import { setHubRouter } from './network/set-hub-router.ts'
import { setProvider } from './network/set-provider.ts'
import { ControlRefusal } from './wire/control.ts'
import type { ControlCommand, EmulatorState, FileCommand, FileResult, Speed } from './wire/control.ts'
import type { Json } from './wire/json.ts'

export interface EmulatorOptions {
  clock: Clock
  newGuid: NewGuid
  /** At least one; the first is loaded when `estate` names none. */
  estates: readonly ListedEstate[]
  estate?: string
  /** Only for a store that holds nothing yet. Default `fast`. */
  speed?: Speed
  /** Items on a list page. Default 100. */
  pageSize?: number
  /** Whether a hub takes what needs its router while that comes up. Default `hold`: it does not. */
  hubRouters?: 'hold' | 'pass'
  /** Default: memory. */
  store?: Store
  /** How `slow` faults wait. Default: not at all. */
  sleep?: (milliseconds: number) => Promise<void>
}

export interface Emulator {
  /**
   * Answers as Azure Resource Manager would. Never rejects: a fault of its own is a 500, and where nothing is to answer
   * the response is `Response.error()`.
   */
  fetch(request: Request): Promise<Response>
  /** Rejects with a ControlRefusal where the command asks for what cannot be. */
  control(command: ControlCommand): Promise<EmulatorState>
  /** Opens an estate file, or makes one of the estate as it is now. */
  file(command: FileCommand): Promise<FileResult>
}

/** An ARM of one's own: the estate, the changes to it, and the clock decide every answer. */
export function createEmulator(options: EmulatorOptions): Emulator {
  const { clock, newGuid } = options
  const route = createRouter()
  const faults = createFaults()
  const memory = createMemory(options, options.store ?? createMemoryStore(), {
    isDue: isAnyDue,
    advance: ({ model, now, exchangeOf }) => {
      const errands = errandsOf({ faults, newGuid, exchangeOf, decide: (exchange) => judged(exchange) })
      advance({ model, now, ...errands })
    },
  })

  /** What every request passes before it is answered, in ARM's order. */
  function judged(exchange: Exchange): Answer {
    const { method, segments, caller } = exchange
    const [action, scope] = [actionOf(method, segments), scopeOf(segments)]
    return (
      (isForbidden(faults.left(), action, scope) ? authorizationFailed(caller, action, scope) : undefined) ??
      refuseWithoutRight(exchange) ??
      refuseInReadOnly(exchange) ??
      refuseLocked(exchange) ??
      refuseByPolicy(exchange) ??
      refuseWithoutStatus(exchange) ??
      answerKept(exchange) ??
      route(exchange)
    )
  }

  async function answer(
    request: Request,
    url: URL,
    body: Json | undefined | typeof MALFORMED,
    correlationId: string,
  ): Promise<Answer> {
    const segments = segmentsOf(url)
    if (segments === undefined) return gatewayError(400, 'InvalidRequestUri', 'The request URI is invalid.')
    if (body === MALFORMED) {
      return gatewayError(
        400,
        'InvalidRequestContent',
        'The request content was invalid and could not be deserialized.',
      )
    }
    const path = `/${segments.join('/')}`
    const places = placesOf(path, body)
    const { method } = request
    const spoiling = faults.strike(SPOILING, { method, places, address: path + url.search })
    if (spoiling !== undefined) return spoiledBy(spoiling, { method, newGuid, now: clock() })
    const caller = callerOf(request.headers.get('Authorization'))
    const decide = (exchange: Exchange): Answer =>
      refuseAtTheDoor(request, url, segments, exchange.estate, caller) ?? noted(exchange)
    const noted = noting(
      {
        action: actionOf(method, segments),
        scope: scopeOf(segments),
        correlationId,
        clientRequestId: request.headers.get('x-ms-client-request-id') ?? undefined,
      },
      judged,
    )
    const asked = {
      method,
      url,
      segments,
      body,
      now: clock(),
      newGuid,
      caller,
      correlationId,
      forbids: (wanted: string, at: string) => isForbidden(faults.left(), wanted, at),
      faults: faults.on(places),
    }
    const reads = method === 'GET' || method === 'HEAD'
    return reads ? memory.read(asked, decide) : memory.write(asked, decide)
  }

  /** Until the faults that were ordered last are in force. */
  let faultsOrdered: Promise<void> = Promise.resolve()

  async function respond(request: Request): Promise<Response> {
    await faultsOrdered.catch(() => undefined)
    const url = new URL(request.url)
    const { method } = request
    const body = parsed(await request.text())
    const places = placesOf(url.pathname, body === MALFORMED ? undefined : body)
    const delay = delayOf(faults.on(places))
    if (delay > 0) await options.sleep?.(delay)
    const address = url.pathname + url.search
    const dropped = faults.strike(['dropped'], { method, places, address })
    if (dropped?.lost === 'request') return Response.error()
    const requestId = newGuid()
    const given = await answer(request, url, body, correlationIdOf(request, requestId)).catch(
      (error: unknown) => broken(error),
    )
    if (dropped !== undefined) return Response.error()
    const response = answered(request, given, requestId)
    if (faults.on(places).some(({ kind }) => kind === 'opaque')) hideHeaders(response.headers)
    return response
  }

  function answered(request: Request, given: Answer, requestId?: string): Response {
    return toResponse(given, commonHeaders(request, given, clock(), newGuid, requestId))
  }

  async function state(): Promise<EmulatorState> {
    return { ...(await memory.describe(clock())), faults: faults.left() }
  }

  /** Nobody asks ARM for it: no rights, locks or faults stand before it. @param change says why it cannot be */
  async function outside(change: (exchange: Exchange) => string | undefined): Promise<void> {
    const asked = { method: 'POST', url: new URL('https://control.invalid/'), segments: [], body: undefined }
    const refused = await memory.write(
      {
        ...asked,
        now: clock(),
        newGuid,
        caller: callerOf(null),
        correlationId: newGuid(),
        forbids: () => false,
        faults: [],
      },
      change,
    )
    if (refused !== undefined) throw new ControlRefusal(refused)
  }

  return {
    fetch: (request) => respond(request).catch((error: unknown) => answered(request, broken(error))),
    async control(command) {
      if (command.do === 'reset') await memory.reset(command.estate, clock(), newGuid())
      if (command.do === 'settings') await memory.settings(command, clock())
      if (command.do === 'faults') {
        // What was due before had the faults of before; what is asked from now on waits for the new ones.
        faultsOrdered = memory.describe(clock()).then(() => faults.order(command.faults))
        await faultsOrdered
      }
      if (command.do === 'farSide')
        await outside((exchange) => setFarSide(exchange, command.connection, command.device))
      if (command.do === 'provider')
        await outside((exchange) => setProvider(exchange, command.circuit, command.act))
      if (command.do === 'circuitPath')
        await outside((exchange) => setCircuitPath(exchange, command.circuit, command.path, command.is))
      if (command.do === 'hubRouter')
        await outside((exchange) => setHubRouter(exchange, command.hub, command.is))
      return state()
    },
    async file(command) {
      if (command.do === 'download') return { is: 'file', text: await memory.download(clock()) }
      if (command.do === 'blob') {
        const text = await memory.blob(command.url, clock())
        const nothing = { where: command.url, what: 'Nothing was written there.' }
        return text === undefined ? { is: 'refused', problems: [nothing] } : { is: 'file', text }
      }
      const { do: _, unlessChanged = false, ...file } = command
      const answer = await memory.open(file, unlessChanged, clock(), newGuid())
      return answer.is === 'opened' ? { ...answer, state: await state() } : answer
    },
  }
}

/** Doubled slashes collapse (architecture of real clients: `//subscriptions`); undefined for a broken escape. */
function segmentsOf(url: URL): string[] | undefined {
  try {
    return url.pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => decodeURIComponent(segment))
  } catch {
    return undefined
  }
}

const MALFORMED = Symbol('malformed')

function parsed(text: string): Json | undefined | typeof MALFORMED {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return MALFORMED
  }
}

function broken(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error)
  return gatewayError(500, 'InternalServerError', `The emulator failed: ${message}`)
}
