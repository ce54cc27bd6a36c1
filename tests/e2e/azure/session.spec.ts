import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { pageOf } from '../estate.ts'
import { listRead } from '../pages.ts'
import { asked, pick, signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO } from './people.ts'

const ENDED = 'Renewals are refused, which the browser says on its own console.'
const NAME = 'cn-weu-to-gdansk'

/** Alex on the page of a resource, everything read. */
async function openRead(page: Page): Promise<void> {
  await signIn(page, ALEX, CONTOSO, pageOf(NAME))
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Essentials' })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

test('a new tab signs in by one bounce and lands on its deep link; where nobody is known it asks', async ({
  page,
  context,
  azure,
}) => {
  await signIn(page, ALEX, CONTOSO, '/resources')
  await listRead(page)

  const second = await context.newPage()
  const path = pageOf('cn-weu-to-gdansk')
  await second.goto(path)
  await expect(second.getByRole('heading', { level: 1, name: 'cn-weu-to-gdansk' })).toBeVisible()
  await expect(second).toHaveURL(path)
  expect(asked(azure, 'authorization_code')).toBe(2)

  azure.endSessions()
  const third = await context.newPage()
  const visits: string[] = []
  third.on('request', (request) => request.url().includes('/v2.0/auth?') && visits.push(request.url()))
  await third.goto(path)
  await third.getByRole('button', { name: 'Sign in', exact: true }).click()
  await pick(third, ALEX, CONTOSO)
  await expect(third).toHaveURL(path)
  await expect(third.getByRole('heading', { level: 1, name: 'cn-weu-to-gdansk' })).toBeVisible()
  // Once by itself, once with the person.
  expect(visits).toHaveLength(2)
})

test('a token of seconds is renewed unseen: Azure, which checks its end, goes on answering', async ({
  page,
  azure,
}) => {
  azure.behaviour.accessTokenSeconds = 15
  await openRead(page)
  await page.waitForTimeout(16_000)
  const before = asked(azure, 'refresh_token')
  const answer = page.waitForResponse((response) => response.url().includes(NAME))
  await page.getByRole('button', { name: 'Refresh' }).click()
  expect((await answer).status()).toBe(200)
  expect(asked(azure, 'refresh_token')).toBeGreaterThan(before)
  await expect(page.getByRole('button', { name: 'Sign in to continue' })).toHaveCount(0)
})

test('a sign-in that has ended stops reading, leaves everything in view, and goes on at the same address', async ({
  page,
  azure,
  guard,
}) => {
  guard.allow(/status of 40[01]/, ENDED)
  await openRead(page)
  // As when an administrator ends all sessions of somebody: neither the token nor its renewal is taken any more.
  azure.endSessions()
  await azure.control({ do: 'faults', faults: [{ kind: 'expiredToken', path: '/' }] })
  await page.getByRole('button', { name: 'Refresh' }).click()
  const banner = page.getByRole('button', { name: 'Sign in to continue' })
  await expect(banner).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Essentials' })).toBeVisible()
  await azure.control({ do: 'faults', faults: [] })

  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.waitForTimeout(1000)
  expect(sent, 'nothing more is asked while a sign-in is needed').toEqual([])

  await banner.click()
  await pick(page, ALEX, CONTOSO)
  await expect(page).toHaveURL(pageOf(NAME))
  await expect(page.getByRole('heading', { name: 'Essentials' })).toBeVisible()
  await expect(banner).toHaveCount(0)
})

for (const profile of ['full', 'opaque'] as const) {
  test(`more proof is asked for in the middle of a form: what was typed is there afterwards (${profile} headers)`, async ({
    page,
    azure,
    guard,
  }) => {
    guard.allow(/status of 40[01]/, ENDED)
    const path = pageOf('lng-gdansk')
    const opaque = profile === 'opaque' ? [{ kind: 'opaque' as const, path: '/' }] : []
    await azure.control({ do: 'faults', faults: opaque })
    await signIn(page, ALEX, CONTOSO, path)
    await page.getByRole('button', { name: 'Edit tags' }).click()
    const form = page.getByRole('dialog', { name: /^Edit the tags of/ })
    await form.getByRole('button', { name: 'Add tag' }).click()
    await form
      .getByRole('textbox', { name: /^Name of tag/ })
      .last()
      .fill('cost center')
    await form
      .getByRole('textbox', { name: /^Value of tag/ })
      .last()
      .fill('4711')

    // Azure takes no token any more of a sign-in from before this moment.
    await azure.control({
      do: 'faults',
      faults: [...opaque, { kind: 'challenge', path: '/lng-gdansk', times: 1 }],
    })
    await form.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('button', { name: 'Sign in to continue' }).first().click()
    // Where the browser could not read what Azure wants, a sign-in is asked for as such, and that of the provider will do.
    if (profile === 'full') await pick(page, ALEX, CONTOSO)
    await expect(page).toHaveURL(path)
    await expect(form.getByRole('textbox', { name: /^Value of tag/ }).last()).toHaveValue('4711')
    await form.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('region', { name: 'Tags' })).toContainText('cost center = 4711')
  })
}
