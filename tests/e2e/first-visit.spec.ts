import { expect, test } from './fixtures.ts'
import { hubRead, list } from './pages.ts'

test('a first visit shows the whole estate, says how it is and that it is made up', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('Nothing here reaches Azure')).toBeVisible()

  const grid = page.getByRole('grid', { name: 'All resources' })
  await expect(grid.getByRole('link').first()).toBeVisible()
  await hubRead(page)
  // Hidden stops for the focus, which readers complain of: there are none before something floats.
  await expect(page.locator('[data-tabster-dummy]')).toHaveCount(0)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^\d+ of \d+ connections are healthy, \d+ (is|are) down, .*1 circuit waits for its provider/,
  )
  await expect(page.getByText(/^\d+ resources in 3 subscriptions and 5 regions\./)).toBeVisible()
  await expect(page).toHaveTitle('Hub · Hybrid Connectivity Hub')

  const services = page.getByRole('list', { name: 'Services' })
  for (const [service, useCase] of [
    ['VPN Gateway', /Site-to-site/i],
    ['ExpressRoute', /Disaster recovery/i],
    ['Virtual WAN', /SD-WAN/i],
  ] as const) {
    const column = services
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: service }) })
    await expect(column).toContainText(useCase)
    await expect(column.getByRole('link', { name: /Documentation|learn/i })).toHaveAttribute(
      'href',
      /^https:\/\/learn\.microsoft\.com\//,
    )
  }

  const attention = page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem')
  await expect(attention).toHaveCount(8)
  await expect(attention.first()).toContainText('Down')
  // The gateway above it names it too.
  await expect(attention.filter({ hasText: /^Down\s*cn-eus-to-branch-denver/ })).toContainText(
    /NotConnected|not connected/,
  )

  // A count leads to exactly what it counted.
  const vpn = services
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'VPN Gateway' }) })
  const down = vpn.getByRole('link', { name: /^\d+ Down$/ })
  const counted = /\d+/.exec((await down.textContent()) ?? '')?.[0]
  await down.click()
  await expect(page).toHaveURL('/resources?service=vpn&verdict=down')
  await expect(page.getByRole('heading', { level: 1, name: 'VPN Gateway' })).toBeVisible()
  await expect(list(page)).toHaveAttribute('aria-rowcount', String(Number(counted) + 1))
})

test('the chosen subscriptions are remembered; an estate with nothing in it says what each service is for', async ({
  page,
}) => {
  await page.goto('/')
  await hubRead(page)
  await page.getByRole('button', { name: '3 subscriptions' }).click()
  const panel = page.getByRole('dialog', { name: 'Subscriptions' })
  await panel.getByRole('button', { name: 'Only this: Lab' }).click()
  await expect(page.getByText(/^\d+ resources in 1 subscription and/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '1 of 3 subscriptions' })).toBeFocused()

  await page.reload()
  await hubRead(page)
  await expect(page.getByRole('button', { name: '1 of 3 subscriptions' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'vgw-lab-basic' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'vgw-weu-prod' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Demo controls' }).click()
  const demo = page.getByRole('dialog', { name: 'Demo controls' })
  await demo.getByRole('radio', { name: /^empty/ }).click()
  await demo.getByRole('button', { name: 'Open empty' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing connects to Azure yet')
  await expect(page.getByRole('list', { name: 'Services' }).getByRole('listitem')).toHaveCount(3)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing connects to Azure yet')
  await page.getByRole('button', { name: 'Demo: empty' }).click()
  await demo.getByRole('radio', { name: /^contoso/ }).click()
  await demo.getByRole('button', { name: 'Open contoso' }).click()
  await expect(page.getByRole('link', { name: 'vgw-lab-basic' }).first()).toBeVisible()
})
