import type { Page } from '@playwright/test'
import { axeLightAndDark } from './axe.ts'
import { idOf } from './estate.ts'
import { expect, test } from './fixtures.ts'
import { expectFitsPhone, show } from './pages.ts'

// Each page is looked at twice, and looking takes a second or two.
test.slow()

/** Until the step is there, and nothing is being read that would change it under the look. */
async function stepRead(page: Page, title: string) {
  await expect(page).toHaveTitle(new RegExp(`^${title} · Connect a branch`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

async function next(page: Page, title: string) {
  await page.getByRole('button', { name: `Next: ${title}` }).click()
  await stepRead(page, title)
}

test('Connect a branch: its steps, with hundreds of sites of a file, on a phone too', async ({ page }) => {
  await show(page, `/create/branch/goal?hub=${encodeURIComponent(idOf('vhub-weu-01'))}`)
  await stepRead(page, 'Virtual WAN')
  await axeLightAndDark(page)
  for (const title of ['Hub', 'Gateway', 'Sites']) {
    await next(page, title)
    await axeLightAndDark(page)
    await expectFitsPhone(page)
  }
  await page.getByRole('button', { name: 'Sites from a file' }).click()
  const lines = Array.from({ length: 300 }, (_, index) => {
    const [third, last] = [Math.floor(index / 200), (index % 200) + 1]
    return `site-${index};10.${180 + third}.${last}.0/24;${index === 250 ? 'nowhere' : `198.18.${third}.${last}`}`
  })
  const file = {
    name: 'sites.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Site;Prefixes;IP', ...lines].join('\r\n')),
  }
  await page.getByLabel('CSV file').setInputFiles(file)
  await expect(page.getByText(/^Line 252/)).toBeVisible()
  await axeLightAndDark(page)
  await page.getByRole('button', { name: 'Add 300 sites as they are' }).click()
  // Next leads to the one field, far below what is drawn of the list.
  await page.getByRole('button', { name: 'Next: Connection' }).click()
  await expect(page.getByLabel('IP address or DNS name')).toBeFocused()
  await axeLightAndDark(page)
  await expectFitsPhone(page)
  await page.getByLabel('IP address or DNS name').fill('198.18.9.9')
  await next(page, 'Connection')
  await axeLightAndDark(page)
  await next(page, 'Review')
  await expectFitsPhone(page)
})
