import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { pageOf } from './estate.ts'
import { expectFocusIn, hubRead, list, listRead, openHub } from './pages.ts'

test('everything that matters is done by keyboard, and it is seen where one is', async ({ page }) => {
  test.slow()
  await openHub(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await expectFocusSeen(page)

  await test.step('palette to a resource', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('denver')
    await expect(page.getByRole('option', { selected: true })).toContainText('denver')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const chosen = await page.getByRole('option', { selected: true }).textContent()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const heading = page.getByRole('heading', { level: 1, name: /denver/ })
    await expect(heading).toBeFocused()
    expect(chosen).toContain(await heading.textContent())
  })

  await test.step('tabs of a resource', async () => {
    const overview = page.url()
    const tabs = page.getByRole('navigation', { name: 'Parts of this resource' }).getByRole('link')
    await page.keyboard.press(']')
    await expect(tabs.nth(1)).toHaveAttribute('aria-current', 'page')
    expect(page.url()).not.toBe(overview)
    await page.keyboard.press('[')
    await expect(page).toHaveURL(overview)
  })

  await test.step('the list: search, rows, open, back', async () => {
    await pressBoth(page, 'g', 'r', '/resources')
    await listRead(page)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Filter the list' })).toBeFocused()
    await page.keyboard.insertText('lng-branch')
    await expect(page).toHaveURL('/resources?q=lng-branch')
    const rows = list(page)
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
    await tabTo(page, 'row')
    await expect(rows.nth(0)).toBeFocused()
    await page.keyboard.press('j')
    await expect(rows.nth(1)).toBeFocused()
    await expectFocusSeen(page)
    await page.keyboard.press('k')
    await expect(rows.nth(0)).toBeFocused()
    await page.keyboard.press('j')
    const name = await rows.nth(1).getByRole('link').first().textContent()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: name ?? '' })).toBeFocused()
    await page.goBack()
    await expect(page).toHaveURL('/resources?q=lng-branch')
    await listRead(page)
  })

  const status = list(page)
    .getByRole('button', { name: /^(Healthy|Down|Attention)/ })
    .first()
  await test.step('a status card gives the focus back', async () => {
    await tabTo(page, 'row')
    // The checkbox of the row stands before its status.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(status).toBeFocused()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog', { name: /^Status of/ })
    await expect(card).toBeVisible()
    await expectFocusIn(card)
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(status).toBeFocused()
  })

  await test.step('keys and panels give the focus back', async () => {
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toContainText('Go to all resources')
    await expect(keys).toContainText('k and j')
    await expect(keys).toContainText('the next part')
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await expect(status).toBeFocused()

    const controls = page.getByRole('button', { name: 'Demo controls' })
    await controls.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Demo controls' })
    await expect(panel).toBeVisible()
    await expectFocusIn(panel)
    await page.keyboard.press('Escape')
    await expect(controls).toBeFocused()
  })

  await test.step('switched off, letters do nothing', async () => {
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: 'These keys work' }).uncheck()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await page.keyboard.press('Control+k')
    await tabTo(page, 'row')
    await page.keyboard.press('j')
    const rows = list(page)
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
    await expect.soft(rows.nth(0), 'j is a letter too').toBeFocused()
    await expect(page).toHaveURL('/resources?q=lng-branch')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('g h goes to the hub, r reads again, and what opens over it gives the focus back when it closes', async ({
  page,
}) => {
  await page.goto(pageOf('lng-gdansk'))
  await expect(page.getByRole('heading', { level: 1, name: 'lng-gdansk' })).toBeVisible()
  await pressBoth(page, 'g', 'h', '/')
  await hubRead(page)
  const requests = page.getByText(/^\d+ requests, \d+ refused$/)
  const before = await requests.textContent()
  await page.keyboard.press('r')
  await expect(requests).not.toHaveText(before ?? '')
  await hubRead(page)

  const search = page.getByRole('searchbox', { name: 'Filter the list' })
  await search.focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox')).toBeHidden()
  await expect.soft(search, 'after the palette').toBeFocused()

  const keys = page.getByRole('button', { name: 'List of keys' })
  await keys.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.soft(keys, 'after the list of keys').toBeFocused()

  await page.setViewportSize({ width: 390, height: 844 })
  const navigation = page.getByRole('button', { name: 'Navigation' })
  await navigation.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Hybrid Connectivity Hub' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.soft(navigation, 'after the drawer').toBeFocused()
})

/** The second letter has to follow the first within a second or so, which a busy machine may miss: then again. */
async function pressBoth(page: Page, first: string, second: string, leadTo: string) {
  await expect(async () => {
    await page.keyboard.press(first)
    await page.keyboard.press(second)
    await expect(page).toHaveURL(leadTo, { timeout: 2_000 })
  }).toPass()
}

/** Presses Tab until the focus is on something of that role. */
async function tabTo(page: Page, role: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('role') === wanted, role)) return
  }
  throw new Error(`Tab does not reach a ${role}`)
}

async function expectFocusSeen(page: Page) {
  const ring = await page.evaluate(() => {
    const element = document.activeElement
    if (!element?.matches(':focus-visible')) return 'nothing has a visible focus'
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return `${outlineStyle} ${outlineWidth}`
  })
  expect(ring).toBe('solid 2px')
}
