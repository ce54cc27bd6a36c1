import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { heading, visit } from './app.ts'
import type { Walk } from './wizard.ts'

/** The second half of the ExpressRoute wizard, from its provider on, as a person walks through it. */

/** The part of a step that is about one circuit. */
export function circuitPart(name: RegExp | string): HTMLElement {
  return screen.getByRole('region', { name })
}

/** What of the demo's provider somebody presses. */
export async function provider(walk: Walk, act: string, name?: string): Promise<void> {
  const controls = await screen.findByRole('group', {
    name: name === undefined ? /^Demo: the provider/ : `Demo: the provider of ${name}`,
  })
  await walk.user.click(within(controls).getByRole('button', { name: act }))
}

/** Until both paths of everything are up. */
export async function verified(title: RegExp | string): Promise<void> {
  await heading(title)
  await waitFor(() => expect(screen.getByRole('region', { name: 'What to do next' })).toBeVisible())
}

/** The wizard, opened for a circuit in a browser that knows no draft of it, at the step where that stands. */
export async function continueSetUp(
  circuitId: string,
  step: string,
  options: Parameters<typeof visit>[1] = {},
): Promise<Walk> {
  const page = await visit(`/create/expressroute?circuit=${encodeURIComponent(circuitId)}`, options)
  await heading(step)
  return { ...page, interactions: 0 }
}
