import type { Page } from '@playwright/test'
import { resourcePath } from '../../src/model/paths.ts'
import { axeLightAndDark } from './axe.ts'
import { idOf } from './estate.ts'
import { expect, test } from './fixtures.ts'
import { expectFitsPhone, openResource, show } from './pages.ts'

// Each page is looked at twice, and looking takes a second or two.
test.slow()

/** Until the step is there, and nothing is being read that would change it under the look. */
async function stepRead(page: Page, title: string) {
  await expect(page).toHaveTitle(new RegExp(`^${title} · Set up ExpressRoute`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

test('ExpressRoute: the steps of a set-up that goes on, and why and paths of a circuit', async ({ page }) => {
  await openResource(page, resourcePath(idOf('er-ams-equinix-1')), 'er-ams-equinix-1')
  await page.getByRole('link', { name: 'Continue set-up' }).click()
  await stepRead(page, 'Provider')
  const label = page.getByRole('navigation', { name: 'Main' }).getByText('Set up ExpressRoute')
  expect(await label.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  await axeLightAndDark(page)
  const here = new URL(page.url())
  const step = (name: string) => show(page, `/create/expressroute/${name}${here.search}`)

  for (const title of ['Resiliency', 'Circuits']) {
    await test.step(title, async () => {
      await step(title.toLowerCase())
      await stepRead(page, title)
      await axeLightAndDark(page)
    })
  }

  await step('peering')
  await stepRead(page, 'Peering')
  // IPv6 as well, a key, and what is wrong.
  await page.getByRole('radio', { name: /^IPv4 and IPv6/ }).check()
  await page.getByRole('switch', { name: 'The BGP sessions use an MD5 key' }).check()
  await page.getByRole('textbox', { name: 'Your AS number' }).fill('12076')
  await page.getByRole('button', { name: 'Next: Gateway' }).click()
  await expect(page.getByRole('region', { name: /errors? on this step/ })).toBeVisible()
  await axeLightAndDark(page)
  await expectFitsPhone(page)

  for (const title of ['Gateway', 'Connection', 'Review', 'Verify']) {
    await test.step(title, async () => {
      await step(title.toLowerCase())
      await stepRead(page, title)
      await axeLightAndDark(page)
      await expectFitsPhone(page)
    })
  }

  const circuit = 'er-ams-colt-1'
  await openResource(page, resourcePath(idOf(circuit), 'why'), circuit)
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await axeLightAndDark(page)
  await openResource(page, resourcePath(idOf(circuit), 'paths'), circuit)
  for (const peering of ['AzurePrivatePeering', 'MicrosoftPeering'])
    await expect(page.getByRole('region', { name: `ARP tables of ${peering}, table` })).toBeVisible()
  await axeLightAndDark(page)
})
