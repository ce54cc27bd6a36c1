import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { eventually, heading, panelDrawn, visit } from '../support/app.ts'

const LAB = contoso.subscriptions.find(({ displayName }) => displayName === 'Lab')?.subscriptionId ?? ''

function service(name: string) {
  const all = within(screen.getByRole('list', { name: 'Services' })).getAllByRole('listitem')
  const column = all.find((item) => within(item).queryByRole('heading', { name }) !== null)
  if (!column) throw new Error(`There is no column for ${name}`)
  return within(column)
}

test('a first visit shows the estate in one sentence, three services and what needs attention', async () => {
  await visit('/')
  await heading(/^\d+ of 23 connections are healthy, 2 are down/)
  for (const name of ['VPN Gateway', 'ExpressRoute', 'Virtual WAN']) {
    expect(service(name).getByRole('link', { name: /^Documentation/ })).toBeVisible()
  }
  const rows = within(screen.getByRole('region', { name: /^Needs attention/ })).getAllByRole('listitem')
  expect(rows).toHaveLength(8)
  expect(rows[0]).toHaveTextContent(/^Down ?branch-hanoi/)
  expect(rows[1]).toHaveTextContent(/^Down ?cn-eus-to-branch-denver.*NotConnected/)
})

test('what needs attention is counted as the list behind it counts it', async () => {
  const { user } = await visit('/')
  await heading(/are down/)
  const section = within(screen.getByRole('region', { name: /^Needs attention/ }))
  const total = Number(
    /^8 of (\d+), worst first/.exec((await section.findByText(/worst first/)).textContent)?.[1],
  )
  expect(total).toBeGreaterThan(8)
  await user.click(section.getByRole('link', { name: 'Show all in the list' }))
  await heading('All resources')
  await waitFor(() => expect(screen.getByText(new RegExp(`^${total} of`))).toBeVisible())
})

test('a count leads into the list, and back leads back', async () => {
  const { user } = await visit('/')
  await heading(/are down/)
  await user.click(service('VPN Gateway').getByRole('link', { name: '1 Down' }))
  await eventually('link', 'cn-eus-to-branch-denver')
  expect(new URLSearchParams(window.location.search).get('service')).toBe('vpn')
  expect(new URLSearchParams(window.location.search).get('verdict')).toBe('down')
  window.history.back()
  await heading(/are down/)
})

test('an empty estate says what was read and what each service is for', async () => {
  const { user } = await visit('/')
  await heading(/are down/)
  await user.click(screen.getByRole('button', { name: /Demo: contoso/ }))
  await panelDrawn('Demo controls')
  await user.click(screen.getByRole('radio', { name: /^empty/ }))
  // Nothing was changed, so nothing is asked.
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Open empty' }))
  await heading('Nothing connects to Azure yet')
})

test('one forbidden subscription is named with the right that is missing; the others are shown', async () => {
  const { user } = await visit('/', { faults: [{ kind: 'forbidden', scope: `/subscriptions/${LAB}` }] })
  await heading(/are down/)
  const summary = await eventually('button', /Lab/)
  await user.click(summary)
  const scopes = screen.getByRole('list', { name: 'What could not be read' })
  expect(scopes).toHaveTextContent(/Lab/)
  expect(scopes).toHaveTextContent(/Your account lacks \S+\/read\. The role Reader/)
  expect(scopes).toHaveTextContent(/Correlation id [0-9a-f-]{36}/)
})

test('a failing list is named; what else was read stays', async () => {
  const fault = {
    kind: 'status',
    path: '/providers/Microsoft.Network/vpnSites',
    status: 500,
    code: 'InternalServerError',
    message: 'Encountered internal server error.',
  } as const
  await visit('/', { faults: [fault] })
  await heading(/are down/)
  await eventually('button', /VPN sites|could not be read/)
  expect(service('Virtual WAN').getByRole('link', { name: '1 Down' })).toBeVisible()
})

test('without subscriptions there is a reason, a correlation id and another try', async () => {
  const fault = {
    kind: 'status',
    path: '/subscriptions',
    status: 403,
    code: 'AuthorizationFailed',
    message: 'The client does not have authorization.',
  } as const
  const { user, emulator } = await visit('/', { faults: [fault] })
  await heading('Azure refused to list your subscriptions')
  expect(screen.getByText('AuthorizationFailed')).toBeVisible()
  expect(screen.getByText(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)).toBeVisible()
  await emulator.control({ do: 'faults', faults: [] })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await heading(/are down/)
})

test('the demo asks ARM only for what an inventory costs', async () => {
  const { requests } = await visit('/')
  await heading(/2 are down/)
  const perSubscription = requests.filter((request) => request.includes(LAB))
  const lists = perSubscription.filter(
    (request) => !/\/providers\/Microsoft\.Network\/\w+\/[^/?]+/i.test(request),
  )
  // Twelve lists, three filters, and one list for each type and group found there.
  expect(lists.length).toBeGreaterThanOrEqual(15)
  expect(lists.length).toBeLessThanOrEqual(30)
  expect(new Set(requests).size).toBe(requests.length)
})
