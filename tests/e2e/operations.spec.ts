import type { BrowserContext, Page } from '@playwright/test'
import { keptAs, refusedReset } from '../support/operations.ts'
import { axeLightAndDark } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { idOf } from './estate.ts'
import { expectNoSidewaysScroll } from './pages.ts'

/** A browser whose ledger has a reset that was refused. The demo's Azure takes four seconds for one. */
async function withRefusedReset(context: BrowserContext) {
  const kept = { name: keptAs('first'), value: refusedReset(idOf('vgw-sea-prod'), Date.now()) }
  await context.addInitScript(({ name, value }) => {
    // The empty page that a new tab begins with has no storage.
    if (location.protocol === 'about:' || localStorage.getItem('seeded') !== null) return
    localStorage.setItem('seeded', 'yes')
    localStorage.setItem(name, value)
  }, kept)
}

const running = (page: Page) => page.getByRole('table', { name: 'Running operations' })
const finished = (page: Page) => page.getByRole('table', { name: 'Finished operations' })

test('a tab is killed while a gateway is reset: another tab sees it, and it is found finished', async ({
  page,
  context,
}) => {
  await withRefusedReset(context)
  const other = await context.newPage()
  await Promise.all([page.goto('/operations'), other.goto('/operations')])
  await expect(finished(other)).toContainText('Failed')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(running(other)).toContainText('vgw-sea-prod')
  await expect(running(other)).toContainText('this browser')
  await Promise.all([page.close(), other.close()])

  const again = await context.newPage()
  await again.goto('/operations')
  await expect(finished(again)).toContainText('Succeeded', { timeout: 40_000 })
  await expect(finished(again)).not.toContainText('Failed')
  await expect(finished(again).getByRole('row', { name: /vgw-sea-prod/ })).toHaveCount(1)
})

test('the page of operations is usable by everybody, and on a phone', async ({ page, context }) => {
  await withRefusedReset(context)
  await page.goto('/operations')
  await expect(finished(page)).toContainText('Failed')
  await expect(page.getByRole('link', { name: /^Operations/ })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('button', { name: /^Operations/ })).toBeVisible()
  await axeLightAndDark(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Try again' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeInViewport()
})
