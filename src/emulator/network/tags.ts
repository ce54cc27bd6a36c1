import type { Json } from '../wire/json.ts'
import { isObject } from '../wire/read.ts'

/** Tags as sent; `undefined` when none were: ARM leaves them out, and answers `{}` only to `{}` (recorded behaviour 5). */
export function tagsIn(value: Json | undefined): Record<string, string> | undefined {
  if (!isObject(value)) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  )
}
