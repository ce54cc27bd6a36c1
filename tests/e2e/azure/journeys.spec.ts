import type { Page } from '@playwright/test'
import { idOf, pageOf } from '../estate.ts'
import { expect } from '../fixtures.ts'
import { openResource, show } from '../pages.ts'
import { signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO } from './people.ts'

// Four ways through the app, one sign-in.
test.slow()

const EQUINIX = 'er-ams-equinix-1'
const VGW = 'vgw-weu-prod'

test('the three set-ups lead to what is verified, and an action that Azure refuses names the right that is missing', async ({
  page,
  azure,
  guard,
}) => {
  guard.allow(/status of 40[34]/, 'What is not there yet and what is refused, the browser tells its console.')
  await azure.control({ do: 'provider', circuit: idOf(EQUINIX), act: 'provision' })
  await pollSoon(page)
  await signIn(page, ALEX, CONTOSO, '/create/site-to-site/goal')

  await test.step('a site over the internet', async () => {
    for (const title of ['Network', 'Gateway', 'Sites']) await next(page, title)
    await page.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.140')
    await page.getByRole('button', { name: 'Add prefix' }).click()
    await page.getByRole('textbox', { name: 'Prefix 1' }).fill('10.190.0.0/16')
    for (const title of ['Connection', 'Device', 'Review']) await next(page, title)
    await create(page)
    await page.getByRole('button', { name: 'Next: Verify' }).click()
    await expect(page.getByRole('heading', { name: 'The connection is up' })).toBeVisible()
  })

  await test.step('a circuit, from where its provider is done', async () => {
    await openResource(page, pageOf(EQUINIX), EQUINIX)
    await page.getByRole('link', { name: 'Continue set-up' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Peering' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Your AS number' }).fill('64730')
    await next(page, 'Gateway')
    await page.getByRole('radio', { name: /^Use one that is there/ }).check()
    await page.getByRole('combobox', { name: 'Which gateway' }).click()
    await page.getByRole('option', { name: /^ergw-weu-prod/ }).click()
    for (const title of ['Connection', 'Review']) await next(page, title)
    await create(page)
    await page.getByRole('button', { name: 'Next: Verify' }).click()
    await expect(page.getByRole('heading', { name: 'Both paths are up' })).toBeVisible()
  })

  await test.step('a branch at a hub', async () => {
    await show(page, `/create/branch/goal?hub=${encodeURIComponent(idOf('vhub-weu-01'))}`)
    for (const title of ['Hub', 'Gateway', 'Sites']) await next(page, title)
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('site-lille')
    await page.getByRole('button', { name: 'Add prefix' }).click()
    await page.getByRole('textbox', { name: 'Prefix 1' }).fill('10.90.32.0/22')
    await page.getByRole('textbox', { name: 'IP address or DNS name' }).fill('203.0.113.77')
    for (const title of ['Connection', 'Review']) await next(page, title)
    await create(page)
    await page.getByRole('button', { name: 'Next: Devices' }).click()
    await page.getByRole('button', { name: 'Next: Verify' }).click()
    await expect(page.getByRole('heading', { name: 'The branch is connected' })).toBeVisible()
  })

  await test.step('a reset that a role does not allow', async () => {
    await openResource(page, pageOf(VGW), VGW)
    const action = 'Microsoft.Network/virtualNetworkGateways/reset/action'
    await azure.control({ do: 'faults', faults: [{ kind: 'forbidden', scope: idOf(VGW), action }] })
    await page.getByRole('button', { name: 'Reset gateway' }).click()
    const form = page.getByRole('dialog', { name: `Reset ${VGW}` })
    await form.getByRole('button', { name: 'Reset gateway' }).click()
    await expect(form.getByText('Azure refused')).toBeVisible()
    await expect(form.getByRole('definition').filter({ hasText: action }).first()).toBeVisible()
  })
})

async function next(page: Page, title: string) {
  await page.getByRole('button', { name: `Next: ${title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Creates what stands on the review. */
async function create(page: Page) {
  await expect(page.getByText('Azure accepts this plan')).toBeVisible()
  const read = page.getByRole('checkbox', { name: /^I have read the / })
  if ((await read.count()) > 0) await read.check()
  await page.getByRole('button', { name: /^Create \d resources/ }).click()
  await expect(page.getByRole('heading', { name: /^All \d resources are ready/ })).toBeVisible()
}

/** The app looks after ten seconds where Azure names no time, and the emulator, which is done at once, names none. */
async function pollSoon(page: Page) {
  await page.route(/\/(whatIf|arpTables|routeTables\w*)\b/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const answer = await route.fetch()
    const headers = answer.headers()
    const readable = `${headers['access-control-expose-headers']}, retry-after`
    await route.fulfill({
      response: answer,
      headers: { ...headers, 'retry-after': '1', 'access-control-expose-headers': readable },
    })
  })
}
