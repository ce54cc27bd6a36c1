import { act, render } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { expect, test, vi } from 'vitest'
import { runOf } from '../../../../tests/support/runs.ts'
import { type HubError, isAzuresWord } from '../../../model/errors.ts'
import { RunLead } from './RunLead.tsx'

const GROUP = '/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network'
const IDS = [`${GROUP}/publicIPAddresses/pip`, `${GROUP}/virtualNetworkGateways/vgw`] as const
const NEW_GROUP = { subscriptionId: 's', name: 'rg-net', location: 'westeurope' }

/** What is said of a run that ended before it was sent. */
function said(groups: readonly object[], code: string, message: string): string {
  const error = { kind: 'conflict', code, message, details: [] }
  return saidOf({ groups, state: { is: 'failed', during: 'reading', at: 0, error } })
}

function saidOf(more: object, canRemove = false): string {
  const run = runOf(IDS, more)
  const { container } = render(
    <MemoryRouter>
      <RunLead run={run} failed={[]} words={{ kept: '', next: '' }} canRemove={canRemove} />
    </MemoryRouter>,
  )
  return container.querySelector('p')?.textContent ?? ''
}

test.each([
  ['reading', 'More proof. Nothing was created. '],
  ['sending', 'The deployment was not sent: More proof. Nothing was created. '],
])('a sign-in that is needed while it is at %s comes first', (during, words) => {
  const error = { kind: 'auth', code: 'SignInNeeded', message: 'More proof.', details: [] }
  expect(saidOf({ groups: [], state: { is: 'failed', during, at: 0, error } })).toBe(
    `${words}Sign in at the top of the page: Edit and continue then leads back to the plan, and its keys have to be entered again.`,
  )
})

test.each([
  [
    [],
    'PageLeft',
    'The page was left.',
    'The page was left. Nothing was created. Edit and continue leads back to the plan.',
  ],
  [
    [NEW_GROUP],
    'PageLeft',
    'The page was left.',
    'The page was left. Nothing was created, save for a new resource group perhaps. Edit and continue leads back to the plan.',
  ],
  [
    [],
    'Canceled',
    'It was canceled.',
    'It was canceled. Nothing was created. Edit and continue leads back to the plan.',
  ],
  [
    [],
    'ThereByNow',
    'vnet is there by now.',
    'vnet is there by now. Nothing was created. Edit and continue leads back to the plan.',
  ],
  [
    [],
    'Other',
    'No.',
    'Azure refused the deployment s2s-test: No. Nothing was created. Edit and continue leads back to the plan.',
  ],
])('of new groups %j and %s', (groups, code, message, words) => {
  expect(said(groups, code, message)).toBe(words)
})

test.each(['virtualNetworkGateways', 'expressRouteGateways', 'publicIPAddresses'])(
  'of what was canceled with one of the %s',
  (type) => {
    const error = { kind: 'conflict', code: 'Canceled', message: 'Canceled.', details: [] }
    const resources = [{ id: IDS[0], type: `Microsoft.Network/${type}`, settings: '', dependsOn: [] }]
    const words = saidOf({ resources, state: { is: 'failed', during: 'sending', at: 0, error } })
    expect(words).toContain('The deployment was canceled.')
    expect(words.includes('A gateway that Azure had begun is finished all the same.')).toBe(
      type.endsWith('Gateways'),
    )
  },
)

const RETRY = {
  kind: 'throttled',
  code: 'RetryableError',
  message: 'A retryable error occurred.',
  details: [],
}

test('what another operation holds is told as that, and nothing is said to stay or to be removed', () => {
  const words = saidOf({ created: [], state: { is: 'failed', during: 'sending', at: 0, error: RETRY } })
  expect(words).toBe(
    'Azure did not take the deployment s2s-test: another operation holds what it changes. Wait until that has ended, and try again. Nothing was created. Edit and continue leads back to the plan.',
  )
})

test('removal is offered in words only where something can be removed', () => {
  const error = { kind: 'server', code: 'InternalServerError', message: 'no', details: [] }
  const operations = [
    { targetId: IDS[0], state: 'succeeded' },
    { targetId: IDS[1], state: 'failed', error },
  ]
  const more = { operations, state: { is: 'failed', during: 'sending', at: 0, error } }
  expect(saidOf(more, true)).toContain('or remove what this run created')
  expect(saidOf(more)).not.toContain('remove')
})

test('what does not get off the ground for long is no matter of seconds any more', () => {
  vi.useFakeTimers()
  try {
    const run = runOf(IDS, { state: { is: 'running', step: 'reading' } })
    const { container } = render(
      <MemoryRouter>
        <RunLead run={run} failed={[]} words={{ kept: '', next: '' }} canRemove={false} />
      </MemoryRouter>,
    )
    expect(container).toHaveTextContent('for these few seconds')
    act(() => void vi.advanceTimersByTime(30_000))
    expect(container).toHaveTextContent('This takes longer than usual: Azure has not answered yet.')
  } finally {
    vi.useRealTimers()
  }
})

test('that nobody sent is no word of Azure', () => {
  const error: HubError = {
    kind: 'conflict',
    code: 'CanceledUnsent',
    message: 'It was canceled before the deployment was sent.',
    details: [],
  }
  expect(isAzuresWord(error)).toBe(false)
  expect(saidOf({ state: { is: 'failed', during: 'reading', at: 0, error } })).toMatch(
    /^It was canceled before the deployment was sent\. Nothing was created/,
  )
})
