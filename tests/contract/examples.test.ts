import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/emulator/wire/json.ts'
import { isObject, objectsAt } from '../../src/emulator/wire/read.ts'
import { sharedData } from '../support/shared-data.ts'
import { testEmulator, type Asked, type TestEmulator } from './emulator.ts'
import { estateFor, readExamples, type Example } from './examples.ts'
import { tolerated } from './exceptions.ts'
import { loadSchemas, type Schemas } from './schemas.ts'

/** Why an example may be refused: a code, and what it means here. */
const REASONS: Record<string, string> = {
  NotImplemented: 'not built: COVERAGE.md has the operation as 501',
  InvalidResourceType: 'not a type of the client in use: COVERAGE.md does not have the operation',
}

/** Examples with data that the service itself would not take or give. */
const INVALID: Record<string, string> = {
  ExpressRoutePortsLocationGet: 'asks for a location called locationName',
  VirtualNetworkCreateServiceEndpointPolicy: 'eastus2euap is a region of Microsoft only',
  VirtualWANList: 'references as plain texts',
  VirtualWANListByResourceGroup: 'references as plain texts',
  VpnSiteList: 'a reference as plain text',
  VpnSiteListByResourceGroup: 'a reference as plain text',
  VpnGatewayList: 'a NAT mode that is not in the enumeration',
}

describe('every official example', () => {
  it('is accepted, or refused for a reason, and each answer has the published shape', async ({ skip }) => {
    const folder = sharedData('data/arm-specs', skip)
    const schemas = loadSchemas(folder)
    const examples = readExamples(folder)
    const refused: Record<string, number> = {}
    const wrong: Record<string, string[]> = {}
    const invalid = new Set<string>()
    let accepted = 0
    for (const example of examples) {
      const emulator = testEmulator({ estates: [estateFor(example)] })
      const answer = await send(emulator, example)
      if (answer.status < 300) {
        accepted++
        const complaints = await complaintsAbout(schemas, emulator, example, answer)
        if (complaints.length > 0 && INVALID[example.name] !== undefined) invalid.add(example.name)
        else if (complaints.length > 0) wrong[`${example.operation} ${example.name}`] = complaints
        continue
      }
      const code: string = answer.body?.error?.code ?? String(answer.status)
      if (INVALID[example.name] !== undefined) invalid.add(example.name)
      else if (REASONS[code] !== undefined) refused[code] = (refused[code] ?? 0) + 1
      else {
        wrong[`${example.operation} ${example.name}`] = [`${code}: ${answer.body?.error?.message}`]
      }
    }
    const reasons = Object.entries(refused).map(([code, count]) => `${count} ${REASONS[code] ?? code}`)
    process.stdout.write(
      `${examples.length} examples: ${accepted} accepted; refused: ${reasons.join('; ')}; invalid themselves, refused or ` +
        `read as they are: ${[...invalid].join(', ')}\n`,
    )
    expect(wrong).toEqual({})
    expect([...invalid].sort()).toEqual(Object.keys(INVALID).sort())
    expect(accepted).toBeGreaterThan(100)
  }, 120_000)
})

async function send(emulator: TestEmulator, { method, path, query, body }: Example): Promise<Asked> {
  return emulator.ask(method, `${path}?${query}`, method === 'GET' ? undefined : body)
}

/** Complaints about the answer and, after a write, about what can be read when it is over. */
async function complaintsAbout(
  schemas: Schemas,
  emulator: TestEmulator,
  { method, path }: Example,
  answer: Asked,
): Promise<string[]> {
  const found = shapeOf(schemas, method, path, answer)
  if (method === 'GET' || method === 'PATCH') return found
  emulator.pass(7200)
  if (method === 'DELETE') {
    const ended = await emulator.ask('GET', answer.headers.get('Location') ?? '')
    return ended.status === 204 ? found : [...found, `the deletion ends with ${ended.status}`]
  }
  return [...found, ...shapeOf(schemas, 'GET', path, await emulator.ask('GET', path))]
}

function shapeOf(schemas: Schemas, method: string, path: string, { status, body }: Asked): string[] {
  if (!isObject(body)) return []
  const resources: JsonObject[] = Array.isArray(body.value) ? objectsAt(body.value) : [body]
  const newest = resources.flatMap((one) => [...known(schemas.bySchema(one)), ...schemas.strangers(one)])
  return [...known(schemas.byOpenApi(method, path, status, body)), ...newest].filter(
    (text) => !tolerated(text),
  )
}

/** Sub-resources and reference data have no schema of their own; the OpenAPI has every path of an example. */
function known(found: string[] | 'unknown'): string[] {
  return found === 'unknown' ? [] : found
}
