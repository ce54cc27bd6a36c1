import { describe, expect, it } from 'vitest'
import { jsonTokens } from './json-tokens.ts'

describe('jsonTokens', () => {
  it('tells names and literals from text', () => {
    expect(jsonTokens('{ "a": true, "b": "c: 1", "d": -1.5e3 }').filter(({ is }) => is !== 'text')).toEqual([
      { is: 'name', text: '"a"' },
      { is: 'literal', text: 'true' },
      { is: 'name', text: '"b"' },
      { is: 'name', text: '"d"' },
      { is: 'literal', text: '-1.5e3' },
    ])
  })

  it('loses nothing, whatever the text', () => {
    const json = JSON.stringify({ 'a"b': ['<img onerror=x>', '\\', '\u202eabc', null, { n: 1e21 }] }, null, 2)
    expect(
      jsonTokens(json)
        .map(({ text }) => text)
        .join(''),
    ).toBe(json)
  })
})
