import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { heading, visit } from '../support/app.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { openTab, press, region } from '../support/panel.ts'
import { idOf, order, says } from '../support/tags-form.ts'

const RULES = { rules: { 'color-contrast': { enabled: false } } }

test('the overview shows both ends and every tunnel with what it carried', async () => {
  await visit(resourcePath(idOf('cn-weu-to-gdansk')))
  await heading('cn-weu-to-gdansk')
  const picture = await region('Ends and tunnels')
  await waitFor(() => expect(picture).toHaveTextContent('1 of 2 tunnels connected'), { timeout: 30_000 })
  expect(within(picture).getByRole('link', { name: 'lng-gdansk' })).toBeVisible()
  expect(within(picture).getByRole('link', { name: 'vgw-weu-prod' })).toBeVisible()
  const [first, second] = within(picture).getAllByRole('listitem')
  await waitFor(() => expect(first).toHaveTextContent(/Instance 0.*Connected/), { timeout: 30_000 })
  expect(first).toHaveTextContent(/TB received, .* sent, up for/)
  expect(second).toHaveTextContent(/Instance 1.*NotConnected.*, last came up/)
  expect((await axe.run(picture, RULES)).violations).toEqual([])
})

test('a custom policy is shown whole', async () => {
  await openTab('cn-weu-to-rotterdam', 'policy', 'This connection has its own policy')
  const table = await region('Custom policy')
  expect(table).toHaveTextContent('Phase 1EncryptionAES256')
  expect(table).toHaveTextContent('Phase 2PFS groupECP384')
  expect(table).toHaveTextContent('28800 s, fixed by Azure')
  expect(screen.getByRole('link', { name: 'Change the policy' })).toHaveAttribute(
    'href',
    expect.stringContaining('?do=policy'),
  )
})

test('without a policy Azure’s offers are spelt out, as published and without a date', async () => {
  const { user } = await openTab('cn-weu-to-gdansk', 'policy', 'Azure’s defaults hold')
  expect(await region('Azure’s defaults hold')).toHaveTextContent('0: Azure’s default, 45 s')
  const offers = await region('What Azure offers, as published by Microsoft')
  expect(offers).toHaveTextContent('a text without a date that may be years old')
  await user.click(within(offers).getByText('Phase 2, Azure responds, 26 offers'))
  const table = within(offers).getByRole('region', { name: 'Phase 2, Azure responds' })
  expect(within(table).getAllByRole('row')).toHaveLength(27)
  expect(table).toHaveTextContent('DESconsidered weak')
})

test('selectors: any to any, and what NAT rules would do', async () => {
  await openTab('cn-eus-to-branch-dallas', 'selectors', 'Everything to everything')
  expect(await region('Everything to everything')).toHaveTextContent('Policy-basedoff')
})

test('IKE associations are asked live; where they cannot be, it is said and asked again', async () => {
  const page = await openTab('cn-weu-to-rotterdam', 'ike', 'IKE security associations', {
    faults: [{ kind: 'status', path: 'getikesas', status: 500, code: 'InternalServerError', message: 'No.' }],
  })
  await says('The IKE security associations of cn-weu-to-rotterdam could not be read.')
  await says(/Correlation id/)
  await order(page)
  await press(page, 'IKE security associations', 'Try again')
  const first = await waitFor(() => screen.getByRole('article', { name: 'Instance 0' }), { timeout: 30_000 })
  expect(first).toHaveTextContent('As the policy asks for')
  expect(first).toHaveTextContent('Phase 1')
  expect(first).toHaveTextContent('DH groupECP384')
  await page.user.click(within(first).getByText('As Azure sent it'))
  expect(first).toHaveTextContent('initiatorCookie')
})

test('a connection without any tunnel has no association, and that is explained', async () => {
  await openTab('cn-eus-to-branch-denver', 'ike', 'IKE security associations')
  await says('No association: at this moment the two ends have agreed on nothing in phase 1')
})

test('what Azure answers instead of associations is not taken for none', async () => {
  await openTab('cn-weu-to-gdansk', 'ike', 'IKE security associations', {
    tamper: (_, body) => (body.includes('IkeSAs') ? JSON.stringify('Sorry') : body),
  })
  await says('its answer does not hold IKE security associations')
})

test('ExpressRoute connections keep their own page', async () => {
  await visit(resourcePath(idOf('cn-er-dublin-mes')))
  await heading('cn-er-dublin-mes')
  expect(await region('Where it stands')).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Shared key' })).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Activity' })).toBeVisible()
})

test('a local network gateway: where it is, what uses it, and its prefixes', async () => {
  await visit(resourcePath(idOf('lng-gdansk')))
  await heading('lng-gdansk')
  const users = await region('Used by')
  expect(await within(users).findByRole('link', { name: 'cn-weu-to-gdansk' })).toBeVisible()
  expect(await within(users).findByRole('link', { name: 'vgw-weu-prod' })).toBeVisible()
  expect(await region('Address space')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Change endpoint, prefixes or BGP' })).toHaveAttribute(
    'href',
    expect.stringContaining('?do=site'),
  )
})
