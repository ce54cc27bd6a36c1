import { readdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'

const SOURCE = resolve(import.meta.dirname, '../../../src/emulator')

/** How a code comes about: a refusal of the front end, of Resource Graph or the provider, of a DELETE, or inside another answer. */
export type Way = 'front end' | 'Resource Graph' | 'network provider' | 'in use' | 'within'

export interface Code {
  code: string
  /** Status of the answer; undefined for what comes inside another one: a detail, or the end of an operation. */
  status: number | undefined
  way: Way
  file: string
}

/** Calls with a literal code: its status, where the call has one, and the code. */
const CALLS: [way: Way, pattern: RegExp][] = [
  ['front end', /\bgatewayError\(\s*(\d+),\s*'(\w+)'/g],
  ['front end', /\bunauthorized\(\s*()'(\w+)'/g],
  ['Resource Graph', /\brefused\(\s*exchange,\s*(\d+),\s*'(\w+)'/g],
  ['network provider', /\bnetworkError\(\s*(\d+),\s*'(\w+)'/g],
  ['in use', /\binUse\(\s*()'(\w+)'/g],
  ['within', /\b[cC]ode: ()'(\w+)'/g],
]

/** The status of a call that has none. */
const STATUS: Partial<Record<Way, number>> = { 'front end': 401, 'in use': 400 }

/** Every error code the emulator can answer, read from its source: codes are written where they are used, as literals. */
export function codesOfEmulator(): Code[] {
  return sources().flatMap(({ file, text }) =>
    CALLS.flatMap(([way, pattern]) =>
      [...text.matchAll(pattern)].map(([, status = '', code = '']): Code => {
        return { code, status: status === '' ? STATUS[way] : Number(status), way, file }
      }),
    ),
  )
}

/** Calls that make an error without a literal code, other than the definitions themselves: nobody could list those. */
export function unlisted(): string[] {
  return sources().flatMap(({ file, text }) =>
    [
      ...text.matchAll(
        /(?<!function )\b(gatewayError|networkError|inUse|unauthorized|refused(?=\(\s*exchange,))\(\s*(?:exchange,\s*)?(?:\d+,\s*)?(?!\s|\d|'|exchange)([^\n]*)/g,
      ),
    ].map(([, call, rest]) => `${file}: ${call}(${rest}`),
  )
}

function sources(): { file: string; text: string }[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('.test') && !file.startsWith('estates'))
    .sort()
    .map((file) => ({
      file: relative(SOURCE, resolve(SOURCE, file)),
      text: readFileSync(resolve(SOURCE, file), 'utf8'),
    }))
}
