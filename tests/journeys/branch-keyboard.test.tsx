import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openBranch } from '../support/branch-walk.ts'
import { idOf } from '../support/tags-form.ts'
import { field, focused, nextRefused } from '../support/wizard.ts'

test('by keyboard alone: one branch, from its WAN to the review, led to what is missing', async () => {
  const walk = await openBranch(`?hub=${encodeURIComponent(idOf('vhub-weu-01'))}`)
  const { user } = walk
  // Tab itself is the browser's, and proven there: here it is enough that it would stop at each.
  const tabTo = async (wanted: Promise<HTMLElement>) => {
    const found = await wanted
    expect(found.tabIndex).toBe(0)
    found.focus()
    expect(found).toHaveFocus()
  }
  const named = (role: string, name: RegExp | string) =>
    screen.findByRole(role, { name }, { timeout: 20_000 })
  const goTo = async (title: string) => {
    await tabTo(named('button', `Next: ${title}`))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.querySelector('h1')).toHaveTextContent(title), { timeout: 20_000 })
    await waitFor(() => expect(document.querySelector('h1')).toHaveFocus(), { timeout: 20_000 })
  }
  for (const title of ['Hub', 'Gateway', 'Sites']) await goTo(title)
  await nextRefused(walk)
  await focused('Name')
  await user.keyboard('site-keys')
  await tabTo(named('button', 'Add prefix'))
  await user.keyboard('{Enter}')
  await tabTo(field('Prefix 1'))
  await user.keyboard('10.90.36.0/24')
  await tabTo(field('IP address or DNS name'))
  await user.keyboard('203.0.113.78')
  await goTo('Connection')
  await tabTo(named('radio', /^Azure makes them/))
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: /^Make a random key/ })).toBeChecked()
  await goTo('Review')
  await tabTo(named('checkbox', /^I have read the /))
  await user.keyboard(' ')
  await tabTo(named('button', /^Create 2 resources/))
  await waitFor(() => expect(document.activeElement).not.toHaveAttribute('aria-disabled', 'true'), {
    timeout: 20_000,
  })
})
