import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { actionPath, resourcePath } from '../../src/model/paths.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { heading, visit, type Visit } from './app.ts'

/** The form of an action, as a person uses it. */

export const form = (name: RegExp | string) => screen.getByRole('dialog', { name })
export const changes = () => screen.getByRole('region', { name: 'Changes' })
export const writesSent = ({ requests }: Visit) => requests.filter((request) => !request.startsWith('GET'))

/** The page of a resource with a form open by its address. */
export async function openForm(
  id: string,
  topic: Parameters<typeof actionPath>[1],
  title: RegExp | string,
  faults: Fault[] = [],
): Promise<Visit> {
  const page = await visit(actionPath(id, topic))
  await opened(title)
  await page.emulator.control({ do: 'faults', faults })
  return page
}

export async function openPage(id: string): Promise<Visit> {
  const page = await visit(resourcePath(id))
  await heading(id.split('/').at(-1) ?? '')
  return page
}

export async function opened(title: RegExp | string): Promise<void> {
  await waitFor(() => expect(form(title)).toBeVisible(), { timeout: 60_000, interval: 100 })
}

/** Presses a button of the form once it can be pressed. */
export async function press({ user }: Visit, title: RegExp | string, name: RegExp | string): Promise<void> {
  const button = await waitFor(
    () => {
      const found = within(form(title)).getByRole('button', { name })
      expect(found).not.toHaveAttribute('aria-disabled', 'true')
      return found
    },
    { timeout: 30_000 },
  )
  await user.click(button)
}

/** The form is gone; a moment later the page below it is there again for readers too. */
export async function closed(): Promise<void> {
  await waitFor(
    () => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
      expect(screen.getByRole('main')).toBeVisible()
    },
    { timeout: 20_000 },
  )
}
