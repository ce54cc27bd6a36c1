import type { Page } from '@playwright/test'
import { axeLightAndDark } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { everythingKept } from './kept.ts'
import { expectFitsPhone, show } from './pages.ts'

const KEY = 'MARKERkeyMARKERkeyMARKER77'

const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name })

async function next(page: Page, title: string) {
  await button(page, `Next: ${title}`).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** The production path with its defaults, for two devices with BGP, up to its sites. */
async function toSites(page: Page) {
  await show(page, '/create/site-to-site/goal')
  await page.getByRole('radio', { name: /^Two devices/ }).check()
  await next(page, 'Network')
  await next(page, 'Gateway')
  await next(page, 'Sites')
}

async function fillSites(page: Page) {
  for (const [number, address, peer] of [
    [1, '203.0.113.140', '10.190.255.1'],
    [2, '203.0.113.141', '10.190.255.2'],
  ] as const) {
    const device = page.getByRole('region', { name: `Device ${number}` })
    await device.getByRole('textbox', { name: 'IP address' }).fill(address)
    await device.getByRole('textbox', { name: 'Peer address' }).fill(peer)
  }
  await page
    .getByRole('region', { name: 'Device 1' })
    .getByRole('textbox', { name: 'AS number' })
    .fill('64710')
}

async function expectNotKept(page: Page) {
  const { dom, ...kept } = await everythingKept(page)
  expect(JSON.stringify(kept)).not.toContain(KEY)
  return dom
}

/** For everybody, and on a phone. */
async function usable(page: Page) {
  await axeLightAndDark(page)
  await expectFitsPhone(page)
}

test('from nothing to tunnels that are up, usable by everybody; the page is killed during the deployment and finds it again', async ({
  page,
  context,
}) => {
  // Four pages are looked at on the way.
  test.slow()
  await toSites(page)
  await button(page, 'Next: Connection').click()
  await expect(page.getByRole('region', { name: /errors? on this step/ })).toBeVisible()
  await axeLightAndDark(page)
  await fillSites(page)
  await next(page, 'Connection')
  await page.getByRole('radio', { name: /^Enter a key/ }).check()
  await page.getByRole('checkbox', { name: 'One key for all devices' }).check()
  await page.locator('input[type=password]').first().fill(KEY)
  await expectNotKept(page)
  await next(page, 'Device')
  await next(page, 'Review')
  await expect(page.getByText('Azure accepts this plan')).toBeVisible()
  await expect(page.getByText(/^As Azure foresees it/)).toBeVisible()
  await usable(page)
  for (const tab of ['ARM template', 'Azure CLI', 'JSON per resource', 'Change request'])
    await page.getByRole('tab', { name: tab }).click()
  expect(await expectNotKept(page)).not.toContain(KEY)

  await button(page, /^Create 8 resources/).click()
  const progress = page.getByRole('table', { name: 'Progress of each resource' })
  await expect(progress.getByRole('row', { name: /Virtual network gateway/ })).toContainText('Running')
  await expect(progress.getByRole('row', { name: /cn-weu-to-onprem-1/ })).toContainText('Waits for vgw-weu')
  expect(await expectNotKept(page)).not.toContain(KEY)
  const address = page.url()
  await page.close()

  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByRole('table', { name: 'Progress of each resource' })).toBeVisible()
  await usable(again)
  await expect(again.getByRole('heading', { name: 'All 8 resources are ready' })).toBeVisible({
    timeout: 60_000,
  })
  expect(await expectNotKept(again)).not.toContain(KEY)
  await button(again, 'Next: Verify').click()
  await expect(again.getByRole('heading', { name: 'Both connections are up' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(again.getByRole('region', { name: 'Learned routes' })).toContainText('10.190.0.0/16')
  expect(await expectNotKept(again)).not.toContain(KEY)
  await button(again, 'Keep silent').first().click()
  await expect(again.getByRole('heading', { name: 'Possible causes' })).toBeVisible()
  // It cannot be pressed while causes are looked for.
  await expect(button(again, 'Check again')).toBeEnabled()
  await usable(again)
})
