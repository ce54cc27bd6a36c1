import { render, screen } from '@testing-library/react'
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router-dom'
import { act } from 'react'
import { expect, test } from 'vitest'
import { RouteFocus } from './RouteFocus.tsx'

const HUB = '/resource/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualHubs'

/** A page, and over it a form between two of its parts: nothing in it has the focus. */
function drawn(modal: boolean) {
  const element = (
    <>
      <RouteFocus />
      <main>
        <h1>Page</h1>
        <Outlet />
      </main>
      {modal && <div role="dialog" aria-modal="true" />}
    </>
  )
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [`${HUB}/one?do=delete`] })
  render(<RouterProvider router={router} />)
  return (to: string) => act(() => router.navigate(to))
}

test.each([
  ['a form that is open is left the focus, which its next part takes', true, `${HUB}/two?do=delete`, false],
  ['a form that is still to come takes it from the heading', false, `${HUB}/two?do=delete`, true],
  ['without a form the heading has it', true, `${HUB}/two`, true],
])('%s', async (_, modal, to, isLed) => {
  const go = drawn(modal)
  await go(to)
  expect(document.activeElement === screen.getByRole('heading', { name: 'Page' })).toBe(isLed)
})
