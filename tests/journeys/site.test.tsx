import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { changes, closed, form, opened, openForm, press, writesSent } from '../support/action-form.ts'
import { eventually } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const SITE = idOf('lng-gdansk')
const PUT = `PUT ${SITE}?api-version=2025-05-01`
const TITLE = /^Edit lng-gdansk/

type Page = Awaited<ReturnType<typeof openForm>>
const puts = (page: Page) => writesSent(page).filter((request) => request.startsWith('PUT'))

async function addPrefix(page: Page, ...prefixes: string[]) {
  for (const prefix of prefixes) {
    await page.user.click(within(form(TITLE)).getByRole('button', { name: 'Add prefix' }))
    const rows = within(form(TITLE)).getAllByRole('textbox', { name: /^Prefix/ })
    fireEvent.change(rows.at(-1) as HTMLElement, { target: { value: prefix } })
  }
}

test('a prefix is added, one click puts right what is wrong, and it is put back', async () => {
  const page = await openForm(SITE, 'site', TITLE)
  await addPrefix(page, '10.180.4.7/16')
  expect(form(TITLE)).toHaveTextContent('Bits after the mask are set.')
  await press(page, TITLE, 'Apply')
  const rows = within(form(TITLE)).getAllByRole('textbox', { name: /^Prefix/ })
  expect(rows.at(-1)).toHaveFocus()
  expect(puts(page)).toEqual([])
  const found = await axe.run(form(TITLE), { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])

  await press(page, TITLE, 'Use 10.180.0.0/16')
  expect(within(form(TITLE)).getByRole('region', { name: 'What changes' })).toHaveTextContent(
    'AddedlocalNetworkAddressSpace/addressPrefixes = 10.180.0.0/16',
  )
  await press(page, TITLE, 'Apply')
  await says('Changed: the prefixes of lng-gdansk')
  expect(puts(page)).toEqual([PUT])
  await page.user.keyboard('{Escape}')
  await closed()

  await page.user.click(within(changes()).getByRole('button', { name: 'Put back' }))
  await opened(/^Put back/)
  expect(form(/^Put back/)).toHaveTextContent('Removed')
  await press(page, /^Put back/, 'Put back')
  await waitFor(() => expect(puts(page)).toHaveLength(2), { timeout: 20_000 })
  await waitFor(() => expect(document.querySelector('main')).not.toHaveTextContent('10.180.0.0/16'), {
    timeout: 20_000,
  })
})

test('a lock refuses it: what stands in the way is named, and what is typed stays', async () => {
  const locked: Fault = {
    kind: 'status',
    method: 'PUT',
    path: SITE,
    status: 409,
    code: 'ScopeLocked',
    message: `The scope '${SITE}' cannot perform write operation because following scope(s) are locked: '${SITE}'. Please remove the lock and try again.`,
  }
  const page = await openForm(SITE, 'site', TITLE, [locked])
  await addPrefix(page, '10.180.0.0/16')
  await press(page, TITLE, 'Apply')
  await says('A lock on lng-gdansk forbids this.')
  expect(within(form(TITLE)).getByDisplayValue('10.180.0.0/16')).toBeInTheDocument()
  await page.user.keyboard('{Escape}')
  await closed()
  await page.user.click(await eventually('button', 'Edit endpoint and prefixes'))
  await waitFor(() => expect(screen.getByDisplayValue('10.180.0.0/16')).toBeInTheDocument())
})

test('a lost answer: what became of it is read, and told', async () => {
  const page = await openForm(SITE, 'site', TITLE, [
    { kind: 'dropped', method: 'PUT', path: SITE, lost: 'answer', times: 1 },
  ])
  await addPrefix(page, '10.180.0.0/16')
  await press(page, TITLE, 'Apply')
  await says('Changed: the prefixes of lng-gdansk: read from Azure, since no answer said so')
})

test('while Azure is busy it waits, and goes when it is free', async () => {
  const page = await openForm(SITE, 'site', TITLE, [{ kind: 'busy', path: SITE }])
  await addPrefix(page, '10.180.0.0/16')
  await press(page, TITLE, 'Apply')
  await says('Nothing was sent yet; it is tried again')
  await page.emulator.control({ do: 'faults', faults: [] })
  await press(page, TITLE, 'Try now')
  await says('Changed: the prefixes of lng-gdansk')
})
