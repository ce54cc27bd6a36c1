import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect } from 'vitest'
import { eventually, heading, visit, type Visit } from './app.ts'

/** Turning its modules into scripts takes long on a busy machine, so it has a time of its own. */
beforeAll(
  () =>
    Promise.all([
      import('../../src/features/site-to-site/site-to-site-route.tsx'),
      import('../../src/app/pages/resource-page-route.tsx'),
    ]),
  300_000,
)

/** The site-to-site wizard, as a person walks through it; each click and each field that is filled counts. */
export interface Walk extends Visit {
  interactions: number
}

export async function openWizard(
  address = '/create/site-to-site/goal',
  options: Parameters<typeof visit>[1] = {},
): Promise<Walk> {
  const walk = { ...(await visit(address, options)), interactions: 0 }
  await heading('Goal')
  await rightsRead()
  return walk
}

/** Regions, groups and rights are read when the wizard opens; until then fields may still change. */
async function rightsRead(): Promise<void> {
  await waitFor(() => expect(document.querySelector('[aria-busy]')).not.toBeInTheDocument(), {
    timeout: 30_000,
  })
}

export async function press(walk: Walk, name: RegExp | string): Promise<void> {
  walk.interactions += 1
  await walk.user.click(await screen.findByRole('button', { name }, { timeout: 20_000 }))
}

export async function choose(walk: Walk, group: RegExp | string, option: RegExp | string): Promise<void> {
  walk.interactions += 1
  const choices = await screen.findByRole('radiogroup', { name: group }, { timeout: 20_000 })
  await walk.user.click(within(choices).getByRole('radio', { name: option }))
}

export async function fill(walk: Walk, label: RegExp | string, text: string): Promise<void> {
  walk.interactions += 1
  fireEvent.change(await field(label), { target: { value: text } })
}

/** One of a list, by typing what it is called and a click on it. */
export async function pick(walk: Walk, label: RegExp | string, option: RegExp | string): Promise<void> {
  walk.interactions += 2
  await walk.user.click(await field(label))
  const list = await screen.findByRole('listbox', { name: label }, { timeout: 20_000 })
  await walk.user.click(await within(list).findByRole('option', { name: option }, { timeout: 20_000 }))
}

/** A field by its label; of several, as of two devices, the one in the part that is named. */
export function field(label: RegExp | string, part?: HTMLElement): Promise<HTMLElement> {
  return waitFor(
    () =>
      (part ? within(part) : screen).getByLabelText(label, { selector: 'input:not([type=radio]), select' }),
    {
      timeout: 20_000,
    },
  )
}

/** Next, and the page it leads to. */
export async function next(walk: Walk, title: string): Promise<void> {
  await press(walk, `Next: ${title}`)
  await heading(title)
}

/** Next while something is wrong: the page stays, and says what. */
export async function nextRefused(walk: Walk): Promise<HTMLElement> {
  await press(walk, /^Next: /)
  return screen.findByRole('region', { name: /errors? on this step/ }, { timeout: 20_000 })
}

/** A device of the sites step. */
export function device(number: number): HTMLElement {
  return screen.getByRole('region', { name: `Device ${number}` })
}

/** What the picture says to who does not see it. */
export function picture(): string {
  return screen.getByRole('img', { name: /^On-premises/ }).getAttribute('aria-label') ?? ''
}

/** What has the focus, once it is there: Next leads to it after the page was drawn. */
export async function focused(name: RegExp | string): Promise<void> {
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(name), { timeout: 20_000 })
}

/** Creates the plan of the review, and says before that its warnings were read, where it has some. */
export async function create(walk: Walk): Promise<void> {
  const read = screen.queryByRole('checkbox', { name: /^I have read the / })
  if (read) {
    walk.interactions += 1
    await walk.user.click(read)
  }
  await press(walk, /^Create \d+ resources?/)
}

/**
 * Waits until what is created is on its way: a page that is left before takes its keys with it, and nothing is made. Not for
 * `0 of 7 resources are ready`, which stands there before.
 */
export async function sent(): Promise<void> {
  await waitFor(
    () =>
      expect(document.body).toHaveTextContent(
        /Close this page, and find it again|All \d+ resources are ready|, \d+ failed/,
      ),
    { timeout: 60_000, interval: 50 },
  )
}

/** The page loaded anew, on the same Azure: what was only in its memory is gone. */
export async function reload(walk: Walk, title: RegExp | string): Promise<Walk> {
  const { pathname, search } = window.location
  const page = await visit(`${pathname}${search}`, { emulator: walk.emulator })
  await heading(title)
  return { ...page, interactions: walk.interactions }
}

/** The first device, at an address and with a network behind it, and on to the review. */
export async function fromSitesToReview(walk: Walk, prefix: string): Promise<void> {
  const one = device(1)
  fireEvent.change(await field('IP address', one), { target: { value: '203.0.113.140' } })
  await press(walk, 'Add prefix')
  fireEvent.change(within(one).getByRole('textbox', { name: 'Prefix 1' }), { target: { value: prefix } })
  for (const step of ['Connection', 'Device', 'Review']) await next(walk, step)
}

/** What is reviewed is made, and its tunnel comes up. */
export async function toTunnel(walk: Walk): Promise<void> {
  await create(walk)
  await eventually('heading', /^All \d+ resources are ready/)
  await press(walk, 'Next: Verify')
  await press(walk, 'Come up')
  await eventually('heading', 'The connection is up')
}
