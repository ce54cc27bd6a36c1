import { expect } from '../fixtures.ts'
import { hubRead, list, listedNames, listRead } from '../pages.ts'
import { pick, signIn } from './at-the-provider.ts'
import { test } from './fixtures.ts'
import { ALEX, CONTOSO } from './people.ts'

test('signs in, comes back to the address that was opened, and lists what the person may read', async ({
  page,
  azure,
}) => {
  await signIn(page, ALEX, CONTOSO, '/resources?q=gdansk')
  await expect(page).toHaveURL('/resources?q=gdansk')
  await listRead(page)
  expect(await listedNames(page)).toContain('cn-weu-to-gdansk')
  console.log(azure.tokens.map((t) => [t.kind, t.error]))
})
