import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { overlay } from '../../src/app/overlay.ts'
import { visit } from '../support/app.ts'

test("Ctrl+K opens the palette, and is not the browser's while something is open", async () => {
  const { user } = await visit('/resources')
  await screen.findByRole('grid', { name: 'Resources' }, { timeout: 30_000 })
  await user.keyboard('{Control>}k{/Control}')
  const field = await screen.findByRole('combobox', {}, { timeout: 30_000 })
  // `false`: its default was prevented.
  expect(fireEvent.keyDown(field, { key: 'k', ctrlKey: true })).toBe(false)
  expect(field).toBeInTheDocument()
})

test('Escape closes a panel that was asked for before it is there', async () => {
  await visit('/resources')
  const button = await screen.findByRole('button', { name: 'Demo controls' }, { timeout: 30_000 })
  fireEvent.click(button)
  expect(overlay.get().is).toBe('demo')
  fireEvent.keyDown(button, { key: 'Escape' })
  expect(overlay.get().is).toBe('none')
  expect(button).toHaveFocus()
})
