import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { hexOf } from '../../src/model/device/hostile.ts'
import { openTab, press, region } from '../support/panel.ts'
import { idOf, says } from '../support/tags-form.ts'

const KEY = 'contoso-psk-SECRET-gdansk-new-7Qm4xT'
const FILE = 'Configuration'
const GDANSK = 'cn-weu-to-gdansk'

/** The text of the file as it stands. */
function file(vendor: string): string {
  return screen.getByRole('region', { name: `Configuration for ${vendor}` }).textContent ?? ''
}

test('the device of a connection gets a configuration of its maker, and its values', async () => {
  const page = await openTab(GDANSK, 'device', FILE)
  expect(file('strongSwan (swanctl)')).toContain('Review before applying.')
  expect(file('strongSwan (swanctl)')).toContain('secret = REPLACE_SHARED_KEY')
  const part = await region(FILE)
  expect(part).toHaveTextContent('Proven with a handshake, a rekey and a ping against a second strongSwan')

  await page.user.selectOptions(within(part).getByLabelText('Device'), 'Cisco IOS-XE')
  expect(file('Cisco IOS-XE')).toContain('crypto ikev2 proposal azure-cn-weu-to-gdansk')
  await page.user.selectOptions(within(part).getByLabelText('Device'), 'FortiGate (FortiOS)')
  expect(file('FortiGate (FortiOS)')).toContain('config vpn ipsec phase1-interface')

  const values = await region('Values for any device')
  expect(within(values).getByRole('row', { name: /^IKE version/ })).toHaveTextContent('IKEv2')
  await page.user.click(within(values).getByRole('button', { name: 'Copy all values' }))
  await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('IKE version\tIKEv2'))
})

test('behind NAT the device speaks from its private address', async () => {
  const page = await openTab(GDANSK, 'device', FILE)
  const part = await region(FILE)
  await page.user.click(within(part).getByLabelText('The device is behind NAT'))
  expect(file('strongSwan (swanctl)')).toContain('local_addrs = REPLACE_PRIVATE_ADDRESS')
  const field = within(part).getByLabelText('Its private address')
  fireEvent.change(field, { target: { value: '192.168.1' } })
  expect(part).toHaveTextContent('Enter an IPv4 address, such as 192.168.1.2.')
  fireEvent.change(field, { target: { value: '192.168.1.2' } })
  expect(file('strongSwan (swanctl)')).toContain('local_addrs = 192.168.1.2')
})

test('the key is put in on purpose, and goes when nobody looks', async () => {
  const page = await openTab(GDANSK, 'device', FILE)
  const digits = hexOf(KEY)
  await press(page, FILE, 'Put the key in')
  await waitFor(() => expect(file('strongSwan (swanctl)')).toContain(`secret = 0x${digits}`), {
    timeout: 30_000,
  })
  await says(/The key is in the configuration for 30 seconds/)
  expect(
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), window.location.href]),
  ).not.toMatch(new RegExp(`${KEY}|${digits}`))
  fireEvent(window, new Event('blur'))
  expect(document.documentElement.innerHTML).not.toContain(digits)

  await press(page, FILE, 'Put the key in')
  await press(page, FILE, 'Take the key out')
  expect(file('strongSwan (swanctl)')).toContain('REPLACE_SHARED_KEY')
  expect(document.documentElement.innerHTML).not.toContain(digits)
})

test('a refusal names the right', async () => {
  const page = await openTab(GDANSK, 'device', FILE, {
    faults: [
      { kind: 'forbidden', scope: idOf(GDANSK), action: 'Microsoft.Network/connections/sharedkey/action' },
    ],
  })
  await press(page, FILE, 'Put the key in')
  await says(`The shared key of ${GDANSK} could not be read.`)
})
