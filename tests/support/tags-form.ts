import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit, type Visit } from './app.ts'

/** The form for the tags of a resource, as a person uses it. */

export function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}

export const order = ({ emulator }: Visit, ...faults: Fault[]) => emulator.control({ do: 'faults', faults })
export const sent = ({ requests }: Visit) => requests.filter((request) => request.startsWith('PATCH'))
export const dialog = () => screen.getByRole('dialog', { name: /^Edit the tags of/ })
export const tags = () => screen.getByRole('region', { name: 'Tags' })

export async function says(text: RegExp | string): Promise<void> {
  await waitFor(() => expect(document.body).toHaveTextContent(text), { timeout: 60_000, interval: 50 })
}

/**
 * The form, open on the page of a resource.
 * @param faults from when it is open
 * @param before while it opens
 */
export async function edit(id: string, faults: Fault[] = [], before: Fault[] = []): Promise<Visit> {
  const page = await visit(resourcePath(id), { faults: before })
  await heading(id.split('/').at(-1) ?? '')
  await open(page)
  await order(page, ...faults)
  return page
}

async function open({ user }: Visit): Promise<void> {
  const button = await eventually('button', 'Edit tags')
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  await user.click(button)
  await opened()
}

/** The form is there and can be used. */
export async function opened(): Promise<void> {
  await waitFor(() => expect(dialog()).toBeVisible(), { timeout: 30_000 })
}

export async function addTag({ user }: Visit, name: string, value: string): Promise<void> {
  await user.click(within(dialog()).getByRole('button', { name: 'Add tag' }))
  const names = within(dialog()).getAllByRole('textbox', { name: /^Name of tag/ })
  const values = within(dialog()).getAllByRole('textbox', { name: /^Value of tag/ })
  // Typed at once: what each key does is proven elsewhere.
  fireEvent.change(names.at(-1) as HTMLElement, { target: { value: name } })
  fireEvent.change(values.at(-1) as HTMLElement, { target: { value } })
}

export const apply = ({ user }: Visit) => user.click(within(dialog()).getByRole('button', { name: 'Apply' }))

/** Of the tag that was added, whatever number it has. */
export const typedValue = () =>
  within(dialog())
    .getAllByRole('textbox', { name: /^Value of tag/ })
    .at(-1)
