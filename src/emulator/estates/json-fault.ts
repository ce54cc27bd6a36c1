/**
 * Where JSON text stops being JSON, for a text that `JSON.parse` refused: engines differ in whether and how they tell.
 * Reads tokens from the left with the grammar of RFC 8259; undefined when it finds nothing wrong.
 */
export function jsonFault(text: string): { line: number; column: number; what: string } | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    at = skipBlanks(text, at)
    const token = tokenAt(text, at)
    if (token === undefined) {
      if (at >= text.length && expected === 'end') return undefined
      return placed(
        text,
        at,
        at >= text.length ? `The text ends where ${WORDS[expected]} is expected` : broken(text, at),
      )
    }
    const next = after(expected, token, open)
    if (next === undefined)
      return placed(text, at, `${WORDS[expected]} is expected here, not ${shown(token)}`)
    expected = next
    at += token.length
  }
}

type Expected =
  | 'value'
  | 'value or end of list'
  | 'name'
  | 'name or end of object'
  | 'colon'
  | 'comma'
  | 'end'

const WORDS: Record<Expected, string> = {
  value: 'a value',
  'value or end of list': 'a value or ]',
  name: 'a member name in double quotes',
  'name or end of object': 'a member name in double quotes or }',
  colon: 'a colon',
  comma: 'a comma or the closing bracket',
  end: 'the end of the text',
}

/** Inside a text everything from the blank on but quotes and backslashes, which are escaped. */
const TOKEN =
  /[{}[\]:,]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy

function tokenAt(text: string, at: number): string | undefined {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)?.[0]
}

/** What may come after `token`; undefined where `token` may not stand. `open` is kept up to date. */
function after(expected: Expected, token: string, open: ('{' | '[')[]): Expected | undefined {
  const closing = token === '}' || token === ']'
  if (closing) {
    const fits =
      expected === 'comma' || expected === (token === '}' ? 'name or end of object' : 'value or end of list')
    if (!fits || open.pop() !== (token === '}' ? '{' : '[')) return undefined
    return open.length === 0 ? 'end' : 'comma'
  }
  switch (expected) {
    case 'value':
    case 'value or end of list':
      if (token === '{' || token === '[') {
        open.push(token)
        return token === '{' ? 'name or end of object' : 'value or end of list'
      }
      if (token === ':' || token === ',') return undefined
      return open.length === 0 ? 'end' : 'comma'
    case 'name':
    case 'name or end of object':
      return token.startsWith('"') ? 'colon' : undefined
    case 'colon':
      return token === ':' ? 'value' : undefined
    case 'comma':
      if (token !== ',') return undefined
      return open.at(-1) === '{' ? 'name' : 'value'
    case 'end':
      return undefined
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  return at
}

function broken(text: string, at: number): string {
  if (text.charAt(at) === '"' && !text.includes('"', at + 1))
    return 'The file ends in the middle of a text in quotes'
  if (text.charAt(at) === '"') return 'This text in quotes does not end on its line or has a wrong escape'
  return `${shown(text.charAt(at))} is not JSON`
}

function shown(token: string): string {
  return token.length > 20 ? `${token.slice(0, 20)}…` : token
}

function placed(text: string, at: number, what: string) {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, what }
}
