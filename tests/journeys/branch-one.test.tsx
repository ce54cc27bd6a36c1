import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { eventually, heading } from '../support/app.ts'
import { branchPicture, fillSite, openBranch } from '../support/branch-walk.ts'
import { idOf, says } from '../support/tags-form.ts'
import { create, fill, next, nextRefused, press } from '../support/wizard.ts'

test('one branch comes to a hub that is there: what is asked is its site, and it is verified once its device comes up', async () => {
  const walk = await openBranch(`?hub=${encodeURIComponent(idOf('vhub-weu-01'))}`)
  await next(walk, 'Hub')
  expect(screen.getByText('Its router is ready')).toBeVisible()
  const networks = await screen.findByRole('list', { name: 'Virtual networks of the hub' })
  expect(networks).toHaveTextContent('vnet-warehouse-weu')
  expect(networks).toHaveTextContent('10.110.0.0/20')
  await next(walk, 'Gateway')
  expect(screen.getByRole('link', { name: 'vpngw-vhub-weu-01' })).toBeVisible()
  await next(walk, 'Sites')
  const refused = await nextRefused(walk)
  expect(within(refused).getAllByRole('link').length).toBeGreaterThan(2)
  await fillSite(walk, 'site-lille', '10.110.1.0/24', '203.0.113.77')
  expect(await nextRefused(walk)).toHaveTextContent(
    'overlaps 10.110.0.0/20 of the virtual network vnet-warehouse-weu',
  )
  await fill(walk, 'Prefix 1', '10.90.32.0/22')
  expect(branchPicture()).toContain('1 branch with 1 link: site-lille (203.0.113.77, new)')
  await next(walk, 'Connection')
  await next(walk, 'Review')
  await create(walk)
  await eventually('heading', /^All 2 resources are ready/)
  await press(walk, 'Next: Devices')
  await heading('Set up the devices')
  expect(screen.getByText('192.0.2.10')).toBeVisible()
  await press(walk, 'Download the VPN configuration')
  await says('It was downloaded.')
  await press(walk, 'Next: Verify')
  await eventually('heading', 'The branch is connected')
  await press(walk, 'Keep silent')
  await eventually('heading', 'The branch waits for its device')
  expect(screen.getByRole('link', { name: 'See why site-lille is not connected' })).toHaveAttribute(
    'href',
    expect.stringMatching(/cn-site-lille\/why$/),
  )
  await press(walk, 'Come up')
  await eventually('heading', 'The branch is connected')
  expect(within(screen.getByRole('list', { name: 'Branches' })).getByText(/^Connected:/)).toHaveTextContent(
    'Connected: link-1 at 203.0.113.77',
  )
})
