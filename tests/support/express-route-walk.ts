import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { heading, visit, type Visit } from './app.ts'
import type { Walk } from './wizard.ts'

/** The second half of the ExpressRoute wizard, from its provider on, as a person walks through it. */

/** The page loaded anew, on the same Azure: what was only in its memory is gone. */
export async function reload(walk: Walk, title: RegExp | string): Promise<Walk> {
  const { pathname, search } = window.location
  const page: Visit = await visit(`${pathname}${search}`, { emulator: walk.emulator })
  await heading(title)
  return { ...page, interactions: walk.interactions }
}

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
