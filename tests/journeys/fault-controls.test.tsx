import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { eventually, heading, panelDrawn, visit } from '../support/app.ts'

const LAB = `/subscriptions/${contoso.subscriptions.find(({ displayName }) => displayName === 'Lab')?.subscriptionId}`

async function says(text: RegExp | string): Promise<void> {
  await waitFor(() => expect(document.body).toHaveTextContent(text), { timeout: 30_000, interval: 100 })
}

test('the demo turns a fault on for a subscription, says so in the banner, and turns it off again', async () => {
  const { user, emulator } = await visit('/')
  await heading(/^\d+ of 23 connections are healthy, 2 are down/)
  await user.click(screen.getByRole('button', { name: 'Demo controls' }))
  await panelDrawn('Demo controls')
  await user.click(screen.getByText('Faults'))
  const faults = within(await eventually('group', 'Faults'))
  await user.selectOptions(faults.getByRole('combobox'), 'Lab')
  await user.click(faults.getByRole('switch', { name: /^No rights/ }))
  await user.click(faults.getByRole('switch', { name: /^Slow/ }))
  await waitFor(async () =>
    expect((await emulator.control({ do: 'describe' })).faults).toEqual([
      { kind: 'forbidden', scope: LAB },
      { kind: 'slow', path: `${LAB}/`, ms: 3000 },
    ]),
  )
  expect(faults.getByRole('switch', { name: /^No rights in Lab/ })).toBeChecked()
  await says(/Demo with trouble:\s*No rights in Lab and Slow in Lab\./)
  // Nothing is read in silence.
  expect(document.body).not.toHaveTextContent('Not all could be read')

  await user.click(faults.getByRole('switch', { name: /^Slow/ }))
  await user.click(faults.getByRole('button', { name: 'Read again' }))
  await says(/Not all could be read: everything in Lab/)

  const drops = () => faults.getByRole('switch', { name: /^Connection drops/ })
  await user.click(drops())
  await waitFor(() => expect(drops()).toBeChecked())
  expect(drops()).toHaveAccessibleName(/^Connection drops\s*Nothing answers.* In the whole estate\.$/)

  await user.click(faults.getByRole('button', { name: 'Turn all off' }))
  await waitFor(() => expect(document.body).not.toHaveTextContent('Demo with trouble'))
  await user.click(faults.getByRole('button', { name: 'Read again' }))
  await waitFor(() => expect(document.body).not.toHaveTextContent('Not all could be read'), {
    timeout: 30_000,
  })
})
