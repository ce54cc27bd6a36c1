import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { closed, form, opened, press } from '../support/action-form.ts'
import { donePrefixes, heldUpReset, keptAs, refusedPrefixes, refusedReset } from '../support/operations.ts'
import { eventually, heading, panelDrawn, visit } from '../support/app.ts'
import { actionPath, resourcePath } from '../../src/model/paths.ts'
import { idOf, order } from '../support/tags-form.ts'

const GATEWAY = idOf('vgw-sea-prod')
const SITE = idOf('lng-gdansk')
const PREFIXES = ['10.64.0.0/20']
const SLOW = { timeout: 30_000 }

const finished = () => screen.findByRole('table', { name: 'Finished operations' }, SLOW)
const puts = (requests: string[]) => requests.filter((one) => one.startsWith(`PUT ${SITE}`))

test('a refused change says why, is tried again through the queue, and ends', async () => {
  localStorage.setItem(keptAs('first'), refusedPrefixes(SITE, PREFIXES, Date.now()))
  const page = await visit('/operations')
  // The demo's company has an update of its own under way.
  await heading(/1 failed today$/)
  const table = await finished()
  expect(table).toHaveTextContent('the prefixes of lng-gdansk')
  expect(table).toHaveTextContent('500 InternalServerError')
  expect(table).toHaveTextContent('b02f6c1d-0000-4000-8000-000000005be7')

  // What tells of ends is loaded when the estate stands.
  await eventually('button', /^Operations/)
  await page.user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(async () => expect(await finished()).toHaveTextContent('Succeeded'), SLOW)
  expect(puts(page.requests)).toHaveLength(1)
  expect(await finished()).not.toHaveTextContent('Failed')
  await waitFor(() => expect(screen.getByText(/, lng-gdansk: succeeded after/)).toBeVisible(), SLOW)

  await page.user.click(screen.getByRole('button', { name: 'Clear finished' }))
  expect(await screen.findByText('Nothing has finished yet.')).toBeVisible()
  const kept = Object.keys(localStorage).filter((name) => name.startsWith(keptAs('')))
  expect(kept.filter((name) => !name.startsWith(keptAs('noted')))).toEqual([])
})

test('a refused change that a lock forbids by now is not sent again, and the button says why', async () => {
  const locked = idOf('lng-test_1')
  localStorage.setItem(keptAs('first'), refusedPrefixes(locked, PREFIXES, Date.now()))
  const page = await visit('/operations')
  const again = await eventually('button', 'Try again')
  await waitFor(() => expect(again).toHaveAccessibleDescription(/The lock as-it-was/), SLOW)
  expect(again).toHaveAttribute('aria-disabled', 'true')
  await page.user.click(again)
  await waitFor(() => expect(screen.getByRole('dialog', { name: 'Why not: Try again' })).toBeVisible(), SLOW)
  expect(page.requests.filter((one) => one.startsWith('PUT'))).toEqual([])
})

test('what Azure refuses is listed with its words and its requests', async () => {
  localStorage.setItem(keptAs('first'), refusedPrefixes(SITE, PREFIXES, Date.now()))
  const page = await visit('/operations')
  await order(page, {
    kind: 'status',
    method: 'PUT',
    path: '/lng-gdansk',
    status: 400,
    code: 'GatewayIsBusyElsewhere',
    message: 'Not now.',
  })
  await page.user.click(await eventually('button', 'Try again'))
  await waitFor(async () => expect(await finished()).toHaveTextContent('400 GatewayIsBusyElsewhere'), SLOW)
  await page.user.click(await eventually('button', 'Show in request log'))
  const log = await screen.findByRole('region', { name: 'Request log' }, SLOW)
  await waitFor(() => expect(within(log).getAllByText(/lng-gdansk/).length).toBeGreaterThan(0), SLOW)
})

test('a refused reset is tried again from its form, and nothing is sent before', async () => {
  localStorage.setItem(keptAs('first'), refusedReset(GATEWAY, Date.now()))
  const page = await visit('/operations')
  const table = await finished()
  expect(table).toHaveTextContent('Not carried out: Reset vgw-sea-prod.')
  expect(table).toHaveTextContent(/8.min/)
  expect(within(table).queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  const link = within(table).getByRole('link', { name: 'Open its form' })
  expect(link).toHaveAttribute('href', actionPath(GATEWAY, 'reset'))
  expect(page.requests.filter((one) => one.startsWith('POST'))).toEqual([])
})

test('what can no longer be looked at can be let go, and then it is not known', async () => {
  localStorage.setItem(keptAs('first'), heldUpReset(GATEWAY, Date.now()))
  const page = await visit('/operations', {
    faults: [{ kind: 'dropped', path: '/operations/held-up', lost: 'request' }],
  })
  const table = await screen.findByRole('table', { name: 'Running operations' }, SLOW)
  expect(table).toHaveTextContent('Paused')
  expect(table).toHaveTextContent('Azure may still be at it')
  await page.user.click(within(table).getByRole('button', { name: 'Stop following' }))
  await waitFor(async () => expect(await finished()).toHaveTextContent('It is not known whether'), SLOW)
})

test('what another one began is noted, shown on its page, and followed', async () => {
  const page = await visit(resourcePath(GATEWAY))
  await heading('vgw-sea-prod')
  await page.emulator.control({ do: 'settings', speed: 'fast' })
  await page.emulator.fetch(
    new Request(`https://management.azure.com${GATEWAY}/reset?api-version=2025-05-01`, {
      method: 'POST',
      headers: { authorization: 'Bearer x' },
    }),
  )
  await page.user.click(await eventually('button', 'Refresh'))
  await waitFor(() => expect(screen.getByText(/Update, noted on Azure, for/)).toBeVisible(), SLOW)
  await page.user.click(await eventually('button', /^Operations, \d running/))
  await panelDrawn('Running and finished operations')
  expect(screen.getByText('All operations')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByText(/noted on Azure, for/)).not.toBeInTheDocument(), SLOW)
})

test('a change that went well is put back from the list, on its page and from its form', async () => {
  const wider = [...PREFIXES, '10.99.0.0/24']
  localStorage.setItem(keptAs('first'), donePrefixes(SITE, wider, PREFIXES, Date.now()))
  const page = await visit('/operations')
  await page.user.click(within(await finished()).getByRole('link', { name: 'Put back' }))
  // The form hides the page below it, so its heading is not waited for.
  await opened(/^Put back the prefixes of lng-gdansk/)
  expect(form(/^Put back/)).toHaveTextContent('10.99.0.0/24')
  expect(puts(page.requests)).toEqual([])
  await press(page, /^Put back/, 'Put back')
  await closed()
  await waitFor(() => expect(puts(page.requests)).toHaveLength(1), SLOW)
  await waitFor(
    () => expect(screen.getByRole('region', { name: 'Changes' })).toHaveTextContent('Changed: '),
    SLOW,
  )
  const { body } = await page.emulator
    .fetch(
      new Request(`https://management.azure.com${SITE}?api-version=2025-05-01`, {
        headers: { authorization: 'Bearer x' },
      }),
    )
    .then(async (answer) => ({ body: await answer.text() }))
  expect(body).toContain('10.99.0.0/24')
})

test('what was changed since is not put back, and says so', async () => {
  localStorage.setItem(keptAs('first'), donePrefixes(SITE, PREFIXES, ['10.98.0.0/24'], Date.now()))
  const page = await visit('/operations')
  await page.user.click(within(await finished()).getByRole('link', { name: 'Put back' }))
  await heading('lng-gdansk')
  expect(await screen.findByText(/Nothing to put back: the prefixes of lng-gdansk/, {}, SLOW)).toBeVisible()
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('who began what runs elsewhere is asked of the activity log, when somebody looks', async () => {
  const page = await visit('/operations')
  const table = await screen.findByRole('table', { name: 'Running operations' }, SLOW)
  await waitFor(() => expect(table).toHaveTextContent(/@contoso\./), SLOW)
  // Nobody is told of what a hub does by itself.
  expect(within(table).getByRole('row', { name: /vgw\.analytics\.eus/ })).not.toHaveTextContent(
    'noted on Azure',
  )
  // Once for each subscription.
  const asked = page.requests.filter((one) => one.includes('eventtypes/management'))
  expect(new Set(asked.map((one) => one.split('?')[0])).size).toBe(asked.length)
})

test('a reset of the demo empties the list: what was done was done to another estate', async () => {
  localStorage.setItem(keptAs('first'), donePrefixes(SITE, PREFIXES, PREFIXES, Date.now()))
  const { user } = await visit('/operations')
  await finished()
  await user.click(await eventually('button', 'Demo controls'))
  await panelDrawn('Demo controls')
  await user.click(await eventually('button', 'Reset contoso'))
  await waitFor(() => expect(localStorage.getItem(keptAs('first'))).toBeNull(), SLOW)
  expect(await screen.findByText('Nothing has finished yet.', {}, SLOW)).toBeVisible()
})

test('where nothing was done yet the page says what would be there; the navigation leads to it', async () => {
  const { user } = await visit('/')
  await user.click(await eventually('link', /^Operations/))
  await heading(/^(No|1) operation is running$/)
  expect(await screen.findByText('Nothing has finished yet.')).toBeVisible()
})
