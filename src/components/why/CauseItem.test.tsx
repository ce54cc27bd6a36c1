import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { resourcePath } from '../../model/paths.ts'
import { CauseItem } from './CauseItem.tsx'

const GATEWAY = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/vpngw'
const BRANCH = `${GATEWAY}/vpnConnections/branch-hanoi`

test.each([
  [
    'over this page, where it is about it',
    `${resourcePath(BRANCH)}/why`,
    `${resourcePath(BRANCH)}/why?do=key`,
  ],
  [
    'on the page of the other, where it is not',
    `${resourcePath(GATEWAY)}/why`,
    `${resourcePath(BRANCH)}?do=key`,
  ],
])('the form that a cause leads to opens %s', (_name, at, to) => {
  render(
    <MemoryRouter initialEntries={[at]}>
      <CauseItem
        number={1}
        opensFirst
        cause={{
          is: 'cause',
          rule: 'linkKey',
          title: 'The two ends may hold different keys',
          likelihood: 'possible',
          evidence: [],
          side: 'on-premises',
          change: 'Enter it.',
          link: { id: BRANCH, topic: 'key', label: 'Set shared key' },
        }}
      />
    </MemoryRouter>,
  )
  expect(screen.getByRole('link', { name: 'Set shared key' })).toHaveAttribute('href', to)
})
