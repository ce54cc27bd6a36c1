import { TemplateFault } from './fault.ts'

/** A template expression, read: `[concat(parameters('name'), '-ip').x[0]]`. */
export type Expression =
  | { is: 'literal'; value: string | number }
  | { is: 'call'; name: string; args: Expression[] }
  | { is: 'member'; of: Expression; name: Expression }

/** Whether a text of a template is an expression: in brackets, and not escaped by a second one. */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']')
}

/** Texts are cut into quoted texts (a quote inside is doubled), numbers, names and signs. */
const TOKEN = /\s*(?:'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_][\w.]*)|([()[\],.]))/y

type Token =
  | { is: 'text'; value: string }
  | { is: 'number'; value: number }
  | { is: 'name'; value: string }
  | { is: 'sign'; value: string }

/** @param text with its outer brackets. Throws `TemplateFault`. */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text)
  let at = 0

  function broken(): TemplateFault {
    return new TemplateFault(
      `Unable to parse language expression '${text.slice(1, -1)}': unexpected end or sign at position '${at}'.`,
    )
  }

  function isNext(sign: string): boolean {
    const token = tokens[at]
    return token?.is === 'sign' && token.value === sign
  }

  function take(sign: string): void {
    if (!isNext(sign)) throw broken()
    at++
  }

  function primary(): Expression {
    const token = tokens[at++]
    if (token?.is === 'text' || token?.is === 'number') return { is: 'literal', value: token.value }
    if (token?.is !== 'name') throw broken()
    take('(')
    const args: Expression[] = []
    while (!isNext(')')) {
      if (args.length > 0) take(',')
      args.push(whole())
    }
    take(')')
    return { is: 'call', name: token.value, args }
  }

  function whole(): Expression {
    let expression = primary()
    for (;;) {
      if (isNext('.')) {
        at++
        const token = tokens[at++]
        if (token?.is !== 'name') throw broken()
        // A name takes dots in when it is cut: `.location.x` is two members.
        for (const name of token.value.split('.'))
          expression = { is: 'member', of: expression, name: { is: 'literal', value: name } }
      } else if (isNext('[')) {
        at++
        const name = whole()
        take(']')
        expression = { is: 'member', of: expression, name }
      } else return expression
    }
  }

  const expression = whole()
  if (at < tokens.length) throw broken()
  return expression
}

function tokensOf(text: string): Token[] {
  const inner = text.slice(1, -1)
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (inner.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex
    const found = TOKEN.exec(inner)
    if (found === null)
      throw new TemplateFault(
        `Unable to parse language expression '${inner}': unexpected sign at position '${from}'.`,
      )
    const [, quoted, number, name, sign] = found
    if (quoted !== undefined) tokens.push({ is: 'text', value: quoted.replaceAll("''", "'") })
    else if (number !== undefined) tokens.push({ is: 'number', value: Number(number) })
    else if (name !== undefined) tokens.push({ is: 'name', value: name })
    else tokens.push({ is: 'sign', value: sign ?? '' })
  }
  return tokens
}
