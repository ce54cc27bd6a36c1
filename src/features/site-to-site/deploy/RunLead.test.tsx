import { render } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { keptRun } from '../../../../tests/support/runs.ts'
import { readRun } from '../../../queries/kept-runs.ts'
import { RunLead } from './RunLead.tsx'

const GROUP = '/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network'
const IDS = [`${GROUP}/publicIPAddresses/pip`, `${GROUP}/virtualNetworkGateways/vgw`] as const
const NEW_GROUP = { subscriptionId: 's', name: 'rg-net', location: 'westeurope' }

/** What is said of a run that ended before it was sent. */
function said(groups: readonly object[], code: string, message: string): string {
  const error = { kind: 'conflict', code, message, details: [] }
  const state = { is: 'failed', during: 'reading', at: 0, error }
  const run = readRun('k', JSON.parse(keptRun(IDS, 0, { groups, state })))
  if (!run) throw new Error('no run')
  const { container } = render(
    <MemoryRouter>
      <RunLead run={run} failed={[]} />
    </MemoryRouter>,
  )
  return container.querySelector('p')?.textContent ?? ''
}

test.each([
  [
    [],
    'PageLeft',
    'The page was left.',
    'The deployment was not sent: The page was left. Nothing was created by it.',
  ],
  [
    [NEW_GROUP],
    'PageLeft',
    'The page was left.',
    'The deployment was not sent: The page was left. Nothing was created, save for a new resource group perhaps.',
  ],
  [
    [],
    'Canceled',
    'It was canceled.',
    'The deployment was not sent: It was canceled. Nothing was created by it.',
  ],
  [
    [],
    'ThereByNow',
    'vnet is there by now.',
    'The deployment was not sent: vnet is there by now. Nothing was created by it.',
  ],
  [[], 'Other', 'No.', 'Azure refused the deployment s2s-test: No. Nothing was created by it.'],
])('of new groups %j and %s', (groups, code, message, words) => {
  expect(said(groups, code, message)).toBe(words)
})
