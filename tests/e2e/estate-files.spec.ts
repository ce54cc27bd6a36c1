import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

async function openFile(page: Page, label: 'Open estate file' | 'Open snapshot', name: string, text: string) {
  await page.getByRole('button', { name: 'Demo controls' }).click()
  await page
    .getByLabel(label, { exact: true })
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

test('a snapshot is saved, opens read-only, and is there after a reload and in another tab', async ({
  page,
  context,
}) => {
  await page.goto('/resources')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save snapshot', disabled: false }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^hub-snapshot-.*Z\.json$/)
  const text = readFileSync(await download.path(), 'utf8')

  await openFile(page, 'Open snapshot', 'theirs.json', text)
  const banner = (one: Page) => one.locator('header').getByText(/^Snapshot of .*, read-only/)
  await expect(banner(page)).toBeVisible()
  await expect(page.getByText(/resources of \d+ types/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(banner(page)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'All resources' })).toBeVisible()
  const other = await context.newPage()
  await other.goto('/')
  await expect(banner(other)).toBeVisible()
  await expect(other.getByRole('heading', { level: 1, name: /of 23 connections are healthy/ })).toBeVisible()
})

test('ten thousand resources open; the longest task is noted', async ({ page }, testInfo) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: /are down/ })).toBeVisible()
  const group = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg'
  const resources = Array.from({ length: 10_000 }, (_, index) => ({
    id: `${group}/providers/Microsoft.Network/vpnSites/site-${index}`,
    location: 'westeurope',
    tags: { number: String(index) },
    properties: {
      provisioningState: 'Succeeded',
      addressSpace: { addressPrefixes: [`10.${index % 250}.0.0/24`] },
      vpnSiteLinks: [{ name: 'one', properties: { ipAddress: '203.0.113.1', linkProperties: {} } }],
    },
  }))
  const start = await page.evaluate(() => performance.now())
  await openFile(page, 'Open estate file', 'large.json', JSON.stringify({ value: resources }))
  await expect(page.getByText('10000 resources of 1 type.')).toBeVisible({ timeout: 60_000 })
  const longest = await page.evaluate(
    (since) =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const tasks = list.getEntries().filter(({ startTime }) => startTime > since)
          resolve(Math.max(0, ...tasks.map(({ duration }) => duration)))
        })
        observer.observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve(0), 1000)
      }),
    start,
  )
  // A measurement: slow machines are not wrong.
  testInfo.annotations.push({ type: 'longest task', description: `${Math.round(longest)} ms` })
})
