import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export interface CoverageRow {
  operation: string
  method: string
  /** `RG/connections/{}` below a group, `S/connections` below a subscription. */
  path: string
  state: string
  pinned: string
}

/** The operations COVERAGE.md lists. */
export const COVERAGE: readonly CoverageRow[] = readFileSync(
  resolve(import.meta.dirname, '../../src/emulator/COVERAGE.md'),
  'utf8',
)
  .split('\n')
  .filter((line) => /^\| \w+\.\w+ \|/.test(line))
  .map((line): CoverageRow => {
    const [operation = '', method = '', path = '', state = '', pinned = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim())
    return { operation, method, path, state, pinned }
  })

const SCOPES: Record<string, string> = {
  RG: '/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Network',
  S: '/subscriptions/[^/]+/providers/Microsoft\\.Network',
}

const PATTERNS = COVERAGE.map((row) => {
  const path = row.path.replace(/^(RG|S)(?=\/)/, (scope) => SCOPES[scope] ?? scope).replaceAll('{}', '[^/]+')
  return { row, pattern: new RegExp(`^${path}$`, 'i') }
})

/** The listed operation that a request is, by method and path. */
export function operationOf(method: string, path: string): CoverageRow | undefined {
  return PATTERNS.find(({ row, pattern }) => row.method === method && pattern.test(path))?.row
}
