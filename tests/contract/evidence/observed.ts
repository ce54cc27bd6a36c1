import type { JsonObject } from '../../../src/emulator/wire/json.ts'
import { objectAt, textAt } from '../../../src/emulator/wire/read.ts'
import { PUTS } from '../bodies.ts'
import { BEFORE_GATEWAY, NETWORK, testEmulator, withNetwork } from '../emulator.ts'
import { headersOf, membersOf } from './traffic.ts'

/** What the emulator does with one small PUT of a type and the DELETE after it. */
export interface Observed {
  type: string
  /** What was written, below the group's network provider. */
  path: string
  /** The whole resource, when all is over. */
  resource: JsonObject
  /** Members below `properties` that were not sent, with the first value of each. */
  filled: Map<string, string>
  put: string
  remove: string
}

/** Sends every PUT of the contract tests, in order, reads each, then deletes all. */
export async function observe(): Promise<Observed[]> {
  const emulator = await withNetwork(testEmulator())
  const observed = new Map<string, Observed>()
  const all = [...BEFORE_GATEWAY, ...PUTS]
  for (const [path, body] of all) {
    const put = await emulator.ask('PUT', `${NETWORK}/${path}`, body)
    emulator.pass(7200)
    const read = (await emulator.ask('GET', `${NETWORK}/${path}`)).body as JsonObject
    const sent = new Set(membersOf(objectAt(body as JsonObject).properties).map(([member]) => member))
    const filled = new Map<string, string>()
    for (const [member, value] of membersOf(read.properties)) {
      if (!sent.has(member) && !filled.has(member)) filled.set(member, value)
    }
    const type = (textAt(read.type) ?? '').replace('Microsoft.Network/', '')
    if (observed.has(type)) continue
    observed.set(type, { type, path, resource: read, filled, put: headersOf(put.headers), remove: '' })
  }
  for (const [path] of [...all].reverse()) {
    const gone = await emulator.ask('DELETE', `${NETWORK}/${path}`)
    emulator.pass(7200)
    for (const one of observed.values()) if (one.path === path) one.remove = headersOf(gone.headers)
  }
  return [...observed.values()]
}
