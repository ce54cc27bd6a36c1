import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { actionPath, resourcePath } from '../../src/model/paths.ts'
import { form, opened, openForm, press } from '../support/action-form.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { ask } from '../support/ask.ts'
import { idOf, says } from '../support/tags-form.ts'

afterEach(() => vi.restoreAllMocks())

function fill(title: RegExp, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values))
    fireEvent.change(within(form(title)).getByLabelText(label), { target: { value } })
}

test('a port: what is used of it, its letter, its links one at a time, and who may build on it', async () => {
  const id = idOf('erport-ams-1')
  const saved: Blob[] = []
  // jsdom has neither.
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) saved.push(blob)
    return 'blob:x'
  }
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  const { user } = await visit(resourcePath(id))
  await heading('erport-ams-1')
  const use = await eventually('region', 'Use of the port')
  expect(use).toHaveTextContent(/take 2\sGbps of 10\sGbps; together they may take up to 20\sGbps/)
  expect(use).toHaveTextContent('QinQ: Azure gives each circuit an outer tag')
  expect(
    await within(await eventually('region', 'Circuits on it')).findByRole('row', {
      name: /er-direct-ams-1 2\sGbps Standard 2 340/,
    }),
  ).toBeInTheDocument()

  const save = await eventually('button', 'Save the letter')
  await user.click(save)
  expect(await screen.findByText('Enter the name that the letter is for.')).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: 'Customer name' }), 'Contoso')
  await user.click(save)
  await screen.findByText('Saved as erport-ams-1-letter-of-authorization.pdf.')
  expect(saved[0]?.type).toBe('application/pdf')

  const title = /^Change a link of/
  const page = await openForm(id, 'link', title)
  fireEvent.change(within(form(title)).getByRole('combobox', { name: 'Link' }), {
    target: { value: 'link2' },
  })
  const on = within(form(title)).getByRole('switch', { name: 'Link is on' })
  await waitFor(() => expect(on).not.toBeChecked())
  await page.user.click(on)
  fill(title, { 'CKN, identifier of the secret': 'https://kv-er.vault.azure.net/secrets/CKN' })
  expect(await within(form(title)).findByText(/needs the CKN and the CAK/)).toBeInTheDocument()
  fill(title, { 'CAK, identifier of the secret': 'https://kv-er.vault.azure.net/secrets/CAK' })
  expect(await within(form(title)).findByText(/has no identity yet/)).toBeInTheDocument()
  const reader = `${id.split('/providers/')[0] ?? ''}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/er`
  fill(title, { 'User assigned identity, resource id': reader })
  await press(page, title, 'Change link')
  await says(/Changed: /)
  expect(await ask(page, id)).toMatchObject({
    identity: { userAssignedIdentities: { [reader]: {} } },
    properties: {
      links: [
        { name: 'link1', properties: { adminState: 'Enabled' } },
        {
          name: 'link2',
          properties: {
            adminState: 'Enabled',
            macSecConfig: { cipher: 'GcmAes128' },
            routerName: 'exr02.ams',
          },
        },
      ],
    },
  })
})

test('Global Reach: two circuits are joined by their rules, and both pages show it; keys are shown on purpose', async () => {
  const [dublin, london] = [idOf('er-dub-eunet-1'), idOf('er-lon-colt-2')]
  const title = /^Global Reach of/
  const page = await openForm(dublin, 'global-reach', title)
  fill(title, {
    Name: 'gr-dub-lon',
    'Resource id of the other circuit': dublin,
    'Link subnet': '172.16.0.0/30',
  })
  expect(await within(form(title)).findByText('This is the circuit itself.')).toBeInTheDocument()
  expect(within(form(title)).getByText(/Enter a \/29/)).toBeInTheDocument()
  fireEvent.change(within(form(title)).getByRole('combobox', { name: 'Circuit that was read' }), {
    target: { value: london },
  })
  fill(title, { 'Link subnet': '192.168.250.0/29' })
  expect(await within(form(title)).findByText(/have to be Premium unless/)).toBeInTheDocument()
  await press(page, title, 'Join circuits')
  await says(/Changed: /)

  await visit(resourcePath(idOf('er-ams-colt-1'), 'global-reach'))
  const own = await eventually('region', 'Global Reach')
  await waitFor(() =>
    expect(
      within(own).getByRole('row', {
        name: /^Connected gr-ams-lon er-lon-colt-2 London 172\.16\.0\.32\/29 none this circuit/,
      }),
    ).toBeInTheDocument(),
  )

  await visit(resourcePath(dublin, 'authorizations'))
  const listed = await eventually('region', 'Authorizations')
  expect(
    within(listed).getByRole('row', { name: /auth-plant-mes InUse cn-er-dublin-mes/ }),
  ).toBeInTheDocument()
  expect(document.body).not.toHaveTextContent('2b6e91c0-f4d8')
  fireEvent.change(screen.getByRole('combobox', { name: 'Authorization' }), {
    target: { value: `${dublin}/authorizations/auth-spare` },
  })
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Reveal the authorization key' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    ),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Reveal the authorization key' }))
  await waitFor(() =>
    expect(screen.getByRole('status', { name: 'Authorization key of auth-spare' })).toHaveTextContent(
      '2b6e91c0-f4d8-4a75-8037-dc15a9e3b864',
    ),
  )
  fireEvent.blur(window)
  await waitFor(() => expect(document.body).not.toHaveTextContent('2b6e91c0-f4d8'))
})

test('Microsoft peering: its rules while typing, its filter, and what has to go before a circuit', async () => {
  const id = idOf('er-ams-colt-1')
  const title = /^Change the Microsoft peering of/
  const page = await openForm(id, 'microsoft-peering', title)
  await within(form(title)).findByRole('option', { name: 'rf-office' })
  fill(title, { 'Public prefixes': '10.1.0.0/16' })
  expect(await within(form(title)).findByText(/10\.1\.0\.0\/16 is not public/)).toBeInTheDocument()
  fill(title, { 'Public prefixes': '203.0.113.192/27\n198.51.100.0/24', 'Route filter': '' })
  expect(await within(form(title)).findByText(/Microsoft advertises nothing to you/)).toBeInTheDocument()
  fill(title, {
    'Route filter': idOf('rf-office'),
    'IPv6 primary subnet': '2001:db8::/126',
    'IPv6 secondary subnet': '2001:db8::4/126',
  })
  fill(title, { 'IPv6 public prefixes': '2001:db8:9::/48' })
  await press(page, title, 'Change peering')
  await says(/Changed: /)
  const ended = await eventually('dialog', /^The Microsoft peering of/)
  expect(
    within(ended)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toContain('Close')
  expect(ended).not.toHaveTextContent(/Stops|Delete/)
  expect(await ask(page, `${id}/peerings/MicrosoftPeering`)).toMatchObject({
    properties: {
      routeFilter: { id: idOf('rf-office') },
      microsoftPeeringConfig: {
        advertisedPublicPrefixes: ['203.0.113.192/27', '198.51.100.0/24'],
        customerASN: 64700,
      },
      ipv6PeeringConfig: {
        primaryPeerAddressPrefix: '2001:db8::/126',
        microsoftPeeringConfig: { advertisedPublicPrefixes: ['2001:db8:9::/48'] },
      },
    },
  })

  // Where a tag says that the provider runs layer 3 it is the provider's too: it can be deleted, and nothing else, until somebody denies it.
  await page.emulator.fetch(
    new Request(`https://management.azure.com${id}?api-version=2025-05-01`, {
      method: 'PATCH',
      headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
      body: JSON.stringify({ tags: { 'hybrid-connectivity-layer-3': 'provider' } }),
    }),
  )
  await visit(actionPath(id, 'microsoft-peering'), { emulator: page.emulator })
  await opened(title)
  expect(form(title)).toHaveTextContent(/says that Colt runs layer 3 and makes this peering/)
  const prefixes = () => within(form(title)).getByRole('textbox', { name: 'Public prefixes' })
  expect(prefixes()).toHaveAttribute('readonly')
  expect(within(form(title)).getByRole('checkbox', { name: 'Delete the peering' })).toBeEnabled()
  await page.user.click(within(form(title)).getByRole('button', { name: 'The provider does not' }))
  expect(prefixes()).not.toHaveAttribute('readonly')

  await visit(actionPath(id, 'take-down'))
  const steps = await eventually('list', 'In this order')
  expect(
    within(steps)
      .getAllByRole('listitem')
      .map((one) => /^[A-Z]\w+(?: [A-Z]\w+)?/.exec(one.textContent)?.[0]),
  ).toEqual(['Connections', 'Global Reach', 'Peerings', 'Provider', 'Circuit'])
  expect(steps).toHaveTextContent('Ask Colt to deprovision it')
  const removed = screen.getByRole('list', { name: 'What is deleted now' })
  expect(removed).toHaveTextContent('Delete the Global Reach connection gr-ams-lon of er-ams-colt-1')

  const ready = idOf('er-ams-equinix-1')
  await visit(actionPath(ready, 'take-down'))
  const goOn = await eventually('link', 'Go on to delete circuit')
  expect(screen.queryByRole('textbox', { name: /to confirm/ })).not.toBeInTheDocument()
  await page.user.click(goOn)
  expect(await eventually('dialog', /^Delete er-ams-equinix-1/)).toBeInTheDocument()
})

test('the gateway of a hub: units and weights are changed, and its deletion is in order', async () => {
  const id = idOf('ergw-vhub-weu-01')
  await visit(resourcePath(id))
  await heading('ergw-vhub-weu-01')
  const connections = await eventually('region', 'Connections')
  await waitFor(() =>
    expect(
      within(connections).getByRole('row', {
        name: /erc-lon-colt-2 er-lon-colt-2 London 2\sGbps 10 off off/,
      }),
    ).toBeInTheDocument(),
  )
  const seen = await eventually('region', 'What is seen where')
  expect(within(seen).getByRole('link', { name: 'er-direct-ams-1' })).toHaveAttribute(
    'href',
    resourcePath(idOf('er-direct-ams-1'), 'paths'),
  )

  const scale = /^Change the scale units of/
  const page = await openForm(id, 'scale', scale)
  fill(scale, { 'Scale units, at least': '4', 'Scale units, at most': '3' })
  expect(await within(form(scale)).findByText('The most is not below the least.')).toBeInTheDocument()
  fill(scale, { 'Scale units, at most': '6' })
  await press(page, scale, 'Change scale units')
  await says(/Changed: /)
  expect(await ask(page, id)).toMatchObject({
    properties: { autoScaleConfiguration: { bounds: { min: 4, max: 6 } }, expressRouteConnections: [{}, {}] },
  })

  const weight = /^Weight and FastPath of/
  const own = idOf('erc-lon-colt-2')
  const second = await openForm(own, 'weight', weight)
  fill(weight, { 'Routing weight': '40000' })
  expect(await within(form(weight)).findByText(/0 to 32000\./)).toBeInTheDocument()
  fill(weight, { 'Routing weight': '300' })
  await second.user.click(within(form(weight)).getByRole('switch', { name: 'Internet security' }))
  await press(second, weight, 'Change connection')
  await says(/Changed: /)
  expect(await ask(second, own)).toMatchObject({
    properties: { routingWeight: 300, enableInternetSecurity: true, routingConfiguration: {} },
  })

  await visit(actionPath(id, 'delete'))
  const order = await eventually('region', 'Order')
  expect(
    within(order)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['Delete erc-direct-ams-1', 'Delete erc-lon-colt-2', 'Delete ergw-vhub-weu-01'])
})
