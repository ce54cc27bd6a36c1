import { describe, expect, it } from 'vitest'
import type { HubError } from '../model/errors.ts'
import { jsonOfOperation, type KeptOperation, readOperation } from './kept-operations.ts'

const error: HubError = {
  kind: 'forbidden',
  code: 'AuthorizationFailed',
  message: 'No.',
  status: 403,
  target: '/gw',
  details: [{ code: 'Inner', message: 'Why.' }],
  correlationId: 'c',
  because: { is: 'right', action: 'a/b', scope: '/s', linked: false },
}

const facts = { key: 'k', id: '/gw', name: 'gw', startedAt: 1 }
const reset: Extract<KeptOperation, { by: 'browser' }>['write'] = {
  is: 'action',
  method: 'POST',
  id: '/gw',
  name: 'gw',
  topic: 'reset',
  what: 'Reset gw',
  effect: '',
  action: 'x',
  holds: ['/gw'],
  segment: 'reset',
}

describe('what is kept comes back', () => {
  it.each<[string, KeptOperation]>([
    [
      'running, with what is needed to resume',
      {
        ...facts,
        by: 'browser',
        write: reset,
        state: { is: 'running', step: 'running', heldUp: error },
        record: {
          resourceId: '/gw',
          method: 'POST',
          action: 'reset',
          startedAt: 1,
          operationUrl: 'https://a/?s=1',
          retryAfterSeconds: 10,
        },
      },
    ],
    [
      'succeeded',
      { ...facts, by: 'browser', write: reset, state: { is: 'succeeded', by: 'reading', at: 2, late: true } },
    ],
    [
      'failed',
      { ...facts, by: 'browser', write: reset, state: { is: 'failed', error, during: 'reading', at: 2 } },
    ],
    [
      'failed at a policy',
      {
        ...facts,
        by: 'browser',
        write: reset,
        state: {
          is: 'failed',
          error: {
            ...error,
            because: { is: 'policy', policies: [{ name: 'p', scope: '/s', paths: ['tags'] }] },
          },
          during: 'sending',
          at: 2,
        },
      },
    ],
    [
      'failed at a lock',
      {
        ...facts,
        by: 'browser',
        write: reset,
        state: {
          is: 'failed',
          error: { ...error, because: { is: 'lock', scopes: ['/s'] } },
          during: 'sending',
          at: 2,
        },
      },
    ],
    ['not known', { ...facts, by: 'browser', write: reset, state: { is: 'unknown', error, at: 2 } }],
    [
      'noted',
      { ...facts, by: 'azure', provisioningState: 'Updating', state: { is: 'running', step: 'running' } },
    ],
  ])('%s', (_, operation) => {
    const stored: unknown = JSON.parse(JSON.stringify(jsonOfOperation(operation)))
    expect(readOperation('k', stored)).toEqual(operation)
  })
})

it.each([
  null,
  {},
  { ...facts, by: 'browser', state: { is: 'running', step: 'running' } },
  { ...facts, by: 'azure', state: { is: 'running', step: 'running' } },
  { ...facts, by: 'azure', provisioningState: 'Updating', state: { is: 'running', step: 'x' } },
  {
    ...facts,
    by: 'azure',
    provisioningState: 'Updating',
    state: { is: 'failed', at: 2, error: { kind: 'x' } },
  },
  { ...facts, by: 'azure', provisioningState: 'Updating', state: { is: 'succeeded' } },
])('%j is passed over', (stored) => {
  expect(readOperation('k', stored)).toBeUndefined()
})
