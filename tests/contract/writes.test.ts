import { describe, expect, it } from 'vitest'
import { NETWORK_TYPES } from '../../src/emulator/network/table.ts'
import type { JsonObject } from '../../src/emulator/wire/json.ts'
import { textAt } from '../../src/emulator/wire/read.ts'
import { sharedData } from '../support/shared-data.ts'
import { PUTS } from './bodies.ts'
import { NETWORK, testEmulator, withNetwork, type Asked } from './emulator.ts'
import { tolerated } from './exceptions.ts'
import { loadSchemas, type Schemas } from './schemas.ts'

/** Those that are accepted and fail, as recorded: nobody has provisioned the circuit. */
const FAILS = new Set([
  'expressRouteGateways/ergw/expressRouteConnections/circuit',
  'expressRouteCircuits/circuit/peerings/azureprivatepeering/connections/reach',
])

describe('every write', () => {
  it('starts, settles and ends in the published shapes', async ({ skip }) => {
    const schemas = loadSchemas(sharedData('data/arm-specs', skip))
    const emulator = await withNetwork(testEmulator())
    const complaints = new Map<string, string>()
    const check = (method: string, path: string, answer: Asked): void => {
      for (const text of complaintsAbout(schemas, method, path, answer))
        complaints.set(text, `${method} ${path}`)
    }
    for (const [short, body] of PUTS) {
      const path = `${NETWORK}/${short}`
      const started = await emulator.ask('PUT', path, body)
      expect([short, started.status, started.body.error]).toEqual([short, 201, undefined])
      expect(started.body.properties.provisioningState).toBe('Updating')
      check('PUT', path, started)
      emulator.pass(7200)
      const poll = await emulator.ask('GET', started.headers.get('Azure-AsyncOperation') ?? '')
      expect([short, poll.body.status]).toEqual([short, FAILS.has(short) ? 'Failed' : 'Succeeded'])
      const read = await emulator.ask('GET', path)
      expect([short, read.status, read.body.properties?.provisioningState]).toEqual([
        short,
        200,
        FAILS.has(short) ? 'Failed' : 'Succeeded',
      ])
      check('GET', path, read)
      if (FAILS.has(short)) continue
      const again = await emulator.ask('PUT', path, body)
      expect([short, again.status, again.body.error]).toEqual([short, 200, undefined])
      check('PUT', path, again)
      emulator.pass(7200)
    }
    for (const type of NETWORK_TYPES.filter((one) => !one.type.includes('/'))) {
      check('GET', `${NETWORK}/${type.type}`, await emulator.ask('GET', `${NETWORK}/${type.type}`))
    }
    for (const [short] of [...PUTS].reverse()) {
      const gone = await emulator.ask('DELETE', `${NETWORK}/${short}`)
      expect([short, gone.status, gone.body]).toEqual([short, 202, undefined])
      emulator.pass(7200)
      expect((await emulator.ask('GET', gone.headers.get('Location') ?? '')).status).toBe(204)
      expect((await emulator.ask('GET', `${NETWORK}/${short}`)).status).toBe(404)
    }
    expect(Object.fromEntries(complaints)).toEqual({})
  }, 60_000)

  it('covers every type that can be written', () => {
    const covered = new Set(PUTS.map(([path]) => typeOf(path)))
    const seeded = new Set(['publicipaddresses', 'virtualhubs/ipconfigurations'])
    const missing = NETWORK_TYPES.map((one) => one.type.toLowerCase()).filter(
      (type) => !covered.has(type) && !seeded.has(type),
    )
    expect(missing).toEqual([])
  })
})

function complaintsAbout(schemas: Schemas, method: string, path: string, answer: Asked): string[] {
  const body = answer.body as JsonObject
  const open = schemas.byOpenApi(method, path, answer.status, body)
  const resources = Array.isArray(body.value) ? (body.value as JsonObject[]) : [body]
  const own = resources.flatMap((one) => [
    ...orUnknown(schemas.bySchema(one), textAt(one.type) ?? ''),
    ...schemas.strangers(one),
  ])
  return [...orUnknown(open, path), ...own].filter((text) => !tolerated(text))
}

function orUnknown(found: string[] | 'unknown', what: string): string[] {
  return found === 'unknown' ? [`${what} is not described`] : found
}

function typeOf(path: string): string {
  return path
    .toLowerCase()
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/')
}
