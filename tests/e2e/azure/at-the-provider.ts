import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import type { Person, Tenant } from './people.ts'
import type { World } from './world.ts'

/** Answers the provider's own page as somebody. */
export async function pick(page: Page, person: Person, tenant: Tenant): Promise<void> {
  await expect(page.getByRole('heading', { name: `Sign in to ${tenant.displayName}` })).toBeVisible()
  await page.getByRole('button', { name: person.name, exact: true }).click()
}

/** Opens the app where nobody is signed in yet, and signs in. */
export async function signIn(page: Page, person: Person, tenant: Tenant, path = '/'): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await pick(page, person, tenant)
}

/** How often tokens were asked for since the test began, by what they were asked with. */
export function asked({ tokens }: World, kind: 'authorization_code' | 'refresh_token'): number {
  return tokens.filter((request) => request.kind === kind).length
}
