import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { useFirstFocus } from './first-focus.ts'

function Asking({ children }: { children: ReactNode }) {
  const surface = useFirstFocus(true)
  return (
    <Dialog open>
      <DialogSurface ref={surface}>
        <DialogBody>
          <DialogTitle>Change it</DialogTitle>
          <DialogContent data-testid="content" ref={(content) => void (content && (content.scrollTop = 400))}>
            <a href="#before">What it is</a>
            {children}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

test.each<[string, ReactNode, () => HTMLElement]>([
  ['its first field', <input key="" aria-label="Name" />, () => screen.getByRole('textbox')],
  [
    'what is chosen of a choice',
    <fieldset key="">
      <input type="radio" name="size" aria-label="Small" />
      <input type="radio" name="size" aria-label="Large" defaultChecked />
    </fieldset>,
    () => screen.getByRole('radio', { name: 'Large' }),
  ],
  [
    'its heading, where only a name is typed to confirm',
    <input key="" data-confirm aria-label="Type it to confirm" />,
    () => screen.getByRole('heading', { name: 'Change it' }),
  ],
])('a dialog begins at %s', (_, fields, first) => {
  render(<Asking>{fields}</Asking>)
  expect(first()).toHaveFocus()
})

test('what it says is read from its beginning', () => {
  render(<Asking>What happens</Asking>)
  expect(screen.getByRole('heading')).toHaveFocus()
  expect(screen.getByTestId('content').scrollTop).toBe(0)
})
