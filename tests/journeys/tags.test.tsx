import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { closed } from '../support/action-form.ts'
import { eventually, heading, visit } from '../support/app.ts'
import {
  addTag,
  apply,
  dialog,
  edit,
  idOf,
  opened,
  order,
  says,
  sent,
  tags,
  typedValue,
} from '../support/tags-form.ts'

const SITE = idOf('lng-gdansk')
const PATCH = `PATCH ${SITE}?api-version=2025-05-01`

const status = (code: number, name: string, message = 'An error occurred.'): Fault => ({
  kind: 'status',
  method: 'PATCH',
  path: SITE,
  status: code,
  code: name,
  message,
})

test('tags are changed: what changes is shown before, the page has it after, and it is put back', async () => {
  const page = await edit(SITE)
  await addTag(page, 'cost center', '4711')
  expect(within(dialog()).getByRole('region', { name: 'What changes' })).toHaveTextContent(
    'Addedcost center = 4711Only the tags change.',
  )
  expect(dialog()).toHaveTextContent(`PATCH ${SITE}?api-version=2025-05-01`)
  expect(dialog()).toHaveTextContent('"cost center": "4711"')
  const found = await axe.run(dialog(), { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])

  await apply(page)
  await closed()
  expect(tags()).toHaveTextContent('The tags of lng-gdansk were changed.')
  expect(within(tags()).getByRole('link', { name: /cost center = 4711/ })).toBeVisible()
  expect(sent(page)).toEqual([PATCH])
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit tags' })).toHaveFocus())

  await page.user.click(screen.getByRole('button', { name: 'Put back' }))
  await opened()
  expect(within(dialog()).getByRole('region', { name: 'What changes' })).toHaveTextContent(
    'Removedcost center = 4711',
  )
  await apply(page)
  await waitFor(
    () => expect(within(tags()).queryByRole('link', { name: /cost center/ })).not.toBeInTheDocument(),
    { timeout: 20_000 },
  )
  expect(sent(page)).toHaveLength(2)
})

test('with the keyboard alone: a tag is added, removed and kept when the form is closed', async () => {
  const page = await visit(resourcePath(SITE))
  await heading('lng-gdansk')
  const { user } = page
  const button = await eventually('button', 'Edit tags')
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  button.focus()
  await user.keyboard('{Enter}')
  await opened()
  within(dialog()).getByRole('button', { name: 'Add tag' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Name of tag/))
  await user.keyboard('a/b{Enter}')
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Value of tag/))
  await user.keyboard('x')
  const name = within(dialog())
    .getAllByRole('textbox', { name: /^Name of tag/ })
    .at(-1)
  expect(name).toBeInvalid()
  expect(name).toHaveAccessibleDescription('Azure takes no / in the name of a tag.')

  within(dialog()).getByRole('button', { name: 'Apply' }).focus()
  await user.keyboard('{Enter}')
  expect(name).toHaveFocus()
  expect(sent(page)).toEqual([])

  await user.keyboard('{Escape}')
  await closed()
  expect(tags()).toHaveTextContent('What you typed is kept and not sent.')
  await waitFor(() => expect(button).toHaveFocus())
  await user.keyboard('{Enter}')
  await opened()
  expect(typedValue()).toHaveValue('x')
  within(dialog()).getByRole('button', { name: 'Remove tag a/b' }).focus()
  await user.keyboard('{Enter}')
  expect(dialog()).toHaveTextContent('Nothing yet.')
})

test('lines are pasted into an empty name', async () => {
  const { user } = await edit(SITE)
  await user.click(within(dialog()).getByRole('button', { name: 'Add tag' }))
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Name of tag/))
  await user.paste('team=network\nstage: prod')
  expect(dialog()).toHaveTextContent('Addedteam = network')
  expect(dialog()).toHaveTextContent('Addedstage = prod')
})

test.each<[refusal: string, fault: Fault, said: (string | RegExp)[]]>([
  [
    'a refusal whose reason Azure does not name',
    status(403, 'AuthorizationFailed', 'Not here.'),
    [
      'Azure refused to change the tags of lng-gdansk.',
      'Azure does not name the right, or the policy, that stands in the way.',
      'Not here.',
      /Correlation id/,
    ],
  ],
  [
    'a failing service',
    status(500, 'InternalServerError'),
    ['Not changed: the tags of lng-gdansk.', 'The fault is on the side of Azure.', /Correlation id/],
  ],
])('%s: said with why and what to do, and the form stays', async (_, fault, said) => {
  const page = await edit(SITE, [fault])
  await addTag(page, 'team', 'network')
  await apply(page)
  for (const text of said) await says(text)
  expect(typedValue()).toHaveValue('network')

  await order(page)
  await apply(page)
  await says('The tags of lng-gdansk were changed.')
})

test('a busy resource: it waits, says so, and goes when the resource is free', async () => {
  const page = await edit(SITE, [{ kind: 'busy', path: SITE }])
  await addTag(page, 'team', 'network')
  await apply(page)
  await says('Azure is at work on lng-gdansk, or on what it hangs on, with another change.')
  await order(page)
  await page.user.click(screen.getByRole('button', { name: 'Try now' }))
  await says('The tags of lng-gdansk were changed.')
})

test('a dropped connection: what became of it is read, and told', async () => {
  const page = await edit(SITE, [{ kind: 'dropped', method: 'PATCH', path: SITE, lost: 'request' }])
  await addTag(page, 'team', 'network')
  await apply(page)
  await says('It is not known whether this was changed: the tags of lng-gdansk.')
  expect(dialog()).toHaveTextContent('lng-gdansk was read after that and is not as wanted.')
  expect(typedValue()).toHaveValue('network')
  await order(page, { kind: 'dropped', method: 'PATCH', path: SITE, lost: 'answer' })
  await apply(page)
  await says('The tags of lng-gdansk were changed: read from Azure, since no answer said so.')
})

test('tags that changed meanwhile: both are shown, and nothing is sent before somebody chooses', async () => {
  const page = await edit(SITE)
  await addTag(page, 'team', 'network')
  await page.emulator.fetch(
    new Request(`https://management.azure.com${SITE}?api-version=2025-05-01`, {
      method: 'PATCH',
      headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
      body: JSON.stringify({ tags: { theirs: 'yes' } }),
    }),
  )
  await apply(page)
  await says('The tags changed in Azure since this was opened')
  expect(sent(page)).toEqual([])
  expect(within(dialog()).getByRole('row', { name: 'theirs no tag yes no tag' })).toBeVisible()
  await page.user.click(screen.getByRole('button', { name: 'Make my changes to the tags as they are now' }))
  expect(within(dialog()).getByRole('region', { name: 'What changes' })).toHaveTextContent(
    'Addedteam = network',
  )
  await apply(page)
  await says('The tags of lng-gdansk were changed.')
  expect(within(tags()).getByRole('link', { name: 'theirs = yes' })).toBeVisible()
})

test('an expired token: nothing is lost over a reload, and only a click sends it', async () => {
  const page = await edit(SITE, [{ kind: 'expiredToken', path: SITE }])
  await addTag(page, 'team', 'network')
  await apply(page)
  await says('Not sent: a sign-in was needed.')

  const again = await visit(resourcePath(SITE))
  await opened()
  expect(typedValue()).toHaveValue('network')
  await says('Not sent: a sign-in was needed.')
  expect(sent(again)).toEqual([])
  await again.user.click(screen.getByRole('button', { name: 'Send now' }))
  await says('The tags of lng-gdansk were changed.')
  expect(sent(again)).toHaveLength(1)
})

/** False: the browser asks first. */
const isLeftUnasked = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

test('a reload while the change is on its way: the form is there again, and how it stands is read', async () => {
  const page = await edit(SITE, [{ kind: 'slow', path: SITE, ms: 100_000 }])
  await addTag(page, 'team', 'network')
  await apply(page)
  await says(/Reading it as it is now, \d/)
  page.goOn()
  await says('Sending the change')
  await waitFor(() => expect(isLeftUnasked()).toBe(false), { timeout: 20_000 })

  const again = await visit(resourcePath(SITE))
  await opened()
  await says('It is not known whether this was changed: the tags of lng-gdansk.')
  expect(dialog()).toHaveTextContent('The page was left or reloaded while Azure was being asked')
  expect(typedValue()).toHaveValue('network')
  expect(sent(again)).toEqual([])
  await apply(again)
  await says('The tags of lng-gdansk were changed.')
})

test('what is opened from a file takes no change, and the button says why', async () => {
  const file = {
    resources: [{ id: SITE, type: 'Microsoft.Network/localNetworkGateways', tags: { env: 'prod' } }],
  }
  const { user } = await visit(resourcePath(SITE), { file })
  const button = await eventually('button', 'Edit tags')
  await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  expect(button).toHaveAccessibleDescription(/takes no changes/)
  await user.click(button)
  expect(screen.queryByRole('dialog', { name: /^Edit the tags/ })).not.toBeInTheDocument()
})

test('what lives in something else has no tags of its own, and says so', async () => {
  await visit(resourcePath(idOf('defaultRouteTable')))
  await says('Azure keeps no tags of its own for it: those of the virtual hub count.')
})
