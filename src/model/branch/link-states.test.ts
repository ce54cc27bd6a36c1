import { expect, test } from 'vitest'
import { branchesHeadline, linkStateOf, readingFailed, worstOf, type LinkState } from './link-states.ts'

test.each<[string | undefined, string, LinkState]>([
  ['Connected', 'Succeeded', 'up'],
  ['Connecting', 'Succeeded', 'connecting'],
  ['NotConnected', 'Succeeded', 'down'],
  ['Unknown', 'Succeeded', 'untold'],
  ['Sleeping', 'Succeeded', 'untold'],
  [undefined, 'Succeeded', 'untold'],
  ['Connected', 'Updating', 'making'],
])('%s, %s', (connectionStatus, provisioningState, state) => {
  expect(linkStateOf({ ...(connectionStatus && { connectionStatus }) }, { provisioningState })).toBe(state)
})

test.each<[LinkState[], string]>([
  [['up'], 'The branch is connected'],
  [['down'], 'The branch waits for its device'],
  [['connecting'], 'The branch is not up yet'],
  [['up', 'up'], 'All 2 branches are connected'],
  [['up', 'down', 'making'], '1 of 3 branches is connected, one waits for its device'],
  [['up', 'up', 'down', 'down'], '2 of 4 branches are connected, 2 wait for their devices'],
])('%s', (states, words) => expect(branchesHeadline(states)).toBe(words))

test('a branch is as its worst link', () => {
  expect(worstOf(['up', 'down', 'untold'])).toBe('down')
  expect(worstOf([])).toBe('untold')
})

test.each([
  ['notFound', true, 'It was removed since.'],
  ['server', true, 'It could not be read anew, so this is as it was before: No.'],
  ['server', false, 'It could not be read: No.'],
] as const)('a branch that was not read, %s, known before %s', (kind, known, words) =>
  expect(readingFailed({ kind, message: 'No.' }, known)).toBe(words),
)
