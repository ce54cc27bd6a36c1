import { render } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { runOf } from '../../../../tests/support/runs.ts'
import { RunLead } from './RunLead.tsx'

const GROUP = '/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network'
const IDS = [`${GROUP}/publicIPAddresses/pip`, `${GROUP}/virtualNetworkGateways/vgw`] as const
const NEW_GROUP = { subscriptionId: 's', name: 'rg-net', location: 'westeurope' }

/** What is said of a run that ended before it was sent. */
function said(groups: readonly object[], code: string, message: string): string {
  const error = { kind: 'conflict', code, message, details: [] }
  return saidOf({ groups, state: { is: 'failed', during: 'reading', at: 0, error } })
}

function saidOf(more: object): string {
  const run = runOf(IDS, more)
  const { container } = render(
    <MemoryRouter>
      <RunLead run={run} failed={[]} words={{ kept: '', next: '' }} />
    </MemoryRouter>,
  )
  return container.querySelector('p')?.textContent ?? ''
}

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
