import { toResponse } from '../arm/answer.ts'
import { commonHeaders } from '../arm/headers.ts'
import type { Emulator } from '../app.ts'
import type { Clock, NewGuid } from '../clock.ts'
import { ControlRefusal } from '../wire/control.ts'
import type { ControlCommand } from '../wire/control.ts'
import type { Json } from '../wire/json.ts'
import { readCommand } from './commands.ts'
import { preflight, readableEverywhere } from './cors.ts'
import type { CheckToken } from './tokens.ts'

interface Endpoint {
  emulator: Emulator
  /** Absent: any bearer token will do. */
  checkToken?: CheckToken
  clock: Clock
  newGuid: NewGuid
}

/**
 * ARM for clients that speak HTTP, and beside it, under `/_emulator/`, the emulator's own controls. `Response.error()` where
 * the connection is to end without an answer.
 */
export function createEndpoint(endpoint: Endpoint): (request: Request) => Promise<Response> {
  const { emulator, checkToken, clock, newGuid } = endpoint
  return async (request) => {
    const { pathname } = new URL(request.url)
    // Without leave for other origins: a web page must not order faults. Its content type makes a POST ask first.
    if (pathname.startsWith('/_emulator/')) return controls(emulator, request, pathname)
    if (request.method === 'OPTIONS') return preflight(request)
    const refused = await checkToken?.(request)
    const response = refused
      ? toResponse(refused, commonHeaders(request, refused, clock(), newGuid))
      : await emulator.fetch(request)
    // Nothing answers: there is nothing to add to.
    if (response.type === 'error') return response
    // The one header of ARM that is kept back: a browser would from then on refuse http://localhost, whatever the port.
    response.headers.delete('Strict-Transport-Security')
    return readableEverywhere(response)
  }
}

/** GET /_emulator/state, and POST /_emulator/control with a ControlCommand; both answer the state; 400 for a command that is none. */
async function controls(emulator: Emulator, request: Request, pathname: string): Promise<Response> {
  switch (`${request.method} ${pathname}`) {
    case 'GET /_emulator/state':
      return Response.json(await emulator.control({ do: 'describe' }))
    case 'POST /_emulator/control': {
      if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
        return said(415, 'A control command is JSON: send it with Content-Type: application/json.')
      const { estates } = await emulator.control({ do: 'describe' })
      const read = readCommand(
        await bodyOf(request),
        estates.map(({ name }) => name),
      )
      return read.is === 'refused' ? said(400, read.message) : controlled(emulator, read.command)
    }
    default:
      return said(404, 'There are GET /_emulator/state and POST /_emulator/control.')
  }
}

async function controlled(emulator: Emulator, command: ControlCommand): Promise<Response> {
  try {
    return Response.json(await emulator.control(command))
  } catch (error) {
    if (error instanceof ControlRefusal) return said(400, error.message)
    throw error
  }
}

async function bodyOf(request: Request): Promise<Json | undefined> {
  try {
    // What JSON.parse gives is JSON.
    return JSON.parse(await request.text()) as Json
  } catch {
    return undefined
  }
}

function said(status: number, message: string): Response {
  return Response.json({ message }, { status })
}
