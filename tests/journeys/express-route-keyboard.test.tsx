import { screen, waitFor } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { heading, visit } from '../support/app.ts'
import { openSetUp } from '../support/express-route-order.ts'
import { focused, nextRefused } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/express-route-wizard/express-route-route.tsx'), 300_000)

test('by keyboard alone: choose, go on, be led to what is missing, agree to billing', async () => {
  const walk = await openSetUp()
  const { user } = walk
  // Tab itself is the browser's, and proven there: here it is enough that it would stop at each.
  const tabTo = async (role: string, name: RegExp | string) => {
    const wanted = await screen.findByRole(role, { name }, { timeout: 20_000 })
    expect(wanted.tabIndex).toBe(0)
    wanted.focus()
    expect(wanted).toHaveFocus()
  }
  await tabTo('radio', /^Maximum/)
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(screen.getByRole('radio', { name: /^Standard/ })).toBeChecked()
  await tabTo('button', 'Next: Circuits')
  await user.keyboard('{Enter}')
  await heading('Circuits')
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus(), { timeout: 20_000 })
  await tabTo('textbox', 'Name')
  await user.clear(document.activeElement ?? document.body)
  await nextRefused(walk)
  await focused('Name')
  await user.keyboard('erc-keys')
  await tabTo('button', 'Next: Order')
  await user.keyboard('{Enter}')
  await heading('Order')
  await tabTo('checkbox', /billing starts now$/)
  await user.keyboard(' ')
  expect(document.activeElement).toBeChecked()
  await tabTo('checkbox', /^I have read the /)
  await user.keyboard(' ')
  await tabTo('button', 'Create 1 resource')
  await waitFor(() => expect(document.activeElement).not.toHaveAttribute('aria-disabled', 'true'), {
    timeout: 20_000,
  })
})

test('the navigation and the hub lead to it', async () => {
  const { user } = await visit('/')
  await waitFor(() => expect(screen.getAllByRole('link', { name: 'Set up ExpressRoute' })).toHaveLength(2), {
    timeout: 60_000,
  })
  const [link] = screen.getAllByRole('link', { name: 'Set up ExpressRoute' })
  if (link) await user.click(link)
  await heading('Resiliency')
  expect(document.title).toContain('Set up ExpressRoute')
})
