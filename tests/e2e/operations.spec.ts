import type { BrowserContext, Page } from '@playwright/test'
import type { ControlCommand } from '../../src/emulator/wire/control.ts'
import { actionPath } from '../../src/model/paths.ts'
import { keptAs, refusedReset } from '../support/operations.ts'
import { axeLightAndDark } from './axe.ts'
import { control, reachEmulator } from './emulator.ts'
import { expect, test } from './fixtures.ts'
import { idOf } from './estate.ts'
import { expectNoSidewaysScroll } from './pages.ts'

/** A browser whose ledger has a reset that was refused. */
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

test('a tab is killed while a gateway is changed: another tab sees it, and it is found finished', async ({
  page,
  context,
}) => {
  await reachEmulator(context)
  const other = await context.newPage()
  await Promise.all([page.goto(actionPath(idOf('vgw-weu-prod'), 'bgp')), other.goto('/operations')])
  const form = page.getByRole('dialog', { name: /^BGP of vgw-weu-prod/ })
  await form.getByRole('textbox', { name: 'Custom BGP addresses of instance 0' }).fill('169.254.21.9')
  // Nobody hears the end of it before the tabs are gone, however slow this machine is.
  const held: ControlCommand = { do: 'faults', faults: [{ kind: 'slow', path: '/operations/', ms: 600_000 }] }
  await Promise.all([control(page, held), control(other, held)])
  await form.getByRole('button', { name: 'Apply' }).click()
  const row = running(other).getByRole('row', { name: /vgw-weu-prod/ })
  await expect(row).toContainText('this browser')
  // Azure has accepted it once the page says that it is at work.
  await expect(page.locator('body')).toContainText('Azure is at work')
  await Promise.all([page.close(), other.close()])

  const again = await context.newPage()
  await again.goto('/operations')
  const found = finished(again).getByRole('row', { name: /vgw-weu-prod/ })
  await expect(found).toContainText('Succeeded', { timeout: 60_000 })
  await expect(found).toHaveCount(1)
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
  await page.getByRole('link', { name: 'Open its form' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('link', { name: 'Open its form' })).toBeInViewport()
})
