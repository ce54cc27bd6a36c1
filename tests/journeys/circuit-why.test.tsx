import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const COLT = idOf('er-ams-colt-1')
const DUBLIN = idOf('er-dub-eunet-1')
const PLANT = idOf('cn-er-dublin-mes')
const SLOW = { timeout: 60_000, interval: 250 }

const causes = () => screen.getByRole('region', { name: 'Possible causes' })
const first = () => within(causes()).getAllByRole('listitem')[0]

/** Until every answer is there. */
async function checked(): Promise<void> {
  await eventually('heading', 'Possible causes')
  await waitFor(() => expect(screen.getByText(/rules checked against \d+ facts/)).toBeVisible(), SLOW)
}

/** What somebody does at the routers of the site. */
async function setRouter(path: string, is: string): Promise<HTMLElement> {
  const part = (await screen.findByText('Demo: the routers at the far end', {}, SLOW)).closest('details')
  if (part === null) throw new Error('no control')
  part.open = true
  fireEvent.change(within(part).getByLabelText('Path'), { target: { value: path } })
  fireEvent.change(within(part).getByLabelText('Its router'), { target: { value: is } })
  return within(part).getByRole('button', { name: 'Set the router' })
}

test('a path goes down, is explained with whose it is to change, and is up again when that is put right', async () => {
  const { user, requests } = await visit(resourcePath(COLT))
  await heading('er-ams-colt-1')
  await user.click(await setRouter('secondary', 'noAnswer'))
  await says('The router is set.')
  await user.click(screen.getByRole('link', { name: /^Why/ }))
  await checked()
  expect(screen.getByText(/^The secondary path is down, the other is up, most likely because/)).toBeVisible()
  expect(first()).toHaveTextContent(
    /The router at the far end of the secondary path does not answer\s*Very likely/,
  )
  expect(first()).toHaveTextContent(/On the secondary path only Microsoft’s own row is there\s*ARP tables/)
  expect(first()).toHaveTextContent(/Change, on your router or by the provider/)
  expect(causes()).toHaveTextContent(
    /The VLAN ID at the far end of the secondary path may be another than 310\s*Possible/,
  )
  expect(screen.getByRole('region', { name: 'Paths' })).toHaveTextContent(
    /Secondary no router answers\s*Idle/,
  )
  expect(screen.getByRole('region', { name: 'Not checked' })).toHaveTextContent(/maintenance/)
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])

  await user.click(screen.getByRole('link', { name: 'Overview' }))
  await user.click(await setRouter('secondary', 'up'))
  await says('The router is set.')
  await user.click(screen.getByRole('link', { name: /^Why/ }))
  await checked()
  await waitFor(
    () => expect(screen.getByText(/^Both paths are up, and \d+ rules found nothing/)).toBeVisible(),
    SLOW,
  )
  expect(requests.filter((one) => one.startsWith('PUT'))).toEqual([])
})

test('of a connection whose authorization is gone; what may not be asked is not checked, never ruled out', async () => {
  const refused: Fault = {
    kind: 'status',
    method: 'POST',
    path: `${DUBLIN}/peerings/AzurePrivatePeering/arpTables`,
    status: 403,
    code: 'AuthorizationFailed',
    message: 'Not allowed.',
  }
  const { emulator, user } = await visit(resourcePath(PLANT, 'why'), { faults: [refused] })
  await heading('cn-er-dublin-mes')
  await checked()
  const missing = screen.getByRole('region', { name: 'Not checked' })
  expect(missing).toHaveTextContent(
    /Layer 2, VLAN ID.*the ARP tables: not readable for this account \(403 AuthorizationFailed\)/,
  )
  expect(missing).toHaveTextContent('Microsoft.Network/expressRouteCircuits/peerings/arpTables/action')
  // The demo's second handover has no session.
  expect(first()).toHaveTextContent(/BGP is not established on the secondary path\s*Very likely/)
  await user.click(within(causes()).getByRole('button', { name: /ruled out/ }))
  expect(causes()).not.toHaveTextContent('Layer 2')

  await emulator.fetch(
    new Request(
      `https://management.azure.com${DUBLIN}/authorizations/auth-plant-mes?api-version=2025-05-01`,
      { method: 'DELETE', headers: { Authorization: 'Bearer x' } },
    ),
  )
  await user.click(screen.getByRole('button', { name: 'Check again' }))
  await waitFor(
    () => expect(first()).toHaveTextContent(/The authorization of the connection may have been revoked/),
    SLOW,
  )
  await waitFor(
    () => expect(screen.getByText(/^It is NotConnected, most likely because/)).toBeVisible(),
    SLOW,
  )
  expect(
    within(causes()).getByRole('link', { name: 'Open the authorizations of the circuit' }),
  ).toHaveAttribute('href', `${resourcePath(DUBLIN)}?do=authorization`)
})

test('a hub’s connection to a circuit on an own port: the link that is switched off stands first, then what follows', async () => {
  const { user } = await visit(resourcePath(idOf('erc-direct-ams-1'), 'why'))
  await heading('erc-direct-ams-1')
  await checked()
  expect(first()).toHaveTextContent(/link2 of the port is switched off\s*Very likely/)
  expect(first()).toHaveTextContent(/adminState of link2 of erport-ams-1 is Disabled: no redundancy/)
  expect(causes()).toHaveTextContent(/2\s*The router at the far end of the secondary path does not answer/)
  expect(screen.getByRole('region', { name: 'Ends' })).toHaveTextContent(/Equinix-Amsterdam-AM5/)
  await user.click(within(causes()).getByRole('link', { name: 'Open the port' }))
  await heading('erport-ams-1')
})
