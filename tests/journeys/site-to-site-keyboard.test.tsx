import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { heading, visit } from '../support/app.ts'
import { openWizard } from '../support/wizard.ts'

test('by keyboard alone: choose, go on, be led to what is wrong, pick from a list', async () => {
  const { user } = await openWizard()
  // Tab itself is the browser's, and proven there: here it is enough that it would stop at each.
  const tabTo = async (role: string, name: RegExp | string) => {
    const wanted = await screen.findByRole(role, { name }, { timeout: 20_000 })
    expect(wanted.tabIndex).toBe(0)
    wanted.focus()
    expect(wanted).toHaveFocus()
  }
  await tabTo('radio', /^One device/)
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: /^Two devices/ })).toBeChecked()
  await tabTo('button', 'Next: Network')
  await user.keyboard('{Enter}')
  await heading('Network')
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus(), { timeout: 20_000 })
  await tabTo('combobox', 'Virtual network')
  await user.clear(document.activeElement ?? document.body)
  await user.keyboard('shop{ArrowDown}{Enter}')
  expect(document.activeElement).toHaveValue('vnet-shop-weu')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
})

test('the navigation, the palette and the hub lead to it', async () => {
  const { user } = await visit('/')
  await waitFor(() => expect(screen.getAllByRole('link', { name: 'Set up VPN' })).toHaveLength(2), {
    timeout: 60_000,
  })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', {}, { timeout: 20_000 }), 'set up')
  await user.click(await screen.findByRole('option', { name: /Set up VPN/ }, { timeout: 20_000 }))
  await heading('Goal')
  expect(document.title).toContain('Set up VPN')
})
