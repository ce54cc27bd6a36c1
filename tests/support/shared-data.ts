import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Published schemas and recorded traffic live beside the project, not in it: they are large and not ours. */
const SHARED = resolve(import.meta.dirname, '../../../shared')

/** The path of a shared file or folder, or undefined with the reason printed, so that a skipped test is never silent. */
export function sharedData(path: string): string | undefined {
  const full = resolve(SHARED, path)
  if (existsSync(full)) return full
  process.stderr.write(`Skipped: ${full} is not there. Put the shared reference data beside the project.\n`)
  return undefined
}

export function readShared<Content>(path: string): Content {
  return JSON.parse(readFileSync(resolve(SHARED, path), 'utf8')) as Content
}
