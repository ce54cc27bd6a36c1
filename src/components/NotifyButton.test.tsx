import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { NotifyButton } from './NotifyButton.tsx'

test.each([
  ['absent', /has no notifications/],
  ['denied', /does not let this page notify you/],
] as const)('%s: why it cannot be pressed is on the screen', (state, why) => {
  const onChange = vi.fn()
  render(<NotifyButton state={state} onChange={onChange} />)
  const button = screen.getByRole('button', { name: 'Notify me' })
  expect(screen.getByText(why)).toBeVisible()
  expect(button).toHaveAccessibleDescription(why)
  button.click()
  expect(onChange).not.toHaveBeenCalled()
})

test('where it can be pressed nothing stands beside it', () => {
  const { container } = render(<NotifyButton state="off" label="Notify me when done" onChange={() => {}} />)
  expect(container).toHaveTextContent(/^Notify me when done$/)
})
