import { expect, it } from 'vitest'
import type { HubError } from '../../model/errors.ts'
import { readProblem } from './read-problem.ts'

const ID =
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Network/connections/cn'

it('says of a fault of the app that it tells nothing of Azure', () => {
  const error: HubError = { kind: 'fault', code: 'Fault', message: 'x is not a function', details: [] }
  expect(readProblem(ID, error, false)).toEqual({
    heading: 'cn could not be read: a part of this app failed',
    why: [expect.stringContaining('nothing is known of Azure'), expect.stringContaining('Reload the page')],
    remedy: 'again',
  })
})

it.each<[HubError['code'], string, string[]]>([
  ['NotInFile', 'cn is not in the opened file', [expect.stringMatching(/^Open a snapshot instead/)]],
  [
    'NotReadInSnapshot',
    'cn was not read when the snapshot was taken',
    [expect.stringMatching(/^Take a snapshot of fewer/)],
  ],
  ['AnotherOperationInProgress', 'Azure refused to read cn', []],
])('says of %s who refused, and what helps', (code, heading, why) => {
  const error: HubError = { kind: 'conflict', code, message: 'no', status: 409, details: [] }
  expect(readProblem(ID, error, true)).toMatchObject({ heading, why })
})
