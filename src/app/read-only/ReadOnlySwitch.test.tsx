import { FluentProvider } from '@fluentui/react-components'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { readOnlyStore } from '../../queries/use-read-only.ts'
import { ReadOnlyChip } from './ReadOnlyChip.tsx'
import { ReadOnlySwitch } from './ReadOnlySwitch.tsx'

afterEach(() => readOnlyStore.set(false))

test('switch and chip are one: on, said, and off again', async () => {
  const user = userEvent.setup()
  render(
    <FluentProvider>
      <ReadOnlySwitch />
      <ReadOnlyChip />
    </FluentProvider>,
  )
  const on = screen.getByRole('switch', { name: 'Read-only' })
  expect(on).not.toBeChecked()
  expect(on).toHaveAccessibleDescription(/Nothing is changed from this browser/)
  await user.click(on)
  expect(on).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Turn read-only off' }))
  expect(on).not.toBeChecked()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
