import { screen, waitFor } from '@testing-library/react'
import { beforeAll, expect } from 'vitest'
import { heading, visit } from './app.ts'
import { UNLOCKED } from './unlocked.ts'
import { fill, press, type Walk } from './wizard.ts'

/** Turning its modules into scripts takes long on a busy machine, so it has a time of its own. */
beforeAll(() => import('../../src/features/branch-wizard/branch-route.tsx'), 300_000)

/** Connect a branch, at its first step. @param search `?hub=…` */
export async function openBranch(
  search = '',
  options: Parameters<typeof visit>[1] = UNLOCKED,
): Promise<Walk> {
  const walk = { ...(await visit(`/create/branch/goal${search}`, options)), interactions: 0 }
  await heading('Virtual WAN')
  await waitFor(() => expect(document.querySelector('[aria-busy]')).not.toBeInTheDocument(), {
    timeout: 30_000,
  })
  return walk
}

/** The site whose form is shown, with a prefix and one link. */
export async function fillSite(walk: Walk, name: string, prefix: string, endpoint: string): Promise<void> {
  await fill(walk, 'Name', name)
  await press(walk, 'Add prefix')
  await fill(walk, 'Prefix 1', prefix)
  await fill(walk, 'IP address or DNS name', endpoint)
}

/** What the picture says to who does not see it. */
export function branchPicture(): string {
  return screen.getByRole('img', { name: /^On-premises/ }).getAttribute('aria-label') ?? ''
}
