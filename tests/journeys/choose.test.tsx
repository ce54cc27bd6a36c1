import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { empty } from '../../src/emulator/estates/empty.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { field, next, openWizard, press } from '../support/wizard.ts'

beforeAll(
  () =>
    Promise.all([
      import('../../src/features/choose/choose-route.tsx'),
      import('../../src/features/express-route-wizard/express-route-route.tsx'),
    ]),
  300_000,
)

const EMPTY = { estates: [empty] }

/** What the panel says fits, once it does. */
function fits(name: RegExp | string): Promise<HTMLElement> {
  return eventually('heading', name)
}

function ruledOut(): string[] {
  const list = screen.queryByRole('list', { name: 'Ruled out' })
  return list
    ? within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    : []
}

function radio(question: RegExp, answer: string): HTMLElement {
  return within(screen.getByRole('radiogroup', { name: question })).getByRole('radio', { name: answer })
}

test('each answer moves the ranking, what is ruled out says why, and a reload keeps it', async () => {
  const { user } = await visit('/', EMPTY)
  await heading('Nothing connects to Azure yet')
  await user.click(screen.getByRole('link', { name: 'Help me choose' }))
  await heading('Choose a solution')
  expect(screen.getByRole('link', { name: 'Choose a solution' })).toHaveAttribute('aria-current', 'page')
  await fits('Nothing is answered yet')
  expect(ruledOut()).toEqual([])
  const services = within(screen.getByRole('list', { name: 'Services' })).getAllByRole('listitem')
  expect(services[0]).toHaveTextContent(/VPN Gateway.*When.*When not.*4 use cases/)
  expect(
    within(screen.getByRole('list', { name: 'Services' })).getByRole('link', { name: 'Connect a branch' }),
  ).toHaveAttribute('href', '/create/branch/goal')

  await user.click(screen.getByRole('radio', { name: 'All at once' }))
  await user.click(radio(/^How much goes to Azure/, 'Up to 500 Mbps'))
  await user.click(radio(/^How many sites/, '1 to 10'))
  await user.click(radio(/^When does it have to work/, 'In days'))
  await fits('VPN Gateway fits best')
  expect(ruledOut()).toHaveLength(1)
  expect(ruledOut()[0]).toMatch(/^ExpressRoute, one circuit.*ExpressRoute Metro.*takes hours to weeks/)
  expect(screen.getByRole('link', { name: /^Azure pricing calculator/ })).toBeVisible()

  await user.type(screen.getByRole('textbox', { name: /How many sites connect.*in sites/ }), '11')
  expect(screen.getByText(/A whole number from 1 to 10/)).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: /How many sites connect.*in sites/ }), '{Backspace}')
  await waitFor(() => expect(window.location.search).toBe('?peak=500m&sites=10&sites.n=1&time=days&show=all'))

  await visit(`${window.location.pathname}${window.location.search}`, EMPTY)
  await fits('VPN Gateway fits best')
  expect(radio(/^How many sites/, '1 to 10')).toBeChecked()
  expect(screen.getByText('3 of 21 answered')).toBeVisible()
})

test('the way back takes one answer after the other back, then leads to the page before', async () => {
  const { user } = await visit('/', EMPTY)
  await heading('Nothing connects to Azure yet')
  await user.click(screen.getByRole('link', { name: 'Help me choose' }))
  await heading('Choose a solution')
  await user.click(screen.getByRole('radio', { name: 'All at once' }))
  const sites = () => screen.queryByRole('textbox', { name: /How many sites connect.*in sites/ })
  const told = (search: string) => waitFor(() => expect(window.location.search).toBe(search))
  await user.click(radio(/^How many sites/, '1 to 10'))
  // Changed one's mind and typed: still the same answer.
  await user.click(radio(/^How many sites/, '11 to 29'))
  await user.click(radio(/^When does it have to work/, 'In days'))
  await told('?sites=29&time=days&show=all')
  await user.type(await eventually('textbox', /How many sites connect.*in sites/), '15')
  await told('?sites=29&sites.n=15&time=days&show=all')

  window.history.back()
  await told('?sites=29&time=days&show=all')
  await waitFor(() => expect(sites()).toHaveValue(''))
  window.history.back()
  await told('?sites=29&show=all')
  expect(screen.getByText('1 of 21 answered')).toBeVisible()
  window.history.forward()
  await told('?sites=29&time=days&show=all')
  window.history.go(-2)
  await told('?show=all')
  await fits('Nothing is answered yet')
  window.history.back()
  await heading('Nothing connects to Azure yet')
})

test('a number that is typed where the page was opened is taken back as well', async () => {
  const { user } = await visit('/choose?sites=29&show=all', EMPTY)
  await heading('Choose a solution')
  await user.type(await eventually('textbox', /How many sites connect.*in sites/), '15')
  await waitFor(() => expect(window.location.search).toBe('?sites=29&sites.n=15&show=all'))
  window.history.back()
  await waitFor(() => expect(window.location.search).toBe('?sites=29&show=all'))
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: /How many sites connect.*in sites/ })).toHaveValue(''),
  )
})

test('one question at a time, the way back shows the question whose answer it takes back', async () => {
  const { user } = await visit('/choose', EMPTY)
  await heading('Choose a solution')
  await user.click(await eventually('radio', 'Up to 500 Mbps'))
  await user.click(await eventually('button', 'Next'))
  await eventually('group', /^How much does the largest single flow/)
  await user.click(await eventually('button', 'Skip'))
  await eventually('group', /^What latency/)
  await user.click(screen.getByRole('radio', { name: 'Steady, under about 50 ms' }))
  await waitFor(() => expect(window.location.search).toContain('latency=steady'))
  window.history.back()
  await eventually('group', /^What latency/)
  window.history.back()
  await eventually('group', /^How much goes to Azure/)
  expect(window.location.search).toBe('')
})

test('by keyboard alone, one question at a time: answer, go on, open the reasons, start over', async () => {
  const { user } = await visit('/choose', EMPTY)
  await heading('Choose a solution')
  // Tab itself is the browser's: here it is enough that it would stop at each.
  const tabTo = async (role: string, name: RegExp | string) => {
    const wanted = await eventually(role, name)
    expect(wanted.tabIndex).toBe(0)
    wanted.focus()
  }
  await tabTo('radio', 'Up to 500 Mbps')
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: '500 Mbps to 1.25 Gbps' })).toBeChecked()
  await tabTo('button', 'Next')
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(document.activeElement).toHaveTextContent(/^How much does the largest single flow/),
  )
  await tabTo('button', 'Skip')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toHaveTextContent(/^What latency/))

  await tabTo('button', 'ExpressRoute, maximum resiliency')
  await user.keyboard('{Enter}')
  expect(document.activeElement).toHaveTextContent(/^ExpressRoute, maximum resiliency/)
  expect(
    screen.getByRole('region', { name: 'Rules for ExpressRoute, maximum resiliency' }),
  ).toHaveTextContent(/Up to 10 Gbps one circuit is plenty.*Bandwidth counts up to 4 \(our points\)/)

  await tabTo('button', 'Start over')
  await user.keyboard('{Enter}')
  await fits('Nothing is answered yet')
  expect(window.location.search).toBe('')
})

test('starts the ExpressRoute wizard with location, size and tier', async () => {
  const told =
    'peak=10g&peak.n=1500&egress=more&sites=10&regions=1&provider=yes&region=westeurope&location=Amsterdam'
  const walk = { ...(await visit(`/choose?${told}&estate=off`)), interactions: 0 }
  await fits('ExpressRoute, one circuit fits best')
  const [start] = await screen.findAllByRole('link', { name: /^Start: Set up ExpressRoute/ })
  if (start) await walk.user.click(start)
  await heading('Resiliency')
  expect(await eventually('radio', /^Standard/)).toBeChecked()
  await next(walk, 'Circuits')
  expect(await field('Peering location')).toHaveValue('Amsterdam')
  expect(await field('Bandwidth')).toHaveValue('2000')
  expect(await field(/^Provider/)).not.toHaveValue('')
})

test('starts the site-to-site wizard with region, devices and a gateway of the size', async () => {
  const told = 'peak=1250m&sites=10&time=days&region=northeurope&devices=2&vendor=fortigate'
  await visit(`/choose?${told}&estate=off`)
  await fits('VPN Gateway fits best')
  const [start] = await screen.findAllByRole('link', { name: /^Start: Set up VPN/ })
  const walk = await openWizard(start?.getAttribute('href') ?? '')
  expect(screen.getByRole('radio', { name: /^Two devices/ })).toBeChecked()
  await next(walk, 'Network')
  expect(await field('Region')).toHaveValue('northeurope')
  await press(walk, 'Next: Gateway')
  await heading('Gateway')
  expect(await field('SKU')).toHaveValue('VpnGw2AZ Generation2')
})

test('what the estate has changes the advice, and can be left out', async () => {
  const { user } = await visit('/choose?sites=1000&time=days')
  await heading('Choose a solution')
  const counts = await eventually('checkbox', /^Count what this estate has: .*circuits.*virtual hubs/)
  await waitFor(() => expect(screen.getAllByText(/^You have vhub-/)[0]).toBeVisible(), { timeout: 60_000 })
  await waitFor(() => expect(ruledOut().join()).not.toMatch(/Virtual WAN with VPN and ExpressRoute/))
  await user.click(counts)
  await fits('Virtual WAN with VPN leads so far')
  expect(ruledOut().join()).toMatch(/Virtual WAN with VPN and ExpressRoute/)
  expect(screen.queryByText(/^You have /)).not.toBeInTheDocument()
  expect(window.location.search).toContain('estate=off')
})
