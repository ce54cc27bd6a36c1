import { expect, test } from 'vitest'
import { idOf, openContoso } from './contoso.ts'

/** Against the circuits of the demo: Amsterdam has a Microsoft peering, London is in Global Reach with another, Direct has 2 of its port. */
test('a circuit becomes no smaller than what it has', async () => {
  const on = openContoso()
  const put = async (name: string, tier: string) => {
    const { body } = await on.ask('GET', idOf(name))
    const answer = await on.ask('PUT', idOf(name), {
      ...body,
      sku: { name: `${tier}_UnlimitedData`, tier, family: 'UnlimitedData' },
    })
    return answer.status === 400 ? answer.body.error.message : answer.status
  }
  expect(await put('er-ams-colt-1', 'Standard')).toMatch(/has no Microsoft peering/)
  const reached = await on.ask('GET', idOf('er-lon-colt-2'))
  expect(reached.body.properties.globalReachEnabled).toBe(true)
  expect(await put('er-lon-colt-2', 'Local')).toMatch(/Local has no Global Reach/)
  expect(await put('er-lon-colt-2', 'Standard')).toBe(200)
})
