import { screen, within } from '@testing-library/react'
import { expect } from 'vitest'
import { eventually, heading, visit } from './app.ts'
import { UNLOCKED } from './unlocked.ts'
import { choose, next, press, type Walk } from './wizard.ts'

/** The first half of the ExpressRoute wizard, up to circuits that are there, as a person walks through it. */

export async function openSetUp(search = '', options: Parameters<typeof visit>[1] = UNLOCKED): Promise<Walk> {
  const walk = { ...(await visit(`/create/expressroute/resiliency${search}`, options)), interactions: 0 }
  await heading('Resiliency')
  return walk
}

/** From the first step to the review of the circuits. */
export async function toOrder(walk: Walk, resiliency: RegExp): Promise<void> {
  await choose(walk, 'Resiliency', resiliency)
  await next(walk, 'Circuits')
  await next(walk, 'Order')
}

/** The consent, and the button that begins it. */
export async function order(walk: Walk): Promise<void> {
  walk.interactions += 1
  await walk.user.click(await screen.findByRole('checkbox', { name: /billing starts now$/ }))
  const read = screen.queryByRole('checkbox', { name: /^I have read the / })
  if (read) await walk.user.click(read)
  await press(walk, /^Create \d+ resources?/)
}

/** Until the circuits are there. */
export async function ordered(): Promise<void> {
  await eventually('heading', /^(All \d+ resources are|The resource is) ready/)
}

/** What the picture says to who does not see it. */
export function circuitsDrawn(): string {
  return screen.getByRole('img', { name: /^Circuits/ }).getAttribute('aria-label') ?? ''
}

/** One of two circuits. */
export function circuitSection(number: number): ReturnType<typeof within> {
  return within(screen.getByRole('region', { name: `Circuit ${number}` }))
}

/** The circuits of the resource group that the walk deployed to, as Azure has them. */
export async function deployedCircuits(walk: Walk): Promise<{ tags: Record<string, string> }[]> {
  const put = walk.requests.find((one) => one.startsWith('PUT') && one.includes('/deployments/')) ?? ''
  const [, group = ''] = /^PUT (\/subscriptions\/[^/]+\/resourceGroups\/[^/]+)/i.exec(put) ?? []
  const answer = await walk.emulator.fetch(
    new Request(
      `https://management.azure.com${group}/providers/Microsoft.Network/expressRouteCircuits?api-version=2025-05-01`,
      { headers: { Authorization: 'Bearer x' } },
    ),
  )
  expect(answer.status).toBe(200)
  const { value } = (await answer.json()) as { value: { tags?: Record<string, string> }[] }
  return value.map(({ tags = {} }) => ({ tags }))
}
