import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
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
