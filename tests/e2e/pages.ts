import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** The list of its own page: that of the hub, "All resources", may stand until the page has changed. */
export function list(page: Page): Locator {
  return page.getByRole('grid', { name: 'Resources', exact: true })
}

/** Names of the resources that are listed, in their order. */
export function listedNames(page: Page): Promise<string[]> {
  return list(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .filter((row) => row.ariaRowIndex !== null && row.querySelector('a') !== null)
        .toSorted((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
        .map((row) => row.querySelector('a')?.getAttribute('aria-label') ?? ''),
    )
}

/**
 * Shows an address: loads the app where no page of its is open, else goes there within it, as a link does. Loading takes several
 * seconds; a test that is about loading says `page.goto`.
 */
export async function show(page: Page, address: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(address)
  else {
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      // So the router learns of it.
      dispatchEvent(new PopStateEvent('popstate'))
    }, address)
  }
}

/** Opens the list and waits until everything was read. */
export async function openList(page: Page, query = ''): Promise<void> {
  await show(page, `/resources${query}`)
  await listRead(page)
}

export async function listRead(page: Page): Promise<void> {
  await expect(list(page)).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByText(/reading statuses|reading lists|subscriptions read/)).toHaveCount(0)
}

export async function openHub(page: Page): Promise<void> {
  await show(page, '/')
  await hubRead(page)
}

/** Until the sentence stands that says how the estate is. */
export async function hubRead(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'All resources' })).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByText(/, reading statuses/)).toHaveCount(0)
}

export async function openResource(page: Page, path: string, name: string): Promise<void> {
  await show(page, path)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
}

/** That the page itself never scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), 'no wider than the screen')
    .toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

/** The same for a phone, on a page that is then as wide as before. */
export async function expectFitsPhone(page: Page): Promise<void> {
  const wide = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  if (wide) await page.setViewportSize(wide)
}

/** That the focus is on something in it: it arrives there some time after it is seen. */
export async function expectFocusIn(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((it) => it.contains(document.activeElement))).toBe(true)
}
