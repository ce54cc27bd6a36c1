import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { pageOf } from '../estate.ts'
import { asked, pick, signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO } from './people.ts'

const ENDED = 'Renewals are refused, which the browser says on its own console.'
const AWAY = 'A renewal gets no answer, which the browser says on its own console.'
const NAME = 'cn-weu-to-gdansk'

test('a new tab signs in by one bounce and lands on its deep link; where nobody is known it asks', async ({
  page,
  context,
  azure,
}) => {
  await signIn(page, ALEX, CONTOSO, '/self-test')
  await expect(page.getByRole('button', { name: `Account ${ALEX.username}` })).toBeVisible()

  const second = await context.newPage()
  const visited = navigations(second)
  const path = pageOf(NAME)
  await second.goto(path)
  await expect(second.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(second).toHaveURL(path)
  expect(asked(azure, 'authorization_code')).toBe(2)
  // The deep link, the provider, and back.
  expect(visited).toHaveLength(3)

  azure.endSessions()
  const third = await context.newPage()
  const visits = navigations(third)
  await third.goto(path)
  await expect(third.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(third.getByRole('alert')).toHaveCount(0)
  await expect(third.getByText(/cookie|did not work|AADSTS/i)).toHaveCount(0)
  await third.getByRole('button', { name: 'Sign in', exact: true }).click()
  await pick(third, ALEX, CONTOSO)
  await expect(third).toHaveURL(path)
  await expect(third.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  // Once by itself, once with the person.
  expect(visits.filter((url) => url.includes('/v2.0/auth?'))).toHaveLength(2)
})

/** Addresses that the page itself goes to from now on: what a script puts into the address bar is none. */
function navigations(page: Page): string[] {
  const visited: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) visited.push(request.url())
  })
  return visited
}

test('a token of seconds is renewed unseen, later where nothing answers; where the sign-in has ended, reading goes on after another', async ({
  page,
  azure,
  guard,
}) => {
  guard.allow(/status of 40[01]/, ENDED)
  guard.allow(/ERR_FAILED/, AWAY)
  const refresh = page.getByRole('button', { name: 'Refresh' })
  const banner = page.getByRole('button', { name: 'Sign in to continue' })
  const essentials = page.getByRole('heading', { name: 'Essentials' })

  await test.step('renewed: Azure, which checks its end, goes on answering', async () => {
    azure.behaviour.accessTokenSeconds = 8
    await signIn(page, ALEX, CONTOSO, pageOf(NAME))
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
    await expect(essentials).toBeVisible()
    const before = asked(azure, 'refresh_token')
    await page.waitForTimeout(9_000)
    azure.behaviour.accessTokenSeconds = 4
    const answer = page.waitForResponse((response) => response.url().includes(NAME))
    await refresh.click()
    expect((await answer).status()).toBe(200)
    expect(asked(azure, 'refresh_token')).toBeGreaterThan(before)
    await expect(banner).toHaveCount(0)
  })

  await test.step('not renewed for want of a network: no sign-in is asked for, and it goes on', async () => {
    await page.route(/\/token\b/, (route) => route.abort('failed'))
    await page.waitForTimeout(5_000)
    await refresh.click()
    await expect(page.getByText(/Reading it again failed/)).toBeVisible()
    await expect(banner).toHaveCount(0)
    await expect(page.getByText(/automatic authentication/i)).toHaveCount(0)
    await page.unrouteAll()
    const answer = page.waitForResponse((response) => response.url().includes(NAME))
    await refresh.click()
    expect((await answer).status()).toBe(200)
  })

  await test.step('renewed without a refresh token: in an unseen frame, by whom the provider knows', async () => {
    azure.endRefreshTokens()
    azure.behaviour.accessTokenSeconds = 3600
    const before = asked(azure, 'authorization_code')
    const visited = navigations(page)
    await page.waitForTimeout(5_000)
    const answer = page.waitForResponse((response) => response.url().includes(NAME))
    await refresh.click()
    expect((await answer).status()).toBe(200)
    expect(asked(azure, 'authorization_code')).toBe(before + 1)
    expect(visited).toEqual([])
    await expect(banner).toHaveCount(0)
  })

  await test.step('ended: everything stays in view, and nothing more is asked', async () => {
    // As when an administrator ends all sessions of somebody: neither the token nor its renewal is taken any more.
    azure.endSessions()
    await azure.control({ do: 'faults', faults: [{ kind: 'expiredToken', path: '/' }] })
    await refresh.click()
    await expect(banner).toBeVisible()
    await expect(page.getByText('Signing in did not work')).toHaveCount(0)
    await expect(essentials).toBeVisible()
    await azure.control({ do: 'faults', faults: [] })
    await page.waitForLoadState('networkidle')

    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await refresh.click()
    await page.waitForTimeout(1000)
    expect(sent).toEqual([])
  })

  await banner.click()
  await pick(page, ALEX, CONTOSO)
  await expect(page).toHaveURL(pageOf(NAME))
  await expect(essentials).toBeVisible()
  await expect(banner).toHaveCount(0)
})

test('more proof is asked for in the middle of a form: what was typed is there afterwards', async ({
  page,
  azure,
  guard,
}) => {
  guard.allow(/status of 40[01]/, ENDED)
  const path = pageOf('lng-gdansk')
  await signIn(page, ALEX, CONTOSO, path)
  const form = page.getByRole('dialog', { name: /^Edit the tags of/ })
  const value = form.getByRole('textbox', { name: /^Value of tag/ }).last()

  for (const [headers, tag] of [
    ['full', 'cost center'],
    ['opaque', 'cost owner'],
  ] as const) {
    await test.step(`${headers} headers`, async () => {
      const opaque = headers === 'opaque' ? [{ kind: 'opaque' as const, path: '/' }] : []
      await page.getByRole('button', { name: 'Edit tags' }).click()
      await form.getByRole('button', { name: 'Add tag' }).click()
      await form
        .getByRole('textbox', { name: /^Name of tag/ })
        .last()
        .fill(tag)
      await value.fill('4711')

      // Azure takes no token any more of a sign-in from before this moment.
      await azure.control({
        do: 'faults',
        faults: [...opaque, { kind: 'challenge', path: '/lng-gdansk', times: 1 }],
      })
      await form.getByRole('button', { name: 'Apply' }).click()
      const banner = page.getByRole('button', { name: 'Sign in to continue' }).first()
      await expect(banner).toBeVisible()
      await expect(page.getByText('Signing in did not work')).toHaveCount(0)
      await banner.click()
      // Where the browser could not read what Azure wants, a sign-in is asked for as such, and that of the provider will do.
      if (headers === 'full') await pick(page, ALEX, CONTOSO)
      await expect(page).toHaveURL(path)
      await expect(value).toHaveValue('4711')
      await form.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByRole('region', { name: 'Tags' })).toContainText(`${tag} = 4711`)
    })
  }

  await test.step('opaque headers: what Azure carries out later is followed to its end all the same', async () => {
    await page.getByRole('button', { name: 'Edit endpoint and prefixes' }).click()
    const edit = page.getByRole('dialog', { name: /^Edit lng-gdansk/ })
    await edit.getByRole('button', { name: 'Add prefix' }).click()
    await edit
      .getByRole('textbox', { name: /^Prefix/ })
      .last()
      .fill('10.180.0.0/16')
    await azure.control({ do: 'settings', speed: 'fast' })
    // Where it may read nothing at all, the app looks again after ten seconds.
    await page.route(/\/lng-gdansk\?/, async (route) => {
      if (route.request().method() !== 'PUT') return route.continue()
      const response = await route.fetch()
      const readable = { 'retry-after': '1', 'access-control-expose-headers': 'retry-after' }
      await route.fulfill({ response, headers: { ...response.headers(), ...readable } })
    })
    await edit.getByRole('button', { name: 'Apply' }).click()
    await expect(edit.getByText('Changed: the prefixes of lng-gdansk')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('main')).toContainText('10.180.0.0/16')
  })
})
