import { expect, it, test } from 'vitest'
import { troubleshootingOf } from './troubleshooting.ts'

test('what Azure found, with its advice', () => {
  expect(
    troubleshootingOf({
      startTime: '2026-11-25T09:00:00Z',
      endTime: '2026-11-25T09:09:00Z',
      code: 'UnHealthy',
      results: [
        {
          id: 'PeerReachability',
          summary: 's',
          detailed: 'd',
          reasonType: 'User',
          recommendedActions: [
            {
              actionText: 'contact support',
              actionUri: 'http://azure.microsoft.com/support',
              actionUriText: 'x',
            },
            { actionText: 'elsewhere', actionUri: 'https://microsoft.com.example/x' },
            { actionText: 'script', actionUri: 'javascript:alert(1)' },
          ],
        },
        'nothing',
      ],
    }),
  ).toEqual({
    code: 'UnHealthy',
    from: '2026-11-25T09:00:00Z',
    until: '2026-11-25T09:09:00Z',
    findings: [
      {
        id: 'PeerReachability',
        summary: 's',
        detail: 'd',
        reason: 'User',
        actions: [
          { text: 'contact support', uri: 'http://azure.microsoft.com/support' },
          { text: 'elsewhere' },
          { text: 'script' },
        ],
      },
    ],
  })
})

it.each([[undefined], [null], ['text'], [{}], [{ code: 7 }]])('%j is no result', (value) => {
  expect(troubleshootingOf(value)).toBeUndefined()
})
