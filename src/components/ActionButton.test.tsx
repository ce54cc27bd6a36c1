import { FluentProvider } from '@fluentui/react-components'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Right } from '../model/rights/right.ts'
import { ActionButton } from './ActionButton.tsx'

const SCOPE =
  '/subscriptions/c48d2f7e-61a9-4b05-8e3c-d97a50f12b68/resourceGroups/rg-lab/providers/Microsoft.Network/connections/cn'
const MISSING: Right = { is: 'missing', action: 'Microsoft.Network/connections/write', scope: SCOPE }

function draw(right: Right) {
  const onClick = vi.fn()
  const user = userEvent.setup()
  const view = (now: Right) => (
    <FluentProvider>
      <ActionButton label="Edit tags" right={now} onClick={onClick} />
    </FluentProvider>
  )
  const { rerender } = render(view(right))
  return { onClick, user, become: (now: Right) => rerender(view(now)) }
}

const button = () => screen.getByRole('button', { name: 'Edit tags' })

test.each<Right>([
  { is: 'allowed' },
  { is: 'unknown', error: { kind: 'server', code: 'X', message: 'X', details: [] } },
])('works: %o', async (right) => {
  const { onClick, user } = draw(right)
  await user.click(button())
  expect(onClick).toHaveBeenCalledTimes(1)
  expect(button()).not.toHaveAttribute('aria-disabled')
})

test.each<Right>([
  MISSING,
  { is: 'reading' },
  { is: 'readOnly', why: 'switch' },
  { is: 'subscription', state: 'Disabled' },
])('does nothing when pressed, and says why to a screen reader: %o', async (right) => {
  const { onClick, user } = draw(right)
  button().focus()
  expect(button()).toHaveFocus()
  await user.click(button())
  await user.keyboard('{Enter}')
  expect(onClick).not.toHaveBeenCalled()
  expect(button()).toHaveAttribute('aria-disabled', 'true')
  expect(button()).toHaveAccessibleDescription(/\w+\./)
})

test('the keyboard leads into the reason, where the exact action and scope can be copied, and back', async () => {
  const { user } = draw(MISSING)
  await user.tab()
  await user.keyboard('{Enter}')
  const card = await screen.findByRole('dialog', { name: 'Why not: Edit tags' })
  expect(card).toHaveTextContent('Microsoft.Network/connections/write')
  expect(card).toHaveTextContent(SCOPE)
  const copy = screen.getByRole('button', { name: 'Copy for a request' })
  await user.click(copy)
  expect(await navigator.clipboard.readText()).toContain(
    `Missing action: Microsoft.Network/connections/write\nScope: ${SCOPE}`,
  )
  await user.keyboard('{Escape}')
  await waitFor(() => expect(card).not.toBeInTheDocument())
  expect(button()).toHaveFocus()
})

test('hover shows the reason, and leaving takes it away', async () => {
  const { user } = draw(MISSING)
  await user.hover(button())
  expect(await screen.findByText(/may not do this/, { selector: 'p, p *' })).toBeVisible()
  await user.unhover(button())
  await waitFor(() => expect(screen.queryByText('Missing action')).not.toBeInTheDocument())
})

test('a tap shows the reason', async () => {
  const { user } = draw(MISSING)
  await user.pointer({ keys: '[TouchA]', target: button() })
  expect(await screen.findByText('Missing action')).toBeVisible()
})

test('keeps the focus when the right is known', async () => {
  const { become } = draw({ is: 'reading' })
  button().focus()
  become({ is: 'allowed' })
  expect(button()).toHaveFocus()
  expect(button()).not.toHaveAccessibleDescription()
})
