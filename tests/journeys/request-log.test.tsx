import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test, vi } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'

const GDANSK = contoso.resources.find(({ id }) => id.endsWith('/cn-weu-to-gdansk'))?.id ?? ''
const LAB = contoso.subscriptions.find(({ displayName }) => displayName === 'Lab')?.subscriptionId ?? ''

const rows = () =>
  within(screen.getByRole('grid', { name: 'Requests' }))
    .getAllByRole('row')
    .slice(1)
const log = () => screen.getByRole('region', { name: 'Request log' })
const handle = () => eventually('button', /^Request log/)

async function read() {
  await waitFor(() => expect(screen.getByRole('button', { name: 'Read again' })).toBeVisible(), {
    timeout: 30_000,
  })
}

/** The correlation id of the row that has the focus and is chosen. */
function chosen(): string | undefined {
  expect(document.activeElement).toHaveAttribute('role', 'row')
  expect(document.activeElement).toHaveAttribute('aria-selected', 'true')
  return (
    [...(document.activeElement?.querySelectorAll('[title]') ?? [])].at(-1)?.getAttribute('title') ??
    undefined
  )
}

test('opened from the status line it takes the focus, is walked by arrows, and gives the focus back', async () => {
  const { user } = await visit('/')
  await read()
  const button = await handle()
  expect(button).toHaveAttribute('aria-expanded', 'false')
  await user.click(button)
  await eventually('grid', 'Requests')
  await waitFor(() => expect(rows()[0]).toHaveFocus())
  expect(button).toHaveAttribute('aria-expanded', 'true')
  await user.keyboard('{ArrowDown}')
  const first = chosen()
  await user.keyboard('{ArrowDown}')
  // New requests come in above it at any time, so what counts is which request it is.
  const second = chosen()
  expect(second).not.toBe(first)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(within(log()).getByRole('group', { name: 'Request' })).toHaveFocus())
  await user.keyboard('{Escape}')
  await waitFor(() => expect(chosen()).toBe(second))
  const { violations } = await axe.run(log(), { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Request log' })).toBeNull()
  expect(button).toHaveFocus()

  await user.keyboard('l')
  await eventually('grid', 'Requests')
  expect(sessionStorage.getItem('hub.request-log')).toBe('open')
})

test('a request is found, its answer read, and copied as az rest without a secret', async () => {
  const secrets = JSON.stringify(contoso).match(/[^"]*SECRET[^"]*/g) ?? []
  expect(secrets.length).toBeGreaterThan(5)
  const { user } = await visit('/')
  await read()
  await user.click(await handle())
  await eventually('grid', 'Requests')
  await user.keyboard('r')
  const filter = screen.getByRole('searchbox', { name: 'Filter the requests' })
  await user.type(filter, 'connections/cn-weu-to-gdansk')
  await waitFor(() => expect(rows().length).toBeGreaterThan(1), { timeout: 20_000 })
  await user.click(rows()[0] ?? document.body)
  await waitFor(() => expect(screen.getByRole('region', { name: 'Body of the response' })).toBeVisible())
  const body = screen.getByRole('region', { name: 'Body of the response' })
  expect(body).toHaveTextContent('"connectionStatus"')
  expect(body).toHaveTextContent('"sharedKey": "<shared key>"')

  const written = vi.spyOn(navigator.clipboard, 'writeText')
  await user.click(screen.getByRole('button', { name: 'Copy as az rest' }))
  expect(written).toHaveBeenCalledWith(
    `az rest --method get --url 'https://management.azure.com${GDANSK}?api-version=2025-05-01'`,
  )
  await user.click(screen.getByRole('tab', { name: 'Headers' }))
  expect(within(log()).getByText('x-ms-client-request-id')).toBeVisible()
  expect(log()).not.toHaveTextContent(/bearer|authorization/i)
  expect(within(log()).getByRole('link', { name: 'cn-weu-to-gdansk' })).toHaveAttribute(
    'href',
    resourcePath(GDANSK),
  )
  await user.click(screen.getByRole('tab', { name: 'Response' }))
  await user.clear(filter)
  for (const row of rows().slice(0, 12)) {
    await user.click(row)
    for (const secret of secrets) expect(document.body.textContent).not.toContain(secret)
  }
})

test('refusals stand out, say what is missing, and are counted', async () => {
  const { user } = await visit('/', { faults: [{ kind: 'forbidden', scope: `/subscriptions/${LAB}` }] })
  await read()
  await user.click(await handle())
  await eventually('grid', 'Requests')
  await user.click(screen.getByRole('button', { name: 'Only failures' }))
  await waitFor(() => expect(rows().length).toBeGreaterThan(0))
  expect(rows()[0]).toHaveTextContent(/403 refused/)
  await user.click(rows()[0] ?? document.body)
  expect(await within(log()).findByText('403 AuthorizationFailed')).toBeVisible()
  expect(log()).toHaveTextContent(/Your account may not read .*It lacks Microsoft.Network\/\w+\/read/)
  expect(screen.getByRole('region', { name: 'Body of the response' })).toHaveTextContent(
    '"AuthorizationFailed"',
  )
  await waitFor(() => expect(log()).toHaveTextContent(/, [1-9]\d* refused/))

  // What the filter hides is not shown beside the list either.
  const filter = screen.getByRole('searchbox', { name: 'Filter the requests' })
  await user.type(filter, 'nothing like it')
  expect(await within(log()).findByText(/Choose a request/)).toBeVisible()
  await user.clear(filter)
  expect(await within(log()).findByText('403 AuthorizationFailed')).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'Pause' }))
  await user.click(screen.getByRole('button', { name: 'Only failures' }))
  const before = rows()[0]?.textContent
  await user.click(screen.getByRole('button', { name: 'Read again' }))
  await waitFor(() => expect(log()).toHaveTextContent(/\d+ newer/), { timeout: 20_000 })
  expect(rows()[0]?.textContent).toBe(before)
  await user.click(screen.getByRole('button', { name: 'Empty the log' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible())
})

test('the palette opens it, and a page that is left open shows it again', async () => {
  const { user } = await visit('/')
  await heading(/./)
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await eventually('combobox', /Search for/), 'request log')
  await user.keyboard('{Enter}')
  await eventually('grid', 'Requests')
  await waitFor(() => expect(log().contains(document.activeElement)).toBe(true))
})
