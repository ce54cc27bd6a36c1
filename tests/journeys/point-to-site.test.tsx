import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { ROOT_CERTIFICATE } from '../support/certificate.ts'
import { closed, form, openForm, press, writesSent } from '../support/action-form.ts'
import type { Visit } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const SWC = idOf('vgw-swc-people')
const TITLE = /^Point-to-site of/
const MARKER = 'typed-radius-SECRET-91xq'

const open = (faults = []) => openForm(SWC, 'point-to-site', TITLE, faults)
const inForm = () => within(form(TITLE))
const list = (name: string) => within(inForm().getByRole('group', { name }))
const fill = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } })

async function clientsOf({ emulator }: Visit): Promise<Record<string, unknown>> {
  const { properties } = await asked(emulator, 'GET', SWC)
  return (properties as Record<string, unknown>).vpnClientConfiguration as Record<string, unknown>
}

async function secretsOf({ emulator }: Visit): Promise<unknown> {
  return (await asked(emulator, 'POST', `${SWC}/listRadiusSecrets`)).value
}

async function asked({ fetch }: Visit['emulator'], method: string, path: string) {
  const answer = await fetch(
    new Request(`https://management.azure.com${path}?api-version=2025-05-01`, {
      method,
      headers: { Authorization: 'Bearer x' },
    }),
  )
  return (await answer.json()) as Record<string, unknown>
}

const keptIn = (storage: Storage) =>
  Object.keys(storage)
    .map((name) => storage.getItem(name))
    .join()

test('RADIUS: one server gets another secret, a second one comes, and no place keeps what was typed', async () => {
  const page = await open()
  const { user } = page
  const servers = () => list('RADIUS servers')
  const [secret] = servers().getAllByLabelText('New secret')
  if (secret === undefined) throw new Error('no field for a secret')
  expect(secret).toHaveAttribute('type', 'password')
  expect(secret).toHaveValue('')
  fill(secret, MARKER)
  expect(form(TITLE)).toHaveTextContent('the RADIUS secret of 10.80.4.8')

  await user.click(servers().getByRole('button', { name: 'Add a RADIUS server' }))
  const [, address] = servers().getAllByRole('textbox', { name: 'Address' })
  await waitFor(() => expect(address).toHaveFocus())
  expect(inForm().getByRole('button', { name: 'Apply' })).toHaveAttribute(
    'title',
    'Enter the address of the server.',
  )
  if (address !== undefined) fill(address, '10.80.4.9')
  expect(servers().getByText('Enter the secret that the server knows this gateway by.')).toBeVisible()
  fill(servers().getByLabelText('Secret'), `${MARKER}-2`)
  expect(form(TITLE)).not.toHaveTextContent(MARKER)
  const found = await axe.run(form(TITLE), { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])

  await press(page, TITLE, 'Apply')
  await says(/Changed: /)
  expect(await secretsOf(page)).toEqual([
    { radiusServerAddress: '10.80.4.8', radiusServerSecret: MARKER },
    { radiusServerAddress: '10.80.4.9', radiusServerSecret: `${MARKER}-2` },
  ])
  for (const field of servers().getAllByLabelText('New secret')) expect(field).toHaveValue('')
  for (const storage of [localStorage, sessionStorage]) expect(keptIn(storage)).not.toContain(MARKER)
  expect(document.body.innerHTML).not.toContain(MARKER)
  expect(window.location.href).not.toContain(MARKER)
})

test('RADIUS: servers that are untouched keep their secrets, and one that goes takes its own along', async () => {
  const page = await open()
  const before = await secretsOf(page)
  await page.user.click(
    list('Revoked client certificates').getByRole('button', { name: 'Revoke a client certificate' }),
  )
  fill(
    list('Revoked client certificates').getByRole('textbox', { name: 'Name of the certificate' }),
    'laptop-0413',
  )
  const thumbprint = list('Revoked client certificates').getByRole('textbox', { name: 'Thumbprint' })
  fill(thumbprint, 'ab')
  expect(inForm().getByText('A thumbprint has 40 hexadecimal digits.')).toBeVisible()
  fill(thumbprint, '4B '.repeat(20))
  await press(page, TITLE, 'Apply')
  await says(/Changed: /)
  expect(await clientsOf(page)).toMatchObject({
    vpnClientRevokedCertificates: [{ name: 'laptop-0413', properties: { thumbprint: '4B'.repeat(20) } }],
  })
  expect(await secretsOf(page)).toEqual(before)

  // The form goes on from what Azure has now.
  await waitFor(() => expect(inForm().getByRole('button', { name: 'Remove laptop-0413' })).toBeVisible())
  await page.user.click(inForm().getByRole('button', { name: 'Remove laptop-0413' }))
  await page.user.click(inForm().getByRole('button', { name: 'Remove 10.80.4.8' }))
  expect(inForm().getByText('Add the RADIUS server that knows who may connect.')).toBeVisible()
  await page.user.click(inForm().getByRole('checkbox', { name: 'Radius' }))
  await press(page, TITLE, 'Apply')
  await waitFor(async () => expect(await secretsOf(page)).toEqual([]), { timeout: 20_000 })
  expect((await clientsOf(page)).vpnClientRevokedCertificates).toEqual([])
})

test('a root certificate is exchanged for another, and a private key is never taken', async () => {
  const page = await open()
  const roots = () => list('Root certificates')
  await page.user.click(roots().getByRole('button', { name: /^Remove / }))
  expect(roots().getByText('Add the root certificate the client certificates come from.')).toBeVisible()
  await page.user.click(roots().getByRole('button', { name: 'Add a root certificate' }))
  fill(roots().getByRole('textbox', { name: 'Name of the certificate' }), 'root-2026')
  const data = roots().getByRole('textbox', { name: /^Its public data/ })
  fill(data, '-----BEGIN PRIVATE KEY-----')
  expect(roots().getByText(/^This is a private key/)).toBeVisible()
  expect(keptIn(sessionStorage)).not.toContain('PRIVATE KEY')
  fill(data, `${ROOT_CERTIFICATE.slice(0, 64)}\n${ROOT_CERTIFICATE.slice(64)}`)
  await press(page, TITLE, 'Apply')
  await says(/Changed: /)
  expect(await clientsOf(page)).toMatchObject({
    vpnClientRootCertificates: [{ name: 'root-2026', properties: { publicCertData: ROOT_CERTIFICATE } }],
  })
  expect(writesSent(page).filter((request) => request.startsWith('PUT'))).toHaveLength(1)
  await page.user.keyboard('{Escape}')
  await closed()
  expect(screen.queryByRole('dialog')).toBeNull()
})
