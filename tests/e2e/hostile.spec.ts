import { expect, test } from './fixtures.ts'
import { arm, control, reachEmulator } from './emulator.ts'
import { idOf, pageOf } from './estate.ts'
import { expectNoSidewaysScroll, list, listRead, openHub, openList, openResource, show } from './pages.ts'
import type { Page } from '@playwright/test'

const MARKUP = `<img src=x onerror="document.title='owned'">`
const REVERSED = '\u202Egnp.txe\u202C'
const LONG = 'x'.repeat(200)
const TAGS = {
  html: MARKUP,
  back: REVERSED,
  long: LONG,
  [MARKUP.slice(0, 20).replaceAll('<', '&lt;')]: 'name',
}

test('text from Azure stays text, in every place it is shown', async ({ page, context }) => {
  test.slow()
  await reachEmulator(context)
  await openHub(page)
  await control(page, { do: 'settings', speed: 'instant' })
  for (const name of ['lng-gdansk', 'cn-weu-to-gdansk', 'er-dub-eunet-1']) {
    const { body } = await arm(page, 'GET', idOf(name))
    const properties = { ...body.properties }
    if (name === 'lng-gdansk') {
      delete properties.gatewayIpAddress
      properties.fqdn = `javascript:alert(1)${MARKUP}`
    }
    const written = await arm(page, 'PUT', idOf(name), { ...body, tags: TAGS, properties })
    expect(written.status, JSON.stringify(written.body)).toBe(200)
  }

  await test.step('list, card and filter values', async () => {
    await page.goto('/resources?q=onerror&columns=verdict,name,kind,tags,region')
    await listRead(page)
    await expect(list(page).getByRole('link', { name: 'lng-gdansk', exact: true }).first()).toBeVisible()
    await expect(list(page).getByText(MARKUP).first()).toBeAttached()
    await list(page)
      .getByRole('button', { name: /^(Healthy|Attention)/ })
      .first()
      .click()
    await expect(page.getByRole('dialog', { name: /^Status of/ })).toBeVisible()
    await expectHarmless(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const filter = page.getByRole('dialog', { name: 'Add a filter' })
    await filter.getByRole('button', { name: 'Tag', exact: false }).last().click()
    await expect(filter.getByText(MARKUP).first()).toBeVisible()
    await expectHarmless(page)
    await page.keyboard.press('Escape')
  })

  await test.step('palette', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('<img')
    await expect(page.getByRole('option', { name: /lng-gdansk/ })).toBeVisible()
    await expectHarmless(page)
    await page.keyboard.press('Escape')
  })

  for (const name of ['lng-gdansk', 'cn-weu-to-gdansk', 'er-dub-eunet-1']) {
    await test.step(`page and JSON of ${name}`, async () => {
      await openResource(page, pageOf(name), name)
      await expect(page.getByRole('link', { name: `html = ${MARKUP}` })).toBeVisible()
      await expectHarmless(page)
      await page.getByRole('navigation', { name: 'Parts of this resource' }).getByText('JSON').click()
      await expect(page.getByRole('region', { name: 'JSON', exact: true })).toContainText('onerror')
      await expectHarmless(page)
    })
  }

  await test.step('a tag leads to what carries it', async () => {
    await openResource(page, pageOf('lng-gdansk'), 'lng-gdansk')
    await page.getByRole('link', { name: `html = ${MARKUP}` }).click()
    await listRead(page)
    await expect(list(page).getByRole('link', { name: 'er-dub-eunet-1', exact: true }).first()).toBeVisible()
    await expectHarmless(page)
  })

  await test.step('on a phone nothing grows wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openList(page, '?q=onerror')
    await expectNoSidewaysScroll(page)
    for (const name of ['lng-gdansk', 'er-dub-eunet-1']) {
      await openResource(page, pageOf(name), name)
      await expect(page.getByRole('link', { name: `html = ${MARKUP}` })).toBeVisible()
      await expectNoSidewaysScroll(page)
    }
  })

  await test.step('in the address', async () => {
    await openList(page, `?q=${encodeURIComponent(MARKUP)}&tag=${encodeURIComponent(MARKUP)}`)
    await expectHarmless(page)
    await show(page, `/resource?id=${encodeURIComponent(`/${MARKUP}`)}`)
    await expect(page.getByText(`/${MARKUP}`)).toBeVisible()
    await expectHarmless(page)
  })
})

async function expectHarmless(page: Page) {
  await expect(page).not.toHaveTitle(/owned/)
  await expect(page.locator('img, script:not([src]):not(head *), iframe, object, embed')).toHaveCount(0)
  const links = await page
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  for (const href of links)
    expect(href).toMatch(/^(\/|#|https:\/\/(portal\.azure\.com|learn\.microsoft\.com)\/)/)
}
