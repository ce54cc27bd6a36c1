import { expect } from '../fixtures.ts'
import { listedNames, listRead } from '../pages.ts'
import { pick, signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { KIM, NORTHWIND, TAILSPIN } from './people.ts'

test('every directory of a person is one list; one that wants a sign-in of its own says so with a button', async ({
  page,
  azure,
  guard,
}) => {
  guard.allow(/status of 400/, 'One directory refuses at first, which the browser says on its own console.')
  await azure.control({ do: 'reset', estate: 'two-tenants' })
  azure.config.tenantId = NORTHWIND.tenantId
  const scope = page.getByRole('button', { name: '1 subscription', exact: true })
  const picker = page.getByRole('dialog', { name: 'Subscriptions' })

  await test.step('one that the app registration is not for is no failure, and is told of where one chooses', async () => {
    azure.behaviour.notServed = [TAILSPIN]
    await signIn(page, KIM, NORTHWIND, '/resources')
    await listRead(page)
    expect(await listedNames(page)).toEqual(['lng-bergen'])
    await scope.click()
    await expect(picker.getByText(/^1 other directory .* not served by this app reg/)).toBeVisible()
    await expect(page.getByText('Not all could be read')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Sign in to Tailspin' })).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  azure.behaviour.notServed = []
  azure.behaviour.ownSignIn = [TAILSPIN]
  await page.reload()
  await listRead(page)
  expect(await listedNames(page)).toEqual(['lng-bergen'])
  await scope.click()
  await expect(picker.getByRole('button', { name: 'Sign in to Tailspin' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sign in to Tailspin' }).click()
  await pick(page, KIM, TAILSPIN)
  await expect(page).toHaveURL('/resources')
  await listRead(page)
  expect((await listedNames(page)).toSorted()).toEqual(['lng-bergen', 'lng-turku'])
})
