import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { list, listRead, listedNames, openList } from './pages.ts'

const search = (page: Page) => page.getByRole('searchbox', { name: 'Filter the list' })

test('search loses no letter, and finds by text, address, prefix and AS number', async ({ page }) => {
  await openList(page, '?sort=name')
  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await page.keyboard.type('lng-branch-denver')
  await expect(search(page)).toHaveValue('lng-branch-denver')
  await expect(page).toHaveURL('/resources?q=lng-branch-denver&sort=name')

  const names = expect.poll(() => listedNames(page))

  await search(page).fill('gdansk')
  await names.toEqual(expect.arrayContaining(['cn-weu-to-gdansk', 'lng-gdansk']))
  await expect(page).toHaveURL('/resources?q=gdansk&sort=name')

  // An address that no resource spells, inside a site's prefix and inside a virtual network's.
  await search(page).fill('10.48.9.1')
  await expect.poll(() => listedNames(page)).toContain('lng-poznan-depot')
  const inside = await listedNames(page)
  expect(inside).toContain('vnet-erp-weu')
  expect(inside).not.toContain('lng-gdansk')

  // A prefix that contains what it finds.
  await search(page).fill('10.72.16.0/20')
  await expect.poll(() => listedNames(page)).toContain('lng.branch-01.js')

  await search(page).fill('AS64620')
  await expect.poll(() => listedNames(page)).toEqual(['lng-gdansk'])

  await search(page).fill('Gdynia data')
  await expect.poll(() => listedNames(page)).toEqual(['er-ams-equinix-1'])

  await search(page).fill('nowhere')
  await expect(page.getByText('No resource matches all of this')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(async () => (await listedNames(page)).length).toBeGreaterThan(10)
})

test('the address carries the whole view: reload and back restore it', async ({ page }) => {
  await openList(page)

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const filter = page.getByRole('dialog', { name: 'Add a filter' })
  await filter.getByRole('button', { name: 'Region' }).click()
  await filter.getByRole('checkbox', { name: /^North Europe/ }).check()
  await expect(page).toHaveURL('/resources?region=northeurope')
  await page.keyboard.press('Escape')
  await expect(filter).toBeHidden()

  await page.getByRole('button', { name: 'Group: None' }).click()
  await page.getByRole('dialog', { name: 'Group rows' }).getByRole('button', { name: 'Service' }).click()
  await expect(list(page).getByRole('button', { name: /^ExpressRoute \d+$/ })).toBeVisible()

  await page.getByRole('button', { name: 'Choose columns' }).click()
  const columns = page.getByRole('dialog', { name: 'Choose columns' })
  const tags = columns.getByRole('checkbox', { name: 'Tags' })
  await tags.click()
  await expect(tags).toBeChecked()
  const subscription = columns.getByRole('checkbox', { name: 'Subscription' })
  await subscription.click()
  await expect(subscription).not.toBeChecked()
  await page.keyboard.press('Escape')

  const heads = list(page).getByRole('columnheader')
  await heads.getByRole('button', { name: 'Name' }).click()
  await expect(heads.filter({ hasText: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await heads.getByRole('button', { name: 'Name' }).click()
  await expect(heads.filter({ hasText: 'Name' })).toHaveAttribute('aria-sort', 'descending')

  const address = page.url()
  expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
    region: 'northeurope',
    groupBy: 'service',
    sort: '-name',
    columns: 'verdict,name,kind,related,group,region,sku,tags,age',
  })
  const shown = await listedNames(page)
  expect(shown).toContain('cn-neu-to-galway')
  expect(shown).not.toContain('vgw-weu-prod')
  expect(shown.indexOf('vgw-neu-dr')).toBeLessThan(shown.indexOf('lng-galway'))

  await page.reload()
  await listRead(page)
  await expect.poll(() => listedNames(page)).toEqual(shown)
  await expect(page.getByRole('button', { name: 'Region: North Europe', exact: true })).toBeVisible()
  await expect(heads.filter({ hasText: 'Tags' })).toBeVisible()
  await expect(heads.filter({ hasText: 'Subscription' })).toHaveCount(0)

  // To a resource and back: the same view, at the same place.
  await list(page).getByRole('link', { name: 'vgw-neu-dr', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'vgw-neu-dr' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(address)
  await expect.poll(() => listedNames(page)).toEqual(shown)

  // Each change was a step.
  await page.goBack()
  await expect(heads.filter({ hasText: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await page.goBack()
  await page.goBack()
  await expect(heads.filter({ hasText: 'Subscription' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/resources?region=northeurope')
  await page.goBack()
  await expect(page).toHaveURL('/resources')
})

test('the file holds what is shown, and no secret', async ({ page }) => {
  await openList(page, '?q=weu&kind=connection&sort=name&columns=verdict,name,kind,related,group,region,tags')
  const rows = list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
  const shown = await rows.evaluateAll((elements) =>
    elements
      .toSorted((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
      .map((row) => [...row.querySelectorAll('[role=gridcell]')].slice(1).map((cell) => cell.textContent)),
  )
  expect(shown.length).toBeGreaterThan(3)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^hybrid-connectivity-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text).not.toContain('SECRET')
  const [heads, ...lines] = parseCsv(text)
  expect(heads?.join()).toBe('\ufeffStatus,Name,Kind,Related,Resource group,Region,Tags,Reason,Resource id')
  // A screen parts tags with commas, a file with semicolons.
  expect(lines.map((cells) => cells.slice(0, 7).map((cell) => cell.replaceAll('; ', ', ')))).toEqual(shown)
  for (const cells of lines) expect(cells[8]).toMatch(new RegExp(`^/subscriptions/.*/${cells[1]}$`))
})

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const lines = text.split('\r\n').filter((line) => line !== '')
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
    ),
  )
}
