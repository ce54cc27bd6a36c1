import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Write } from '../../model/edits/write.ts'
import type { WriteState } from '../../model/edits/write-state.ts'
import { WriteStatus } from './WriteStatus.tsx'

const WRITE: Write = {
  is: 'edit',
  topic: 'tags',
  id: '/gw',
  name: 'gw',
  method: 'PATCH',
  member: 'tags',
  was: {},
  changes: [{ path: ['tags', 'env'], to: 'test' }],
  what: 'the tags of gw',
  effect: '',
  action: '',
  holds: ['/gw'],
}

function show(state: WriteState) {
  const begin = vi.fn()
  render(
    <WriteStatus
      write={{ key: 'k', write: WRITE, state }}
      demo={false}
      signIn={{ leaving: false, begin }}
      subscriptions={[]}
      onAgain={() => undefined}
      onDrop={() => undefined}
    />,
  )
  return begin
}

it.each<[string, WriteState, RegExp]>([
  ['has not been sent', { is: 'unsent', why: 'signIn' }, /Waiting for sign-in\. Nothing was sent/],
  [
    'runs on Azure',
    { is: 'working', step: 'running', since: 0 },
    /goes on with it\. How it ends is seen after/,
  ],
])('leads to the sign-in that a write needs which %s', async (_, state, words) => {
  const begin = show(state)
  expect(document.body).toHaveTextContent(words)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in to continue' }))
  expect(begin).toHaveBeenCalledOnce()
})
