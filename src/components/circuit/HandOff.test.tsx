import { FluentProvider } from '@fluentui/react-components'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { circuit } from '../../../tests/support/resources.ts'
import { HandOff } from './HandOff.tsx'

test.each(['afterprint', 'focus'])('the sheet with the key is there until %s', async (end) => {
  vi.stubGlobal('print', () => undefined)
  render(
    <FluentProvider>
      <HandOff
        circuit={circuit('er', { serviceProviderName: 'Equinix', serviceKey: 'key-of-er' })}
        more={{}}
        onContact={() => undefined}
      />
    </FluentProvider>,
  )
  expect(document.body).not.toHaveTextContent('key-of-er')
  await userEvent.click(screen.getByRole('button', { name: 'Print the order, with the key' }))
  expect(document.body).toHaveTextContent('Service key: key-of-er')
  act(() => void window.dispatchEvent(new Event(end)))
  expect(document.body).not.toHaveTextContent('key-of-er')
  vi.unstubAllGlobals()
})
