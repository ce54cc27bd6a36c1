import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import type { TabId } from '../../src/model/resources/tabs.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { heading, visit, type Visit } from './app.ts'
import { idOf } from './tags-form.ts'

/** A tab of the page of a resource, once its part is there. */
export async function openTab(
  name: string,
  tab: TabId,
  title: RegExp | string,
  options: Parameters<typeof visit>[1] = {},
): Promise<Visit> {
  const page = await visit(resourcePath(idOf(name), tab), options)
  await heading(name)
  await region(title)
  return page
}

/** A part of the page by its heading. */
export function region(name: RegExp | string): Promise<HTMLElement> {
  return waitFor(() => screen.getByRole('region', { name }), { timeout: 60_000, interval: 100 })
}

/** A button of a part, once it may be pressed. */
export async function press({ user }: Visit, part: RegExp | string, name: RegExp | string): Promise<void> {
  const button = within(await region(part)).getByRole('button', { name })
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  await user.click(button)
}
