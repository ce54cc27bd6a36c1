import { expect, test } from 'vitest'
import { branchesWords } from './run-groups.ts'

test.each([
  [0, 1, 'gets no branch. The branch that it has is not changed.'],
  [1, 0, 'gets 1 branch more. It has none yet.'],
  [
    3,
    2,
    'gets 3 branches more, one after another. Where one fails, those after it are not begun, and a second run makes them. The 2 branches that it has are not changed.',
  ],
])('%i to %i', (added, others, words) => {
  expect(branchesWords(added, others)).toBe(words)
})
