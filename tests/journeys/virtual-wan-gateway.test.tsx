import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const WEU = idOf('vpngw-vhub-weu-01')
const SEA = idOf('vpngw-vhub-sea-01')
const HANOI = `${SEA}/vpnConnections/branch-hanoi`
const PEOPLE = idOf('p2s-vhub-weu-01')
const SLOW = { timeout: 60_000, interval: 250 }

const row = (table: string, name: RegExp) =>
  within(screen.getByRole('table', { name: table })).getByRole('row', { name })

async function accessible(): Promise<void> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])
}

test('a gateway shows every link, on request on each instance; its connection says what an instance lacks', async () => {
  const { user } = await visit(resourcePath(WEU))
  await heading('vpngw-vhub-weu-01')
  await eventually('region', 'Sites and links')
  await waitFor(
    () => expect(row('Sites and links', /link-sfr/)).toHaveTextContent(/Connected.*Not asked/),
    SLOW,
  )
  expect(screen.getByText(/^2 units: 1\sGbps on each of its two instances$/)).toBeVisible()
  expect(screen.getByRole('region', { name: 'Instances' })).toHaveTextContent('192.0.2.11')
  await user.click(await eventually('button', 'Ask each instance'))
  await waitFor(
    () =>
      expect(row('Sites and links', /link-sfr/)).toHaveTextContent(
        /Instance 0:Tunnel upInstance 1:No association/,
      ),
    SLOW,
  )
  expect(screen.getByRole('region', { name: 'Findings' })).toHaveTextContent(
    /High: 1 link has a tunnel to one instance only: link-sfr of site-lyon\./,
  )
  await accessible()

  await user.click(within(row('Sites and links', /link-sfr/)).getByRole('link', { name: 'link-sfr' }))
  await heading('branch-lyon')
  const tunnels = await eventually('list', 'Tunnels of link-sfr')
  await waitFor(() => expect(tunnels).toHaveTextContent(/Instance 1No association, 192\.0\.2\.11/), SLOW)
  await user.click(screen.getByRole('link', { name: 'IKE associations' }))
  await says('Instance 1 holds no association with this link')
})

test('a branch that is down is explained, and is up once its device has Azure’s key', async () => {
  const { user } = await visit(resourcePath(HANOI, 'why'))
  await heading('branch-hanoi')
  await waitFor(() => expect(screen.getByText(/rules checked against \d+ facts/)).toBeVisible(), SLOW)
  expect(
    screen.getByText(/^Its link is not up\. What may be: the two ends may hold different keys\.$/),
  ).toBeVisible()
  const causes = screen.getByRole('region', { name: 'Possible causes' })
  expect(causes).toHaveTextContent(/No instance holds a phase 1 association with link-fpt/)
  expect(causes).toHaveTextContent(/Change, on the on-premises device.*192\.0\.2\.30 and 192\.0\.2\.31/)
  expect(within(causes).getByRole('link', { name: 'Set shared key' })).toBeVisible()
  await accessible()

  await user.click(screen.getByRole('link', { name: 'Overview' }))
  const control = (await screen.findByText('Demo: the device of the branch', {}, SLOW)).closest('details')
  if (control === null) throw new Error('no control')
  control.open = true
  fireEvent.change(within(control).getByLabelText('The device'), { target: { value: '0' } })
  await user.click(within(control).getByRole('button', { name: 'Set the device' }))
  await says('The device is set.')
  await user.click(screen.getByRole('link', { name: /^Why/ }))
  await waitFor(
    () => {
      const again = screen.getByRole('button', { name: /^Check/ })
      if (again.textContent === 'Check again') fireEvent.click(again)
      expect(screen.getByText(/^Its link is up, and \d+ rules found nothing/)).toBeVisible()
    },
    { timeout: 60_000, interval: 1_000 },
  )
})

test('a site says how the branch stands and where it is connected', async () => {
  await visit(resourcePath(idOf('site-singapore')))
  await heading('site-singapore')
  await says(/The branch is connected into vhub-sea-01 by 1 of 2 links; link-starhub is NotConnected\./)
  expect(screen.getByRole('region', { name: 'Links' })).toHaveTextContent(/link-starhub\s*StarHub\s*300/)
  await accessible()
})

test('people of a hub: capacity with what the documents disagree on, who is connected on demand, and the profile', async () => {
  const { user, requests } = await visit(resourcePath(PEOPLE))
  await heading('p2s-vhub-weu-01')
  await eventually('region', 'Capacity and clients')
  await says(/2 units: up to 500 users and 1\sGbps together, on 2 instances/)
  expect(screen.getByRole('region', { name: 'Address pools' })).toHaveTextContent(
    /172\.28\.0\.0\/20\s*4,096\s*2,048/,
  )
  expect(screen.getByText(/which of the two holds is not known here/)).toBeInTheDocument()
  expect(requests.filter((one) => /ConnectionHealth/i.test(one))).toEqual([])

  await user.click(screen.getByRole('link', { name: 'Clients' }))
  await user.click(await eventually('button', /^Read how many/))
  await says('172.28.0.3')
  await user.click(await eventually('button', 'Download profile'))
  await says('The profile is made. This is the demo')

  await user.click(screen.getByRole('link', { name: 'Overview' }))
  const uses = await eventually('region', 'Related resources')
  await user.click(within(uses).getByRole('link', { name: 'vsc-staff' }))
  await heading('vsc-staff')
  await eventually('region', 'Sign-in')
  await says(/10\.20\.2\.10 \(score 30\)/)
  expect(screen.getByRole('region', { name: 'Policy groups' })).toHaveTextContent(/0\s*group-staff/)
  expect(document.body).not.toHaveTextContent('SECRET')
})
