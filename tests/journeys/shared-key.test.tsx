import { QueryClient } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest'
import type { Visit } from '../support/app.ts'
import { later } from '../support/clock.ts'
import { openTab, press, region } from '../support/panel.ts'
import { idOf, order, says } from '../support/tags-form.ts'

const KEY = 'contoso-psk-SECRET-gdansk-new-7Qm4xT'
const MARKER = 'MARKERkeyMARKERkeyMARKER42'
const AS_AZURE = 'The key as Azure has it'
const CHANGE = 'Set another key in Azure'
const ROTATE = 'Rotate the key on both ends'
const COMPARE = 'Compare the keys of both ends'
const GDANSK = 'cn-weu-to-gdansk'

/** Every query cache the app makes. */
let mounted: MockInstance<QueryClient['mount']>
beforeEach(() => {
  mounted = vi.spyOn(QueryClient.prototype, 'mount')
})
afterEach(() => mounted.mockRestore())

/** Everything the app keeps, as text. */
function kept(): string {
  const caches = mounted.mock.contexts.flatMap((client) => {
    if (!(client instanceof QueryClient)) return []
    return [
      client
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => ({ queryKey, state })),
      client
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ]
  })
  return JSON.stringify([
    caches,
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    window.location.href,
    window.history.state,
    document.title,
  ])
}

function puts({ requests }: Visit): string[] {
  return requests
    .filter((one) => one.startsWith('PUT'))
    .map((one) => one.replace(/\?.*/, '').split('/').slice(-2).join('/'))
}

async function typeKey(part: string, label: string, key: string): Promise<void> {
  const at = await region(part)
  const field = await waitFor(() => within(at).getByLabelText(label), { timeout: 30_000 })
  fireEvent.change(field, { target: { value: key } })
}

test('the key is revealed on purpose, goes when nobody looks, and is kept nowhere', async () => {
  const page = await openTab(GDANSK, 'key', AS_AZURE)
  expect(document.body).not.toHaveTextContent(KEY)
  await press(page, AS_AZURE, 'Reveal the shared key')
  await waitFor(() => expect(screen.getByLabelText(`Shared key of ${GDANSK}`)).toHaveTextContent(KEY), {
    timeout: 30_000,
  })
  await says('Shown for 30 seconds.')
  expect(kept()).toContain(GDANSK)
  expect(kept()).not.toContain(KEY)
  fireEvent(window, new Event('blur'))
  expect(document.body).not.toHaveTextContent(KEY)

  await press(page, AS_AZURE, 'Copy without showing')
  await says('The key is on the clipboard.')
  expect(await navigator.clipboard.readText()).toBe(KEY)
  expect(document.body).not.toHaveTextContent(KEY)

  await press(page, AS_AZURE, 'Reveal the shared key')
  await waitFor(() => expect(document.body).toHaveTextContent(KEY), { timeout: 30_000 })
  await page.user.click(screen.getByRole('link', { name: 'IPsec policy' }))
  await region('Azure’s defaults hold')
  expect(document.documentElement.innerHTML).not.toContain(KEY)
  expect(kept()).not.toContain(KEY)
})

test('it is hidden when its time is over', async () => {
  const page = await openTab(GDANSK, 'key', AS_AZURE)
  await press(page, AS_AZURE, 'Reveal the shared key')
  await waitFor(() => expect(document.body).toHaveTextContent(KEY), { timeout: 30_000 })
  await later(31_000, () =>
    waitFor(() => expect(document.body).not.toHaveTextContent(KEY), { timeout: 20_000 }),
  )
})

test('a refusal names the right, and holds no key', async () => {
  const page = await openTab(GDANSK, 'key', AS_AZURE, {
    faults: [
      { kind: 'forbidden', scope: idOf(GDANSK), action: 'Microsoft.Network/connections/sharedkey/action' },
    ],
  })
  await press(page, AS_AZURE, 'Reveal the shared key')
  await says(`The shared key of ${GDANSK} could not be read.`)
  await says(/Microsoft\.Network\/connections\/sharedkey\/action/i)
})

test('without the right the button says why', async () => {
  await openTab('cn-analytics-to-boston', 'key', AS_AZURE)
  const button = within(await region(AS_AZURE)).getByRole('button', { name: 'Reveal the shared key' })
  await waitFor(
    () =>
      expect(button).toHaveAccessibleDescription(
        /Microsoft\.Network\/connections\/sharedKey\/action|may not/,
      ),
    { timeout: 20_000 },
  )
})

test('a new key is checked while it is typed, sent once, and found nowhere afterwards', async () => {
  const page = await openTab(GDANSK, 'key', CHANGE)
  const part = await region(CHANGE)
  await typeKey(CHANGE, 'New shared key', 'with space')
  expect(part).toHaveTextContent('There is a space at position 5; Azure takes none.')
  await press(page, CHANGE, 'Set this key')
  expect(puts(page)).toEqual([])
  expect(within(part).getByLabelText('New shared key')).toHaveFocus()

  await typeKey(CHANGE, 'New shared key', MARKER)
  expect(part).toHaveTextContent('"value": "<shared key>"')
  expect(part).toHaveTextContent("--value '<shared key>'")
  expect(part).toHaveTextContent('no tunnel can be negotiated')
  expect((await axe.run(part, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([])
  await press(page, CHANGE, 'Set this key')
  await says('The key is set. The far end needs the same one now.')
  expect(puts(page)).toEqual([`${GDANSK}/sharedkey`])
  expect(within(part).getByLabelText('New shared key')).toHaveValue('')
  expect(document.documentElement.innerHTML).not.toContain(MARKER)
  expect(kept()).not.toContain(MARKER)

  await page.user.click(screen.getByRole('button', { name: /Request log/ }))
  await says(/sharedkey/)
  expect(document.documentElement.innerHTML).not.toContain(MARKER)

  await press(page, AS_AZURE, 'Reveal the shared key')
  await waitFor(() => expect(screen.getByLabelText(`Shared key of ${GDANSK}`)).toHaveTextContent(MARKER), {
    timeout: 30_000,
  })
})

test('a busy connection keeps the key in memory alone: after a reload it has to be entered again', async () => {
  const faults = [{ kind: 'busy' as const, path: idOf(GDANSK) }]
  const page = await openTab(GDANSK, 'key', CHANGE, { faults })
  await typeKey(CHANGE, 'New shared key', MARKER)
  await press(page, CHANGE, 'Set this key')
  await says('Nothing was sent yet; it is tried again')
  expect(kept()).not.toContain(MARKER)

  const again = await openTab(GDANSK, 'key', CHANGE)
  await says('the shared key was kept in memory only, and the page was loaded anew. Enter it again.')
  expect(puts(again)).toEqual([])
  expect(kept()).not.toContain(MARKER)
})

test('a key made here is good, and is shown to be carried away', async () => {
  const page = await openTab(GDANSK, 'key', CHANGE)
  await press(page, CHANGE, 'Make a key here')
  const field = within(await region(CHANGE)).getByLabelText('New shared key')
  expect(field).toHaveAttribute('type', 'text')
  expect(field).toHaveDisplayValue(/^[A-Za-z0-9]{48}$/)
  fireEvent(window, new Event('blur'))
  expect(field).toHaveAttribute('type', 'password')
})

test('Azure makes a key of a length', async () => {
  const page = await openTab(GDANSK, 'key', CHANGE)
  await page.user.click(screen.getByRole('radio', { name: 'A key that Azure makes' }))
  const length = within(await region(CHANGE)).getByLabelText('Length of the key')
  fireEvent.change(length, { target: { value: '200' } })
  await press(page, CHANGE, 'Let Azure make a key')
  await says('A whole number from 1 to 128.')
  expect(length).toHaveFocus()
  expect(await region(CHANGE)).not.toHaveTextContent('NaN')
  fireEvent.change(length, { target: { value: '40' } })
  await press(page, CHANGE, 'Let Azure make a key')
  await says('Azure made a new key. Reveal it above and enter it at the far end.')
  await press(page, AS_AZURE, 'Reveal the shared key')
  await waitFor(
    () => expect(screen.getByLabelText(`Shared key of ${GDANSK}`)).toHaveTextContent(/^[A-Za-z0-9]{40}$/),
    { timeout: 30_000 },
  )
})

test('two gateways: both connections get the key, one after the other, and are compared without showing it', async () => {
  const page = await openTab('cn-eus-to-sea', 'key', ROTATE)
  await typeKey(ROTATE, 'New key for both ends', MARKER)
  await press(page, ROTATE, 'Set this key on both ends')
  await says('cn-eus-to-sea has the new key.')
  await says('cn-sea-to-eus has the new key.')
  // A page of before may still be at its own key.
  expect(puts(page).filter((one) => !one.startsWith(GDANSK))).toEqual([
    'cn-eus-to-sea/sharedkey',
    'cn-sea-to-eus/sharedkey',
  ])
  await press(page, COMPARE, 'Compare both ends')
  await says('Both ends have the same key.')
  expect(document.documentElement.innerHTML).not.toContain(MARKER)
  expect(kept()).not.toContain(MARKER)
})

test('when the second end refuses, it is said which has the key, and it is sent again', async () => {
  const page = await openTab('cn-eus-to-sea', 'key', ROTATE)
  await order(page, {
    kind: 'status',
    method: 'PUT',
    path: `${idOf('cn-sea-to-eus')}/sharedkey`,
    status: 409,
    code: 'ScopeLocked',
    message: 'Locked.',
  })
  await typeKey(ROTATE, 'New key for both ends', MARKER)
  await press(page, ROTATE, 'Set this key on both ends')
  await says('Only cn-eus-to-sea has the new key.')
  await press(page, COMPARE, 'Compare both ends')
  await says('The two keys are different.')
  await order(page)
  await press(page, ROTATE, 'Set it on cn-sea-to-eus now')
  await says('cn-sea-to-eus has the new key.')
  await press(page, COMPARE, 'Compare both ends')
  await says('Both ends have the same key.')
})

test('both ends are rotated again, and a key that one end does not have is not set on the other alone', async () => {
  const page = await openTab('cn-eus-to-sea', 'key', ROTATE)
  const field = async () => within(await region(ROTATE)).getByLabelText('New key for both ends')
  await typeKey(ROTATE, 'New key for both ends', MARKER)
  await press(page, ROTATE, 'Set this key on both ends')
  await says('cn-sea-to-eus has the new key.')
  expect(await field()).toHaveValue('')

  await order(page, {
    kind: 'status',
    method: 'PUT',
    path: `${idOf('cn-sea-to-eus')}/sharedkey`,
    status: 409,
    code: 'ScopeLocked',
    message: 'Locked.',
  })
  await typeKey(ROTATE, 'New key for both ends', `${MARKER}2`)
  expect(await field()).toHaveValue(`${MARKER}2`)
  await press(page, ROTATE, 'Set this key on both ends')
  await says('Only cn-eus-to-sea has the new key.')
  await typeKey(ROTATE, 'New key for both ends', `${MARKER}3`)
  await says('The field above holds another key by now')
  expect(screen.queryByRole('button', { name: 'Set it on cn-sea-to-eus now' })).toBeNull()
  await order(page)
  await typeKey(ROTATE, 'New key for both ends', `${MARKER}2`)
  await press(page, ROTATE, 'Set it on cn-sea-to-eus now')
  await says('cn-sea-to-eus has the new key.')
  await press(page, COMPARE, 'Compare both ends')
  await says('Both ends have the same key.')
})

test('the header leads to the key, and the menu to its rotation and to captures', async () => {
  const page = await openTab(GDANSK, 'overview', 'Essentials')
  const header = await screen.findByRole('button', { name: 'Set shared key' })
  await waitFor(() => expect(header).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  await page.user.click(header)
  await region(CHANGE)
  await page.user.click(screen.getByRole('button', { name: 'More actions' }))
  await page.user.click(await screen.findByRole('menuitem', { name: 'Rotate shared key' }))
  await waitFor(() => expect(screen.getByRole('heading', { name: ROTATE })).toHaveFocus(), {
    timeout: 20_000,
  })
  await page.user.click(screen.getByRole('button', { name: 'More actions' }))
  await page.user.click(await screen.findByRole('menuitem', { name: 'Capture packets' }))
  await region('Start a capture')
})

test('a device: the key is carried there first, and compared with what Azure has', async () => {
  const page = await openTab(GDANSK, 'key', ROTATE)
  await typeKey(ROTATE, 'New key for both ends', MARKER)
  await press(page, ROTATE, 'Set it in Azure')
  await says('Enter the key in the device first, then say so here.')
  expect(puts(page)).toEqual([])
  await page.user.click(screen.getByRole('checkbox', { name: 'The device has the new key' }))
  await press(page, ROTATE, 'Set it in Azure')
  await says('Azure has the new key.')
  fireEvent.change(within(await region(COMPARE)).getByLabelText('Key of the device'), {
    target: { value: MARKER },
  })
  await press(page, COMPARE, 'Compare with Azure')
  await says('Both ends have the same key.')
})
