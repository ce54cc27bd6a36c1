import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { eventually, heading } from '../support/app.ts'
import { idOf } from '../support/tags-form.ts'
import { device, field, next, openWizard, press, type Walk } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/site-to-site/site-to-site-route.tsx'), 300_000)

const LAB = idOf('vnet-lab-neu')

/** From a virtual network without a gateway to the review, with defaults for a test: one device, static routes. */
async function toReview(options: Parameters<typeof openWizard>[1] = {}): Promise<Walk> {
  const walk = await openWizard(`/create/site-to-site/goal?network=${encodeURIComponent(LAB)}`, options)
  await next(walk, 'Network')
  await next(walk, 'Gateway')
  await next(walk, 'Sites')
  const one = device(1)
  fireEvent.change(await field('IP address', one), { target: { value: '203.0.113.130' } })
  screen.debug(one, 100000)
  return walk
}

test('what Azure accepts is created, from the review to a tunnel that is up', async () => {
  const walk = await toReview()
  await next(walk, 'Connection')
  await next(walk, 'Review')
  await heading('Review')
  await eventually('heading', 'Review')
  await waitFor(() => expect(screen.getByText('Azure accepts this plan')).toBeVisible())
  await press(walk, /^Create \d+ resources/)
  void within
})
