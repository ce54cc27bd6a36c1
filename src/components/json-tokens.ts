export interface JsonToken {
  is: 'name' | 'literal' | 'text'
  text: string
}

/** Beyond this, elements for tokens would cost more than colour is worth. */
export const HIGHLIGHTED_CHARACTERS = 40_000

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Parts pretty printed JSON into names of members, literals, and everything between; joined again it is the same text. */
export function jsonTokens(json: string): JsonToken[] {
  const tokens: JsonToken[] = []
  let end = 0
  const add = (is: JsonToken['is'], text: string) => {
    const last = tokens.at(-1)
    if (text === '') return
    if (last?.is === is) last.text += text
    else tokens.push({ is, text })
  }
  for (const match of json.matchAll(TOKEN)) {
    const [whole, colon] = match
    add('text', json.slice(end, match.index))
    if (colon !== undefined) {
      add('name', whole.slice(0, -colon.length))
      add('text', colon)
    } else {
      add(whole.startsWith('"') ? 'text' : 'literal', whole)
    }
    end = match.index + whole.length
  }
  add('text', json.slice(end))
  return tokens
}
