import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit, type Visit } from '../support/app.ts'
import { idOf } from '../support/tags-form.ts'

const GDANSK = idOf('cn-weu-to-gdansk')
const DENVER = idOf('cn-eus-to-branch-denver')
const ROTTERDAM = idOf('cn-weu-to-rotterdam')

beforeAll(() => import('../../src/features/vpn-gateway/why/WhyTab.tsx'), 300_000)

const causes = () => screen.getByRole('region', { name: 'Possible causes' })
const first = () => within(causes()).getAllByRole('listitem')[0]

/** Until every answer is there. */
async function checked(): Promise<void> {
  await eventually('heading', 'Possible causes')
  await waitFor(() => expect(screen.getByText(/rules checked against \d+ facts/)).toBeVisible(), {
    timeout: 60_000,
    interval: 250,
  })
}

test('the key was changed, and one tunnel has fallen: who, when, what to change where', async () => {
  const { user } = await visit(resourcePath(GDANSK, 'why'))
  await heading('cn-weu-to-gdansk')
  await checked()
  expect(first()).toHaveTextContent(/The shared key differs since .*Very likely/)
  expect(first()).toHaveTextContent(/a\.nowak@contoso\.com set the shared key on .*, and nobody set it back/)
  expect(first()).toHaveTextContent(/Instance 1 is NotConnected/)
  expect(first()).toHaveTextContent(/Instance 1 holds no phase 1 association/)
  expect(first()).toHaveTextContent(/Change, on the on-premises device/)
  expect(within(causes()).getByRole('link', { name: 'Set one key on both ends' })).toHaveAttribute(
    'href',
    `${resourcePath(GDANSK, 'why')}?do=rotate-key`,
  )
  expect(first()).toHaveTextContent(/Instance 1 carried its last traffic in the five minutes before/)
  const happened = screen.getByRole('region', { name: 'What happened' })
  expect(happened).toHaveTextContent(/Tunnel of instance 1 ended/)
  expect(happened).toHaveTextContent(/Shared key set\s*last change before it, a\.nowak@contoso\.com/)
  expect(screen.getByRole('region', { name: 'Tunnels' })).toHaveTextContent(/Instance 1.*NotConnected/)

  await user.click(within(causes()).getByRole('button', { name: /ruled out/ }))
  expect(causes()).toHaveTextContent(/Phase 1 and 2 proposals Another tunnel of this connection agreed/)
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])
})

test('the device is silent: from the hub to why, and to the reset', async () => {
  const { user } = await visit('/')
  const attention = await eventually('region', 'Needs attention')
  await waitFor(
    () =>
      expect(within(attention).getByRole('link', { name: 'See why: cn-eus-to-branch-denver' })).toBeVisible(),
    { timeout: 60_000 },
  )
  await user.click(within(attention).getByRole('link', { name: 'See why: cn-eus-to-branch-denver' }))
  await heading('cn-eus-to-branch-denver')
  await checked()
  expect(first()).toHaveTextContent(
    /The device does not answer, or a firewall drops UDP 500 or 4500.*Very likely/,
  )
  expect(first()).toHaveTextContent(/No instance holds a phase 1 association with 198\.51\.100\.40/)
  expect(first()).toHaveTextContent(/reset the connection on .*, and it did not come up/)
  expect(first()).toHaveTextContent(/other connections of vgw-eus-prod are Connected/)
  expect(screen.getAllByRole('link', { name: 'Reset connection' })[0]).toHaveAttribute(
    'href',
    `${resourcePath(DENVER)}?do=reset`,
  )
})

test('what may not be asked is not checked, never ruled out, and says what it needs', async () => {
  const forbidden: Fault = {
    kind: 'status',
    method: 'POST',
    path: `${DENVER}/getikesas`,
    status: 403,
    code: 'AuthorizationFailed',
    message: 'Not allowed.',
  }
  await visit(resourcePath(DENVER, 'why'), { faults: [forbidden] })
  await checked()
  const missing = screen.getByRole('region', { name: 'Not checked' })
  expect(missing).toHaveTextContent(
    /Device and path, Phase 1 and 2 proposals.*not readable for this account \(403 AuthorizationFailed\)/,
  )
  expect(missing).toHaveTextContent('Microsoft.Network/connections/getikesas/action')
  expect(causes()).not.toHaveTextContent('The device does not answer')
})

test('a pasted log is one more fact, marked as such, and goes nowhere', async () => {
  const { user, requests } = await visit(resourcePath(DENVER, 'why'))
  await checked()
  await user.click(screen.getByRole('button', { name: 'Paste device log' }))
  const field = await eventually('textbox', 'Lines of the device’s log')
  await waitFor(() => expect(field).toHaveFocus())
  await user.paste('10[IKE] received AUTHENTICATION_FAILED notify error secret-of-the-log')
  await waitFor(() => expect(first()).toHaveTextContent(/The shared key differs.*Very likely/))
  expect(first()).toHaveTextContent(
    'The device logged AUTHENTICATION_FAILED, in 1 lineRead from the pasted log',
  )
  expect(screen.getByRole('region', { name: 'Not checked' })).not.toHaveTextContent('On-premises device')
  expect(requests.join('\n')).not.toContain('secret-of-the-log')
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toContain(
    'secret-of-the-log',
  )

  await user.click(screen.getByRole('link', { name: 'Overview' }))
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Possible causes' })).not.toBeInTheDocument(),
  )
  await user.click(screen.getByRole('link', { name: 'See why it is not up' }))
  expect(await eventually('textbox', 'Lines of the device’s log')).toHaveValue(
    '10[IKE] received AUTHENTICATION_FAILED notify error secret-of-the-log',
  )
  await user.click(screen.getByRole('button', { name: 'Discard the log' }))
  await waitFor(() => expect(first()).toHaveTextContent(/The device does not answer/))
})

/** What was slow is answered now. */
async function answered({ emulator, goOn }: Visit): Promise<void> {
  await emulator.control({ do: 'faults', faults: [] })
  goOn()
}

test('while answers are slow it says what it waits for; then the cause is there', async () => {
  const slow: Fault = { kind: 'slow', path: `${GDANSK}/getikesas`, ms: 100_000 }
  const page = await visit(resourcePath(GDANSK, 'why'), { faults: [slow] })
  await waitFor(() => expect(screen.getByText(/Still reading: .*IKE associations/)).toBeVisible(), {
    timeout: 60_000,
  })
  await answered(page)
  await checked()
  expect(first()).toHaveTextContent(/The shared key differs/)
})

test('a connection that is up says so in one sentence, with what was looked at', async () => {
  await visit(resourcePath(ROTTERDAM, 'why'))
  await checked()
  expect(screen.getByText(/It is up: 2 of 2 tunnels are Connected/)).toBeVisible()
  expect(causes()).toHaveTextContent('None was found in what could be read.')
})

test('what the lists have not brought yet is waited for, not said to be missing', async () => {
  const page = await visit(resourcePath(ROTTERDAM, 'why'), {
    faults: [{ kind: 'slow', path: '/providers/Microsoft.Network/localNetworkGateways', ms: 100_000 }],
  })
  await waitFor(() => expect(screen.getByText(/Still reading: what is around it, /)).toBeVisible(), {
    timeout: 60_000,
  })
  expect(document.body).not.toHaveTextContent('not among what was read')
  await answered(page)
  await checked()
  expect(causes()).toHaveTextContent('None was found in what could be read.')
})
