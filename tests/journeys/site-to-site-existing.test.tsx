import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { heading, visit } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'
import { resourcePath } from '../../src/model/paths.ts'
import {
  choose,
  device,
  field,
  fill,
  focused,
  fromSitesToReview,
  next,
  nextRefused,
  openWizard,
  pick,
  picture,
  press,
  toTunnel,
} from '../support/wizard.ts'

test('an existing virtual network without GatewaySubnet, in another group than what is new', async () => {
  const walk = await openWizard()
  await next(walk, 'Network')
  await pick(walk, 'Virtual network', /^VNET-Lab-Old/)
  expect(await field('GatewaySubnet, new')).toHaveValue('172.21.255.224/27')
  expect(await field('Resource group for what is new')).toHaveValue('rg-lab-(old)')
  await says('Given by the virtual network')
  await pick(walk, 'Resource group for what is new', /^rg-lab-vwan/)
  expect(picture()).toContain(
    'GatewaySubnet (172.21.255.224/27, new) of virtual network VNET-Lab-Old (172.21.0.0/16, exists)',
  )

  // One click puts right what cannot be.
  await fill(walk, 'GatewaySubnet, new', '172.21.0.0/26')
  // A lock is said where it is met, and is no error of the plan.
  await says('The lock as-it-was')
  const summary = await nextRefused(walk)
  expect(summary).not.toHaveTextContent('The lock as-it-was')
  await focused('GatewaySubnet, new')
  await press(walk, 'Use 172.21.255.224/27')
  expect(await field('GatewaySubnet, new')).toHaveValue('172.21.255.224/27')
})

test('the page of a gateway begins the wizard with it; an overlap is named and put right', async () => {
  const page = await visit(resourcePath(idOf('vgw-weu-prod')))
  await heading('vgw-weu-prod')
  await page.user.click(await screen.findByRole('link', { name: 'Connect a site' }, { timeout: 20_000 }))
  await heading('Goal')
  const walk = { ...page, interactions: 0 }
  expect(screen.getByRole('radio', { name: /^Use one that is there/ })).toBeChecked()
  expect(await field('Which gateway')).toHaveValue('vgw-weu-prod')
  await next(walk, 'Network')
  await says('Given by the gateway')
  await next(walk, 'Gateway')
  await next(walk, 'Sites')

  await walk.user.click(within(device(1)).getByRole('button', { name: 'Add prefix' }))
  fireEvent.change(within(device(1)).getByRole('textbox', { name: 'Prefix 1' }), {
    target: { value: '10.20.4.0/24' },
  })
  expect(device(1)).toHaveTextContent(
    /10\.20\.4\.0\/24.* overlaps 10\.20\.0\.0\/16 of the virtual network vnet-hub-weu/,
  )
  // The row's own button comes after it.
  const [remedy] = within(device(1)).getAllByRole('button', { name: 'Remove 10.20.4.0/24' })
  await walk.user.click(remedy as HTMLElement)
  expect(within(device(1)).queryByRole('textbox', { name: 'Prefix 1' })).not.toBeInTheDocument()

  // The gateway speaks BGP, so the device is taken to do so too.
  await fill(walk, 'AS number', '64815')
  await fill(walk, 'Peer address', '10.191.0.1')
  await fromSitesToReview(walk, '10.191.0.0/16')
  await toTunnel(walk)
})

test('before a gateway is chosen nothing is drawn of it; networks say which gateway they have', async () => {
  const walk = await openWizard()
  await choose(walk, 'VPN gateway', /^Use one that is there/)
  await says('Choose a gateway: what will exist is drawn then.')
  expect(screen.queryByRole('img', { name: /^On-premises/ })).not.toBeInTheDocument()
  await says(/things? still to fill in/)
  await choose(walk, 'VPN gateway', /^Create a new gateway/)
  await next(walk, 'Network')
  await pick(walk, 'Virtual network', /^vnet-hub-weu has the VPN gateway vgw-weu-prod/)
  await pick(walk, 'Virtual network', 'A new virtual network')
  expect(await field('Virtual network')).toHaveDisplayValue(/^vnet-hub-/)
  expect(await field('Address space')).not.toHaveValue('')
})

test('Basic is refused in words, and a group without rights before the first step is left', async () => {
  const walk = await openWizard(
    `/create/site-to-site/goal?network=${encodeURIComponent(idOf('vnet-erp-weu'))}`,
  )
  await says('Your account may not create this plan as it is')
  const missing = screen.getByRole('region', { name: /may not create this plan/ })
  expect(missing).toHaveTextContent('Microsoft.Network/virtualNetworkGateways/write')
  expect(missing).toHaveTextContent(/\/resourceGroups\/rg-erp-weu/i)

  await choose(walk, 'VPN devices on your side', /^Two devices/)
  await next(walk, 'Network')
  await says(/Your account lacks \d+ rights/)
  // It can be planned all the same, for whoever may create it.
  await next(walk, 'Gateway')
  fireEvent.change(await field('SKU'), { target: { value: 'Basic Generation1' } })
  await says('BGP is not available on Basic.')
  expect(screen.getByRole('radio', { name: /^Active-active/ })).toBeDisabled()
  await says(/One instance at a time, no zones, BGP/)
  await nextRefused(walk)
  await focused('SKU')
  await press(walk, 'Use VpnGw1AZ')
  expect(await field('SKU')).toHaveDisplayValue(/^VpnGw1AZ/)
})
