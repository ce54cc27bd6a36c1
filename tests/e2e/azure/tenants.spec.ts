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
  azure.behaviour.ownSignIn = [TAILSPIN]
  await signIn(page, KIM, NORTHWIND, '/resources')
  await listRead(page)
  expect(await listedNames(page)).toEqual(['lng-bergen'])

  await page.getByRole('button', { name: '1 subscription', exact: true }).click()
  const picker = page.getByRole('dialog', { name: 'Subscriptions' })
  await expect(picker.getByRole('button', { name: 'Sign in to Tailspin' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sign in to Tailspin' }).click()
  await pick(page, KIM, TAILSPIN)
  await expect(page).toHaveURL('/resources')
  await listRead(page)
  expect((await listedNames(page)).toSorted()).toEqual(['lng-bergen', 'lng-turku'])
})
