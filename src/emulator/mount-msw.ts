import { http, type RequestHandler } from 'msw'
import type { Emulator } from './app.ts'

/** Lets msw answer everything under `origin` with the emulator. For tests. */
export function emulatorHandlers(
  emulator: Emulator,
  origin: string = 'https://management.azure.com',
): RequestHandler[] {
  return [http.all(`${origin}/*`, ({ request }) => emulator.fetch(request))]
}
