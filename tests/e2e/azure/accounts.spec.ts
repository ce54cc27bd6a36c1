import type { Page } from '@playwright/test'
import { pageOf } from '../estate.ts'
import { expect } from '../fixtures.ts'
import { everythingKept } from '../kept.ts'
import { listedNames, listRead } from '../pages.ts'
import { pick, signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO, FRANZISKA, type Person } from './people.ts'

async function account(page: Page, person: Person) {
  await page.getByRole('button', { name: `Account ${person.username}` }).click()
  return page.getByRole('dialog', { name: 'Account' })
}

/** What a browser may keep after a sign-out: what it prefers, and that there was one. */
const MAY_STAY = ['hub.theme', 'hub.navigation', 'hub.keys', 'hub.read-only', 'hub.sign-outs']

test('two accounts: each sees its own, one is left for the other, and signing out leaves nothing behind', async ({
  page,
  context,
  guard,
}) => {
  guard.allow(/status of 403/, 'The second one comes back to what she may not read, and perhaps asks for it.')
  await signIn(page, ALEX, CONTOSO, pageOf('cn-weu-to-gdansk'))
  await expect(page.getByRole('heading', { level: 1, name: 'cn-weu-to-gdansk' })).toBeVisible()

  // While the directory itself knows nobody else.
  const other = await context.newPage()
  await other.goto(pageOf('cn-weu-to-gdansk'))
  await expect(other.getByRole('heading', { level: 1, name: 'cn-weu-to-gdansk' })).toBeVisible()

  await (await account(page, ALEX)).getByRole('button', { name: 'Use another account' }).click()
  await pick(page, FRANZISKA, CONTOSO)
  await expect(page.getByRole('button', { name: `Account ${FRANZISKA.username}` })).toBeVisible()
  await page.goto('/resources')
  await listRead(page)
  const hers = await listedNames(page)
  expect(hers.length).toBeGreaterThan(0)
  expect(hers).not.toContain('cn-weu-to-gdansk')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeVisible()
  const { dom } = await everythingKept(page)
  expect(dom).not.toContain('gdansk')
  expect(dom).not.toContain(ALEX.username)
  await page.keyboard.press('Escape')

  await (await account(page, FRANZISKA)).getByRole('button', { name: /^Switch to alex@/ }).click()
  await expect(page.getByRole('button', { name: `Account ${ALEX.username}` })).toBeVisible()
  await listRead(page)
  expect(await listedNames(page)).toContain('cn-weu-to-gdansk')

  await (await account(page, ALEX)).getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await expect(page).toHaveURL('/')
  const kept = await everythingKept(page)
  expect(JSON.stringify(kept)).not.toMatch(/gdansk|alex|[a-z]\.login|accesstoken|refreshtoken|idtoken/i)
  expect(JSON.stringify(kept)).not.toContain(ALEX.objectId)

  const names = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ])
  expect(names.filter((name) => !MAY_STAY.includes(name))).toEqual([])

  await test.step('it reaches the other tab', async () => {
    await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await expect(other.getByText('cn-weu-to-gdansk')).toHaveCount(0)
    await other.close()
  })

  await page.goBack()
  await expect(page.getByText('cn-weu-to-gdansk')).toHaveCount(0)
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: `Sign in to ${CONTOSO.displayName}` })).toBeVisible()
})
