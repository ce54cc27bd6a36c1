import { expect, test } from 'vitest'
import { bgpState, readTimeSpan, spanWords } from './bgp-words.ts'

test.each([
  ['Connected', 'healthy'],
  ['connecting', 'attention'],
  ['Idle', 'attention'],
  ['Stopped', 'down'],
  ['Unknown', 'unknown'],
  ['Frozen', 'unknown'],
  [undefined, 'unknown'],
])('a session that is %s', (state, verdict) => {
  expect(bgpState(state).verdict).toBe(verdict)
})

test.each([
  ['7.01:19:00.1234567', '7\u2009d 1\u2009h'],
  ['01:19:00', '1\u2009h 19\u2009min'],
  ['2.00:00:05', '2\u2009d'],
  ['00:00:12.5', '12\u2009s'],
  ['00:00:00', '0\u2009s'],
])('%s is %s', (text, words) => {
  expect(spanWords(readTimeSpan(text) ?? -1)).toBe(words)
})

test.each([undefined, '', 'P7D', '12', '1:2'])('of %s no time is said', (text) => {
  expect(readTimeSpan(text)).toBeUndefined()
})
