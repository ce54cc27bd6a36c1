import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { form, openForm, openPage, press, writesSent } from '../support/action-form.ts'
import { eventually } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const SITE = idOf('lng-malmo')
const CONNECTION = idOf('cn-swc-to-malmo')
const TITLE = /^Delete lng-malmo/

type Page = Awaited<ReturnType<typeof openForm>>
const deleted = (page: Page) =>
  writesSent(page).flatMap((request) => /^DELETE .*\/([^/?]+)\?/.exec(request)?.[1] ?? [])

const confirm = (page: Page, name: string) =>
  page.user.type(within(form(TITLE)).getByRole('textbox', { name: /to confirm/ }), name)

test('a site goes after its connection, once its name is typed', async () => {
  const page = await openForm(SITE, 'delete', TITLE)
  const order = await within(form(TITLE)).findByRole('region', { name: 'Order' })
  expect(
    within(order)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Delete cn-swc-to-malmo', 'Delete lng-malmo'])
  await confirm(page, 'lng-malm')
  const button = within(form(TITLE)).getByRole('button', { name: 'Delete 2 resources' })
  expect(button).toHaveAttribute('aria-disabled', 'true')
  await confirm(page, 'o')
  await press(page, TITLE, 'Delete 2 resources')
  await says(/Done: Delete lng-malmo|lng-malmo was deleted/)
  expect(deleted(page)).toEqual(['cn-swc-to-malmo', 'lng-malmo'])
})

test('the first that fails stops the rest', async () => {
  const locked: Fault = {
    kind: 'status',
    method: 'DELETE',
    path: CONNECTION,
    status: 409,
    code: 'ScopeLocked',
    message: `The scope '${CONNECTION}' cannot perform delete operation because following scope(s) are locked: '${CONNECTION}'.`,
  }
  const page = await openForm(SITE, 'delete', TITLE, [locked])
  await confirm(page, 'lng-malmo')
  await press(page, TITLE, 'Delete 2 resources')
  await says('A lock on cn-swc-to-malmo forbids this.')
  await says('Not sent: what had to be done before it was not carried out.')
  expect(deleted(page)).toEqual(['cn-swc-to-malmo'])
  expect(screen.getByRole('dialog', { name: TITLE })).toBeInTheDocument()
})

test('what becomes of the public addresses of a gateway is said', async () => {
  const title = /^Delete vgw-weu-prod/
  const page = await openForm(idOf('vgw-weu-prod'), 'delete', title)
  await waitFor(() => expect(form(title)).toHaveTextContent('stay yours'), { timeout: 20_000 })
  expect(form(title)).toHaveTextContent('GatewaySubnet stay')
  await page.user.click(within(form(title)).getByRole('checkbox', { name: /public IP/ }))
  expect(form(title)).toHaveTextContent('cannot be had again')
})

test('a lock is found before anything is typed, and choosing the action leads into it', async () => {
  const page = await openPage(idOf('lng-gdansk'))
  await page.user.click(await eventually('button', 'More actions'))
  const item = await screen.findByRole('menuitem', { name: /^Delete local network gateway/ })
  await waitFor(() => expect(item).toHaveTextContent('The lock keep-the-hub on the resource group'), {
    timeout: 20_000,
  })
  expect(item).toHaveAttribute('aria-disabled', 'true')
  await page.user.click(item)
  const card = await screen.findByLabelText('Why not: Delete local network gateway', {}, { timeout: 20_000 })
  expect(card).toHaveTextContent('CanNotDelete')
  expect(location.search).toBe('')
})
