import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { DEFAULT_COLUMNS } from '../../model/list/view.ts'
import { ColumnsPanel } from './ColumnsPanel.tsx'

test('a checkbox answers before the address has changed, and two presses add up', async () => {
  const onChange = vi.fn()
  const user = userEvent.setup()
  // The address is slow here: `columns` stays as it was.
  render(<ColumnsPanel columns={DEFAULT_COLUMNS} onChange={onChange} />)
  const [sku, tags] = ['SKU', 'Tags'].map((name) => screen.getByRole('checkbox', { name }))
  if (!sku || !tags) throw new Error('no checkboxes')
  await user.click(sku)
  await user.click(tags)
  expect(sku).not.toBeChecked()
  expect(tags).toBeChecked()
  expect(onChange).toHaveBeenLastCalledWith(expect.not.arrayContaining(['sku']))
  expect(onChange).toHaveBeenLastCalledWith(expect.arrayContaining(['tags']))
})
