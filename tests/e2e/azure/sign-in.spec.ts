import { expect } from '../fixtures.ts'
import { hubRead, list, listedNames, listRead } from '../pages.ts'
import { signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO, KIM } from './people.ts'

const PROVIDER_REFUSES = 'The provider refuses, which the browser says on its own console.'

test('signs in, comes back to the address that was opened, and reads hub, list and detail', async ({
  page,
}) => {
  await signIn(page, ALEX, CONTOSO, '/resources?q=gdansk')
  await expect(page).toHaveURL('/resources?q=gdansk')
  await listRead(page)
  expect(await listedNames(page)).toContain('cn-weu-to-gdansk')

  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await hubRead(page)
  await expect(page.getByText('cn-weu-to-gdansk').first()).toBeVisible()

  await page.goBack()
  await list(page).getByRole('link', { name: 'cn-weu-to-gdansk' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'cn-weu-to-gdansk' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Essentials' })).toBeVisible()

  // What was sent is told without the token it was sent with.
  await page.keyboard.press('l')
  await expect(page.getByRole('grid', { name: 'Requests' })).toBeVisible()
  await page.getByRole('grid', { name: 'Requests' }).getByRole('row').nth(1).click()
})

test('a directory that does not exist is named, with what to set', async ({ page, azure, guard }) => {
  guard.allow(/status of 400/, PROVIDER_REFUSES)
  azure.config.tenantId = '00000000-1111-4222-8333-444444444444'
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(/There is no such directory in this cloud\. Check tenantId/)).toBeVisible()
  await expect(page.getByText(/AADSTS90002/).first()).toBeVisible()
})

test('somebody of another directory is told so by the provider, and can sign in as somebody else', async ({
  page,
}) => {
  await signIn(page, KIM, CONTOSO)
  await expect(page.getByText(/AADSTS50020/)).toBeVisible()
  await page.goto('/')
  await signIn(page, ALEX, CONTOSO)
  await hubRead(page)
})

test('without consent it says what an administrator has to do, and a person can give it', async ({
  page,
  azure,
}) => {
  azure.behaviour.consent = 'administrator'
  await signIn(page, ALEX, CONTOSO, '/resources')
  await page.getByRole('button', { name: 'Return to the application without granting consent' }).click()
  await expect(page.getByText(/This directory has not agreed that the app may use Azure/)).toBeVisible()
  await expect(page.getByText(/AADSTS90094/).first()).toBeVisible()
  await expect(page).toHaveURL('/resources')

  azure.behaviour.consent = 'asked'
  await page
    .getByRole('button', { name: /ign in/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/The sign-in was cancelled/)).toBeVisible()

  await page
    .getByRole('button', { name: /ign in/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Accept' }).click()
  await listRead(page)
  await expect(page).toHaveURL('/resources')
})
