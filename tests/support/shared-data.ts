import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Published schemas and recorded traffic live beside the project, not in it: they are large and not ours. */
const SHARED = resolve(import.meta.dirname, '../../../shared')

/** The path of a shared file or folder; without it the test is skipped, and says why. */
export function sharedData(path: string, skip: (reason: string) => never): string {
  const full = resolve(SHARED, path)
  return existsSync(full) ? full : skip(`../shared/${path} is not beside the project`)
}

export function readShared<Content>(path: string): Content {
  return JSON.parse(readFileSync(resolve(SHARED, path), 'utf8')) as Content
}
