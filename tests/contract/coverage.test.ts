import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readShared, sharedData } from '../support/shared-data.ts'
import { COVERAGE } from './coverage-rows.ts'
import { GROUP, SUBSCRIPTION, testEmulator } from './emulator.ts'

const ROOT = resolve(import.meta.dirname, '../..')

const rows = COVERAGE

describe('COVERAGE.md', () => {
  it('has rows, each built or 501', () => {
    expect(rows.length).toBeGreaterThan(200)
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['built', '501']))
  })

  it('counts them', () => {
    const text = readFileSync(resolve(ROOT, 'src/emulator/COVERAGE.md'), 'utf8')
    const built = rows.filter(({ state }) => state === 'built').length
    expect(text).toContain(`Built: ${built}. Not built: ${rows.length - built}.`)
    expect(readFileSync(resolve(ROOT, 'docs/emulator.md'), 'utf8')).toMatch(
      new RegExp(`answers ${built} operations[^]*refuses ${rows.length - built} more`),
    )
  })

  it('is what the router does', async () => {
    const emulator = testEmulator()
    await emulator.ask('PUT', GROUP, { location: 'westeurope' })
    const wrong: string[] = []
    for (const row of rows) {
      const answer = await emulator.ask(row.method, urlOf(row.path), row.method === 'GET' ? undefined : {})
      const unrouted = answer.body?.error?.code === 'InvalidResourceType'
      const built = answer.status !== 501 && !unrouted
      if (built !== (row.state === 'built'))
        wrong.push(`${row.operation}: ${row.state}, answers ${answer.status}`)
      if (row.state === '501' && !answer.body?.error?.message.startsWith(row.operation)) {
        wrong.push(`${row.operation} answers ${answer.body?.error?.message}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('knows what the pinned client can send', () => {
    const folder = resolve(ROOT, 'node_modules/@azure/arm-network/dist/esm/operations')
    const sent = new Set<string>()
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      const source = readFileSync(resolve(folder, file), 'utf8')
      for (const [, path = '', method] of source.matchAll(/path: "([^"]+)",\s*httpMethod: "([A-Z]+)"/g)) {
        sent.add(`${method} ${shape(path)}`)
      }
    }
    const wrong = rows.filter(
      (row) => sent.has(`${row.method} ${shape(row.path)}`) !== (row.pinned === 'yes'),
    )
    expect(wrong.map((row) => row.operation)).toEqual([])
  })

  it('misses no operation of the published table', ({ skip }) => {
    sharedData('data/arm-specs', skip)
    const table = readShared<{
      operations: { group: string; operation: string; method: string; path: string }[]
    }>('data/arm-specs/arm-network-39.0.0-operations.json')
    const listed = new Set(rows.map((row) => `${row.operation} ${row.method} ${shape(row.path)}`))
    const missing = table.operations
      .map((one) => `${one.group}.${one.operation} ${one.method} ${shape(one.path)}`)
      .filter((one) => !listed.has(one))
    expect(missing).toEqual([])
    expect(rows).toHaveLength(table.operations.length)
  })
})

function urlOf(path: string): string {
  let index = 0
  return path
    .replace(/^RG\//, `${GROUP}/providers/Microsoft.Network/`)
    .replace(/^S\//, `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/`)
    .replaceAll('{}', () => `name${index++}`)
}

/** The path with short scopes and nameless parameters, lower case. */
function shape(path: string): string {
  return path
    .replace(/\{[^}]*\}/g, '{}')
    .replace('/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Network/', 'RG/')
    .replace('/subscriptions/{}/providers/Microsoft.Network/', 'S/')
    .toLowerCase()
}
