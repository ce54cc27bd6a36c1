import { expect, test } from './fixtures.ts'
import { pageOf } from './estate.ts'
import {
  expectFocusIn,
  expectNoSidewaysScroll,
  hubRead,
  listRead,
  openHub,
  openList,
  openResource,
} from './pages.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('a phone shows every page in its own width', async ({ page }) => {
  await openHub(page)
  await expectNoSidewaysScroll(page)
  await expect(page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem')).toHaveCount(8)

  await openList(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Add a filter' })).toBeInViewport({ ratio: 0.95 })
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Down: / })
    .first()
    .tap()
  await expect(page.getByRole('dialog', { name: /^Status of/ })).toBeInViewport({ ratio: 0.95 })
  await expectNoSidewaysScroll(page)
  // Left while it is open, and has hidden the page from screen readers: what is opened next is not hidden.
  await expect(page.locator('[aria-hidden=true]:has(main)')).toHaveCount(1)

  for (const name of [
    'vgw-weu-prod',
    'er-ams-colt-1',
    'vhub-weu-01',
    'lng-on-premises-manufacturing-execution-systems-katowice-building-c-rack-12-old',
  ]) {
    await openResource(page, pageOf(name), name)
    await hubOrPageRead(page)
    await expectNoSidewaysScroll(page)
  }
  await openResource(page, pageOf('vgw-weu-prod', 'json'), 'vgw-weu-prod')
  await expect(page.getByRole('region', { name: 'JSON', exact: true })).toBeVisible()
  await expectNoSidewaysScroll(page)

  async function hubOrPageRead(at: typeof page) {
    await expect(at.getByRole('heading', { name: 'Essentials' })).toBeVisible()
  }
})

test('the drawer opens, leads on and closes by keyboard; the palette fills the screen', async ({ page }) => {
  await openHub(page)
  const open = page.getByRole('button', { name: 'Navigation' })
  const drawer = page.getByRole('dialog', { name: 'Hybrid Connectivity Hub' })
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(drawer).toBeVisible()
  await expectFocusIn(drawer)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await open.focus()

  await page.keyboard.press('Enter')
  await expectFocusIn(drawer)
  await drawer.getByRole('link', { name: /^ExpressRoute/ }).focus()
  await page.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
  await expect(page).toHaveURL('/resources?service=expressroute')
  await listRead(page)

  await page.getByRole('button', { name: 'Search or jump to' }).tap()
  const palette = page.getByRole('dialog', { name: 'Search or jump to' })
  await expect(palette).toBeVisible()
  await expect
    .poll(() => palette.boundingBox().then((box) => box && [box.x, box.y, box.width, box.height]))
    .toEqual([0, 0, 390, 844])
  await page.getByRole('combobox').fill('gdansk')
  await page.getByRole('option', { name: /lng-gdansk/ }).tap()
  await expect(page).toHaveURL(pageOf('lng-gdansk'))
  await expect(page.getByRole('heading', { level: 1, name: 'lng-gdansk' })).toBeVisible()

  await page.goBack()
  await page.goBack()
  await hubRead(page)
})

test('on a phone a connection that is down is opened, explained and reset, in light and in dark', async ({
  page,
}) => {
  const name = 'cn-eus-to-branch-denver'
  const fits = async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectNoSidewaysScroll(page)
    }
  }
  await openResource(page, pageOf(name), name)
  await fits()
  await page.getByRole('link', { name: 'Why it is not up', exact: true }).tap()
  await expect(page.getByRole('heading', { name: /The device does not answer/ })).toBeVisible()
  await fits()
  await page.getByRole('link', { name: 'Reset connection' }).tap()
  const form = page.getByRole('dialog', { name: /^Reset cn-eus-to-branch-denver/ })
  await expect(form).toBeInViewport({ ratio: 0.9 })
  await fits()
  await form.getByRole('button', { name: 'Reset connection' }).tap()
  await expect(form.getByText(/Azure is at work|^Done: Reset/).first()).toBeVisible()
  await fits()
  await form.getByRole('button', { name: 'Close' }).tap()
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('Reset')
  await fits()
})
