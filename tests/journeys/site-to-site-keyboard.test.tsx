import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { heading, visit } from '../support/app.ts'
import { openWizard } from '../support/wizard.ts'

test('by keyboard alone: choose, go on, be led to what is wrong, pick from a list', async () => {
  const { user } = await openWizard()
  const tabTo = async (role: string, name: RegExp | string) => {
    const seen: string[] = []
    for (let times = 0; times < 60; times++) {
      const wanted = screen.queryByRole(role, { name })
      if (wanted && document.activeElement === wanted) return
      await user.tab()
      seen.push(document.activeElement?.outerHTML.slice(0, 90) ?? '')
    }
    console.log(seen.join(' | '))
    throw new Error(`No way to ${String(name)}`)
  }
  screen.getByRole('heading', { level: 1 }).focus()
  await tabTo('radio', /^One device/)
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: /^Two devices/ })).toBeChecked()
  await tabTo('button', 'Next: Network')
  await user.keyboard('{Enter}')
  await heading('Network')
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
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
  await user.click(await screen.findByRole('option', { name: /Set up VPN/ }))
  await heading('Goal')
  expect(document.title).toContain('Set up VPN')
})
