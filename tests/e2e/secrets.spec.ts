import type { Page } from '@playwright/test'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { actionPath, resourcePath } from '../../src/model/paths.ts'
import { arm, reachEmulator } from './emulator.ts'
import { expect, test } from './fixtures.ts'
import { idOf } from './estate.ts'
import { everythingKept } from './kept.ts'
import { openHub, openList, openResource, show } from './pages.ts'

const SECRET_MEMBERS = new Set(['sharedKey', 'authorizationKey', 'radiusServerSecret'])

/** What Azure would keep: it may be nowhere in the page. */
const SECRETS = [...new Set(secretsIn(contoso.resources))]
const RADIUS_SERVERS = idOf('vsc-staff')

test('no secret reaches the page or what it keeps', async ({ page, context }) => {
  test.slow()
  expect(SECRETS.length).toBeGreaterThan(20)
  await reachEmulator(context)
  await openHub(page)
  // They do come over the wire.
  expect(SECRETS.some((secret) => secret.includes('radius'))).toBe(true)
  expect(secretsFound(JSON.stringify(await arm(page, 'GET', RADIUS_SERVERS)))).not.toEqual([])
  await expectNoSecret(page)

  await openList(page, '?columns=verdict,name,kind,related,tags&q=SECRET')
  await expect(page.getByText('No resource matches all of this')).toBeVisible()
  await expectNoSecret(page, 'SECRET')

  const circuit = idOf('er-dub-eunet-1')
  for (const id of [
    idOf('cn-weu-to-gdansk'),
    idOf('cn-er-dublin-mes'),
    circuit,
    `${circuit}/authorizations/auth-spare`,
    RADIUS_SERVERS,
    idOf('vgw-swc-people'),
    idOf('p2s-vhub-weu-01'),
    idOf('branch-lyon'),
  ]) {
    const name = id.split('/').at(-1) ?? ''
    await test.step(name, async () => {
      await openResource(page, resourcePath(id), name)
      await expect(page.getByRole('heading', { name: 'Essentials' })).toBeVisible()
      await expectNoSecret(page)
      await page.getByRole('link', { name: 'JSON', exact: true }).click()
      await expect(page.getByRole('region', { name: 'JSON', exact: true })).toContainText(name)
      await expectNoSecret(page)
    })
  }

  await test.step('a service key shows its end until it is asked for', async () => {
    const serviceKey = 'e92f5a61-d07c-4b38-a1e6-4483bc90d715'
    await openResource(page, resourcePath(circuit), 'er-dub-eunet-1')
    await expect(page.getByText(/•-•+d715|••-.*d715/).first()).toBeVisible()
    expect(await page.content()).not.toContain(serviceKey)
    await page.getByRole('button', { name: 'Show Service key', exact: false }).first().click()
    await expect(page.getByText(serviceKey)).toBeVisible()
    const { dom: _, ...kept } = await everythingKept(page)
    expect(JSON.stringify(kept)).not.toContain(serviceKey)
  })
})

test('a typed key and a signed address reach no place that outlives them', async ({ page, context }) => {
  test.slow()
  await reachEmulator(context)
  const connection = idOf('cn-weu-to-gdansk')
  const key = 'MARKERkeyMARKERkeyMARKER42'
  const signature = 'MARKERsignature'

  await openResource(page, resourcePath(connection, 'key'), 'cn-weu-to-gdansk')
  const change = page.getByRole('region', { name: 'Set another key in Azure' })
  await change.getByLabel('New shared key').fill(key)
  await expectNotKept(page, key)
  await change.getByRole('button', { name: 'Set this key' }).click()
  await expect(page.getByText('The key is set. The far end needs the same one now.')).toBeVisible()
  await expectNotKept(page, key)
  expect(await page.content()).not.toContain(key)

  await openResource(page, resourcePath(connection, 'capture'), 'cn-weu-to-gdansk')
  const stop = page.getByRole('region', { name: 'Stop a capture' })
  await stop
    .getByLabel('SAS URL of a storage container')
    .fill(`https://acc.blob.core.windows.net/captures?sv=2024-11-04&sp=cw&sig=${signature}`)
  await expectNotKept(page, signature)
  await stop.getByRole('button', { name: 'Stop the capture' }).click()
  await expect(page.getByText('NoPacketCaptureResponseDataFound').first()).toBeVisible()
  await expectNotKept(page, signature)

  const radius = 'MARKERradiusMARKERradius'
  await show(page, actionPath(idOf('vgw-swc-people'), 'point-to-site'))
  const form = page.getByRole('dialog', { name: /^Point-to-site of/ })
  await form.getByLabel('New secret').fill(radius)
  await expectNotKept(page, radius)
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(form.getByText(/^Changed: /)).toBeVisible()
  await expectNotKept(page, radius)
  expect(await page.content()).not.toContain(radius)
})

/** The field may hold it; what outlives the page may not. */
async function expectNotKept(page: Page, secret: string) {
  const { dom: _, ...kept } = await everythingKept(page)
  expect(JSON.stringify(kept)).not.toContain(secret)
}

function* secretsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* secretsIn(item)
  else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) {
      if (SECRET_MEMBERS.has(member) && typeof inner === 'string') yield inner
      else yield* secretsIn(inner)
    }
  }
}

function secretsFound(text: string): string[] {
  return SECRETS.filter((secret) => text.includes(secret))
}

async function expectNoSecret(page: Page, typed = '') {
  for (const [place, text] of Object.entries(await everythingKept(page))) {
    expect(secretsFound(text), `no secret in ${place}`).toEqual([])
    if (typed === '') expect(text, `no mark of a secret in ${place}`).not.toContain('SECRET')
  }
}
