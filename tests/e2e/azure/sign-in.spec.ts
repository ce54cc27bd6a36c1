import { expect } from '../fixtures.ts'
import { hubRead, list, listedNames, listRead } from '../pages.ts'
import { signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO, KIM } from './people.ts'

const PROVIDER_REFUSES = 'The provider refuses, which the browser says on its own console.'

test('signs in, comes back to the address that was opened, and the main ways through the app work', async ({
  page,
  azure,
}) => {
  await signIn(page, ALEX, CONTOSO, '/resources?q=gdansk')
  await expect(page).toHaveURL('/resources?q=gdansk')
  // Nor does Back lead to the provider's answer.
  const since = await page.evaluate(() => navigation.entries().map(({ url }) => url))
  expect(since).toEqual([`${azure.app}/resources?q=gdansk`])
  await listRead(page)
  expect(await listedNames(page)).toContain('cn-weu-to-gdansk')

  await test.step('filter and export', async () => {
    await page.getByRole('searchbox', { name: 'Filter the list' }).fill('AS64620')
    await expect.poll(() => listedNames(page)).toEqual(['lng-gdansk'])
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  })

  await test.step('hub, and back', async () => {
    await list(page).getByRole('row').nth(1).focus()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await hubRead(page)
    await expect(page.getByText('cn-weu-to-gdansk').first()).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/\/resources\?q=AS64620$/)
  })

  await test.step('palette to a resource, and what a person may do there', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('cn-weu-to-gdansk')
    await page
      .getByRole('option', { name: /cn-weu-to-gdansk/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'cn-weu-to-gdansk' })).toBeVisible()
    await page.getByRole('heading', { name: 'Your rights here' }).click()
    const rights = page.getByRole('region', { name: 'Your rights here' })
    await expect(rights.getByRole('row', { name: /^Read Yes/ })).toBeVisible()
    await expect(rights.getByRole('row', { name: /^Change Yes/ })).toBeVisible()
  })

  await test.step('read-only forbids changes, and says so', async () => {
    await page.getByRole('button', { name: `Account ${ALEX.username}` }).click()
    await page.getByRole('switch', { name: 'Read-only' }).click()
    await page.keyboard.press('Escape')
    const rights = page.getByRole('region', { name: 'Your rights here' })
    await expect(rights.getByRole('row', { name: /^Change No: Read-only is on/ })).toBeVisible()
    await page.getByRole('button', { name: 'Turn read-only off' }).click()
    await expect(rights.getByRole('row', { name: /^Change Yes/ })).toBeVisible()
  })

  await test.step('what was sent is told without the token it was sent with', async () => {
    await page.keyboard.press('l')
    const requests = page.getByRole('grid', { name: 'Requests' })
    await requests.getByRole('row').nth(1).click()
    await page.getByRole('tab', { name: 'Headers' }).click()
    const log = page.getByRole('region', { name: 'Request log' })
    await expect(log.getByText('x-ms-client-request-id')).toBeVisible()
    await expect(log).not.toContainText(/bearer/i)
  })
})

test('whoever cannot be signed in is told why and what to do, and can sign in after all', async ({
  page,
  azure,
  guard,
}) => {
  guard.allow(/status of 400/, PROVIDER_REFUSES)

  await test.step('a directory that does not exist is named, with what to set', async () => {
    const { tenantId } = azure.config
    azure.config.tenantId = '00000000-1111-4222-8333-444444444444'
    await page.goto('/')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText(/There is no such directory in this cloud\. Check tenantId/)).toBeVisible()
    await expect(page.getByText(/AADSTS90002/).first()).toBeVisible()
    azure.config.tenantId = tenantId
  })

  await test.step('somebody of another directory is told so by the provider', async () => {
    await signIn(page, KIM, CONTOSO)
    await expect(page.getByText(/AADSTS50020/)).toBeVisible()
  })

  await test.step('without consent it says what an administrator has to do', async () => {
    azure.behaviour.consent = 'administrator'
    await signIn(page, ALEX, CONTOSO, '/resources')
    await page.getByRole('button', { name: 'Return to the application without granting consent' }).click()
    await expect(page.getByText(/This directory has not agreed that the app may use Azure/)).toBeVisible()
    await expect(page.getByText(/AADSTS90094/).first()).toBeVisible()
    await expect(page).toHaveURL('/resources')
  })

  const again = page.getByRole('button', { name: /ign in/ }).first()
  await test.step('a person who may consent can leave it, or give it', async () => {
    azure.behaviour.consent = 'asked'
    await again.click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText(/The sign-in was cancelled/)).toBeVisible()
    await again.click()
    await page.getByRole('button', { name: 'Accept' }).click()
    await listRead(page)
    await expect(page).toHaveURL('/resources')
  })
})
