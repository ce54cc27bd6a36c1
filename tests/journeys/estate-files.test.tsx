import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeOverlay } from '../../src/app/overlay.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { eventually, heading, panelDrawn, visit } from '../support/app.ts'

const SUB = '11111111-1111-4111-8111-111111111111'
const VNET = `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub`

/** What the page hands to the browser as a file. */
let saved: { name: string; blob: Blob }[]

beforeEach(() => {
  saved = []
  let last: Blob | undefined
  URL.createObjectURL = (blob) => {
    last = blob instanceof Blob ? blob : undefined
    return 'blob:made'
  }
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (last) saved.push({ name: this.download, blob: last })
  })
})

afterEach(() => {
  vi.restoreAllMocks()
})

const LONG = { timeout: 30_000 }

function button(name: string | RegExp): Promise<HTMLElement> {
  return screen.findByRole('button', { name }, LONG)
}

async function openMenu(user: UserEvent, estate: RegExp) {
  await user.click(screen.getByRole('button', { name: estate }))
  await panelDrawn('Demo controls')
}

async function pick(user: UserEvent, label: string, name: string, text: string) {
  await user.upload(screen.getByLabelText(label), new File([text], name, { type: 'application/json' }))
}

/** What was made of the file. */
function report(text: RegExp): Promise<HTMLElement> {
  return waitFor(() => {
    const found = screen.getAllByRole('status').find((one) => text.test(one.textContent ?? ''))
    if (!found) throw new Error('There is no report yet')
    return found
  }, LONG)
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(reader.error ?? new Error('The file was not read'))
    reader.readAsText(blob)
  })
}

test('an estate file opens and says what was kept and what was made up; a bad one changes nothing', async () => {
  const { user } = await visit('/')
  await heading(/are down/)
  await openMenu(user, /Demo: contoso/)
  await pick(
    user,
    'Open estate file',
    'bad.json',
    JSON.stringify({ resources: [{ id: VNET }, { id: 'vnet' }] }),
  )
  const alert = await screen.findByRole('alert', {}, { timeout: 30_000 })
  expect(alert).toHaveTextContent(/bad\.json was not opened, and contoso stays as it was/)
  expect(alert).toHaveTextContent(/resources\[1\]\.id: Not an ARM id/)

  const quantum = VNET.replace('virtualNetworks/hub', 'quantumLinks/q')
  const file = [
    { id: VNET, location: 'westeurope', properties: {} },
    { id: quantum, properties: { qubits: 3 } },
  ]
  await pick(user, 'Open estate file', 'mine.json', JSON.stringify(file))
  const made = await report(/2 resources of 2 types/)
  expect(made).toHaveTextContent(/1 resource \(Microsoft\.Network\/quantumLinks 1\)/)
  expect(made).toHaveTextContent(/Made up.*1 subscription.*1 resource group \(rg\)/)
  closeOverlay()
  await heading('Nothing connects to Azure yet')
})

test('a file may be dropped beside the buttons, and never takes the page away', async () => {
  const { user } = await visit('/')
  await heading(/are down/)
  await openMenu(user, /Demo: contoso/)
  const words = screen.getByText(/may be dropped here too/)
  // A handled event returns false.
  expect(fireEvent.dragOver(words)).toBe(false)
  const files = [new File([JSON.stringify([{ id: VNET }])], 'dropped.json', { type: 'application/json' })]
  expect(fireEvent.drop(words, { dataTransfer: { files } })).toBe(false)
  await report(/1 resource of 1 type/)
})

test('where something was changed, opening a good file asks first, and a bad one is refused at once', async () => {
  const { user, emulator } = await visit('/')
  await heading(/are down/)
  const gateway = contoso.resources.find(({ id }) => /\/localNetworkGateways\/[^/]+$/.test(id))?.id ?? ''
  const changed = await emulator.fetch(
    new Request(`https://management.azure.com${gateway}?api-version=2025-05-01`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: JSON.stringify({ tags: { changed: 'yes' } }),
    }),
  )
  expect(changed.status).toBe(200)
  await openMenu(user, /Demo: contoso/)
  await pick(user, 'Open estate file', 'bad.json', '[{"id": "vnet"}]')
  const refusal = await screen.findByText(/bad\.json was not opened/, undefined, LONG)
  expect(refusal).toBeVisible()

  await pick(user, 'Open estate file', 'mine.json', JSON.stringify([{ id: VNET }]))
  expect(await screen.findByRole('alert', {}, LONG)).toHaveTextContent(
    'Opening mine.json throws away everything that was created, changed or deleted in contoso.',
  )
  await user.click(await button('Keep contoso'))
  expect((await emulator.control({ do: 'describe' })).estate).toBe('contoso')

  await user.click(await button('Reset contoso'))
  expect(await screen.findByRole('alert', {}, LONG)).toHaveTextContent(/is thrown away/)
  await user.click(await button('Reset contoso'))
  await waitFor(async () => expect((await emulator.control({ do: 'describe' })).changed).toBe(false), LONG)
})

test('a downloaded estate opens again', async () => {
  const { user } = await visit('/')
  await heading(/are down/)
  await openMenu(user, /Demo: contoso/)
  await user.click(await button('Download estate'))
  await waitFor(() => expect(saved).toHaveLength(1), LONG)
  const [file] = saved
  expect(file?.name).toBe('contoso.json')
  await pick(user, 'Open estate file', 'again.json', file ? await textOf(file.blob) : '')
  closeOverlay()
  await button(/Demo: again\.json/)
  await heading(/^\d+ of 23 connections are healthy, 2 are down/)
})

test('a snapshot has no secrets, opens without the estate, is read-only and says so', async () => {
  const first = await visit('/resources')
  const save = await eventually('button', 'Save snapshot')
  await waitFor(() => expect(save).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 30_000 })
  await first.user.click(save)
  await waitFor(() => expect(saved).toHaveLength(1), { timeout: 30_000 })
  const [file] = saved
  if (!file) throw new Error('Nothing was saved')
  expect(file.name).toMatch(/^hub-snapshot-\d{4}-\d{2}-\d{2}T\d{4}Z\.json$/)
  const text = await textOf(file.blob)
  expect(text).not.toMatch(/"(serviceKey|sharedKey|authorizationKey|radiusServerSecret)"/)
  const snapshot = JSON.parse(text)
  expect(snapshot.snapshot.unreadable).toEqual([])
  const types = new Set(snapshot.resources.map(({ id }: { id: string }) => id.split('/').at(-2)))
  for (const child of ['hubVirtualNetworkConnections', 'hubRouteTables', 'routingIntent'])
    expect(types).toContain(child)

  // A colleague, with nothing but the file; taken the day before.
  snapshot.snapshot.takenAt = '2025-11-24T09:30:00.000Z'
  const { user, emulator } = await visit('/')
  await heading(/are down/)
  await openMenu(user, /Demo: contoso/)
  await pick(user, 'Open snapshot', 'theirs.json', JSON.stringify(snapshot))
  const made = await report(/\d+ resources of \d+ types/)
  expect(made).not.toHaveTextContent(/more than once|Made up/)
  closeOverlay()
  await screen.findByText(
    /taken 24 Nov 2025, .*09:30:00.*, read-only/,
    { selector: 'span' },
    { timeout: 30_000 },
  )
  await heading(/^\d+ of 23 connections are healthy, 2 are down/)
  expect(screen.getByRole('contentinfo', { name: 'Source and age' })).toHaveTextContent(
    /Snapshot.*Taken 24 Nov 2025/,
  )

  // What was read a year ago does not look fresh.
  await user.click(screen.getByRole('link', { name: /All resources/ }))
  await heading('All resources')
  const ages = await screen.findAllByTitle(/^24 Nov 2025/, undefined, LONG)
  expect(ages.length).toBeGreaterThan(10)
  for (const age of ages) expect(age).toHaveTextContent(/^\d{3,}\s?d$/)

  const hubId = contoso.resources.find(({ id }) => /\/virtualHubs\/[^/]+$/.test(id))?.id ?? ''
  const refused = await emulator.fetch(
    new Request(`https://management.azure.com${hubId}?api-version=2025-05-01`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer x' },
    }),
  )
  expect(refused.status).toBe(409)
})

test('a snapshot of many subscriptions has the statuses, also before they were read', async () => {
  const more = Array.from({ length: 9 }, (_, index) => ({
    subscriptionId: `00000000-0000-4000-8000-00000000000${index}`,
    displayName: `Empty ${index}`,
    state: 'Enabled' as const,
    quotaId: 'Internal_2014-09-01',
  }))
  const many = { ...contoso, subscriptions: [...contoso.subscriptions, ...more] }
  const first = await visit('/resources', { estates: [many] })
  const save = await eventually('button', 'Save snapshot')
  await waitFor(() => expect(save).not.toHaveAttribute('aria-disabled', 'true'), LONG)
  const statuses = () => first.requests.filter((one) => /\/(vpnC|c)onnections\/[^/]+\?/.test(one))
  expect(statuses().length).toBeLessThan(23)
  await first.user.click(save)
  await waitFor(() => expect(saved).toHaveLength(1), LONG)
  const snapshot = JSON.parse(saved[0] ? await textOf(saved[0].blob) : '')
  expect(snapshot.snapshot.unreadable).toEqual([])

  const { user } = await visit('/')
  await heading(/are down/)
  await openMenu(user, /Demo: contoso/)
  await pick(user, 'Open snapshot', 'many.json', JSON.stringify(snapshot))
  closeOverlay()
  await button(/Demo: many\.json/)
  await heading(/^17 of 23 connections are healthy, 2 are down/)
})
