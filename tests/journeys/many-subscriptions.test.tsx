import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Estate } from '../../src/emulator/estates/estate.ts'
import { heading, visit } from '../support/app.ts'

const more = Array.from({ length: 9 }, (_, index) => ({
  subscriptionId: `${index}0000000-0000-4000-8000-000000000000`,
  displayName: `Department ${index}`,
  state: 'Enabled' as const,
  quotaId: 'EnterpriseAgreement_2014-09-01',
}))
/** Contoso with nine empty subscriptions more, all of them to be read. */
const many: Estate = {
  ...contoso,
  subscriptions: [...contoso.subscriptions, ...more],
  roleAssignments: undefined,
}

/** Whole pages on a busy machine. */
const SLOW = { timeout: 20_000 }

const isStatus = (line: string) => /^GET .*\/(connections|vpnConnections)\/[^/]+\?/.test(line)

test('twelve subscriptions come in two requests, statuses after them', async () => {
  const { requests } = await visit('/resources', { estates: [many] })
  await heading('All resources')
  await waitFor(() => expect(requests.filter(isStatus).length).toBeGreaterThan(0), SLOW)
  const reads = requests.filter((line) => !isStatus(line)).map((line) => line.replace(/\?.*/, ''))
  expect(reads).toEqual([
    'GET /subscriptions',
    'POST /providers/Microsoft.ResourceGraph/resources',
    'POST /providers/Microsoft.ResourceGraph/resources',
  ])
})

test('a subscription that may not be read is named, not taken for empty', async () => {
  const [lost] = contoso.subscriptions
  await visit('/resources', {
    estates: [many],
    faults: [{ kind: 'forbidden', scope: `/subscriptions/${lost?.subscriptionId ?? ''}` }],
  })
  await heading('All resources')
  const notice = await screen.findByText(/Your account needs Microsoft\.Network\/\*\/read there/, {}, SLOW)
  expect(notice).toHaveTextContent(`Not all could be read: ${lost?.displayName ?? ''}.`)
})
