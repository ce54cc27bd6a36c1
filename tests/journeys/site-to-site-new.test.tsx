import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { heading } from '../support/app.ts'
import { says } from '../support/tags-form.ts'
import {
  choose,
  device,
  field,
  fill,
  focused,
  next,
  nextRefused,
  openWizard,
  picture,
  press,
} from '../support/wizard.ts'

test('new everything for production, with defaults: few interactions up to the review', async () => {
  const walk = await openWizard()
  await choose(walk, 'VPN devices on your side', /^Two devices/)
  expect(screen.getByRole('radio', { name: /^BGP/ })).toBeChecked()
  await next(walk, 'Network')
  await next(walk, 'Gateway')
  expect(await field('SKU')).toHaveDisplayValue(/^VpnGw2AZ, Generation2/)
  expect(screen.getByRole('radio', { name: /^Active-active/ })).toBeChecked()
  await next(walk, 'Sites')

  // Next goes to the first problem, and says what is wrong only now.
  expect(screen.queryByText(/either an IP address or a DNS name/)).not.toBeInTheDocument()
  const summary = await nextRefused(walk)
  expect(within(summary).getAllByRole('link').length).toBeGreaterThan(2)
  await focused('IP address')

  for (const [at, address, peer] of [
    [1, '203.0.113.130', '10.190.255.1'],
    [2, '203.0.113.131', '10.190.255.2'],
  ] as const) {
    walk.interactions += 2
    fireEvent.change(await field('IP address', device(at)), { target: { value: address } })
    fireEvent.change(await field('Peer address', device(at)), { target: { value: peer } })
  }
  walk.interactions += 1
  fireEvent.change(await field('AS number', device(1)), { target: { value: '64710' } })
  expect(await field('AS number', device(2))).toHaveValue('64710')
  expect(picture()).toContain('203.0.113.131, AS 64710')
  await next(walk, 'Connection')
  await waitFor(() => expect(screen.getAllByText(/48 characters, hidden/)).toHaveLength(2), {
    timeout: 20_000,
  })
  expect(picture()).not.toContain('not possible yet')
  await next(walk, 'Device')
  await next(walk, 'Review')
  // Two more create it: that warnings were read, and the button.
  expect(walk.interactions + 2).toBeLessThanOrEqual(40)
})

test('a draft is found after a reload, and says that its key is gone', async () => {
  const walk = await openWizard()
  await next(walk, 'Network')
  await says(/The lock keep-the-hub on the resource group rg-net-weu forbids deleting it/)
  await next(walk, 'Gateway')
  await fill(walk, 'Name', 'vgw-kept')
  await says(/Draft saved \d\d:\d\d/)
  const { pathname, search } = window.location
  expect(Object.values(localStorage).join()).toContain('vgw-kept')

  const again = await openWizard(`/create/site-to-site/goal${search}`)
  expect(pathname).toBe('/create/site-to-site/gateway')
  await next(again, 'Network')
  await next(again, 'Gateway')
  expect(await field('Name')).toHaveValue('vgw-kept')
  await press(again, 'Save and close')
  await heading('Set up VPN')
  await again.user.click(screen.getByRole('link', { name: 'vgw-kept' }))
  await heading('Gateway')
  await again.user.click(screen.getByRole('link', { name: /^Connection/ }))
  await heading('Connection')
  await says('The key is gone with the page that made it')
  await press(again, 'Make a new key')
  await says('48 characters, hidden')

  await press(again, 'Discard')
  await press(again, 'Discard draft')
  await heading('Goal')
  expect(Object.keys(localStorage).join()).not.toContain('wizards')
})
