import { expect, test } from './fixtures.ts'
import { idOf, pageOf } from './estate.ts'
import { list, listRead, openResource, show } from './pages.ts'
import { resourcePath } from '../../src/model/paths.ts'

const ROUTE_TABLE = `${idOf('vhub-sea-01')}/hubRouteTables/rt-shared`

test('an address in any casing leads to the resource and is replaced by that of ARM', async ({ page }) => {
  // A name that looks like a file of the server's.
  await openResource(page, `/resource${idOf('lng.branch-01.js').toUpperCase()}/`, 'lng.branch-01.js')
  await expect(page).toHaveURL(`/resource${idOf('lng.branch-01.js')}`)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'lng.branch-01.js' })).toBeVisible()
  await expect(page.getByText('203.0.113.134').first()).toBeVisible()

  // Brackets in a group's name, and the tab in the address.
  const left = idOf('lng-test_1')
  await openResource(page, `${resourcePath(left).toLowerCase()}/JSON`, 'lng-test_1')
  await expect(page).toHaveURL(`${resourcePath(left)}/json`)
  await expect(page.getByRole('region', { name: 'JSON', exact: true })).toContainText('172.22.0.0/16')
  await page.reload()
  await expect(page.getByRole('region', { name: 'JSON', exact: true })).toContainText('rg-lab-(old)')

  // A child, read by itself, and its way up.
  await openResource(page, resourcePath(ROUTE_TABLE.toLowerCase()), 'rt-shared')
  await expect(page).toHaveURL(resourcePath(ROUTE_TABLE))
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'vhub-sea-01' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'vhub-sea-01' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'rt-shared' })).toBeVisible()

  // By the query, for what a path cannot carry.
  await openResource(
    page,
    `/resource?id=${encodeURIComponent(idOf('vgw-weu-prod').toUpperCase())}`,
    'vgw-weu-prod',
  )
  await expect(page).toHaveURL(pageOf('vgw-weu-prod'))
})

test('an address that leads nowhere says what is wrong and offers ways on', async ({ page, guard }) => {
  await test.step('not an id', async () => {
    await page.goto('/resource/subscriptions/x/groups/vgw-weu-prod')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not the id of a resource')
    await expect(page.getByText('After the subscription comes /resourceGroups/')).toBeVisible()
    await expect(page.getByText('/subscriptions/x/groups/vgw-weu-prod', { exact: true })).toBeVisible()
    // It looks for what was meant.
    await page.getByRole('main').getByRole('link', { name: 'vgw-weu-prod', exact: true }).click()
    await expect(page).toHaveURL(pageOf('vgw-weu-prod'))
  })

  await test.step('a broken escape', async () => {
    await show(page, '/resource?id=%25zz')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not the id of a resource')
  })

  await test.step('a name that is not there, and a good id after it', async () => {
    await show(page, `/resource${idOf('vgw-weu-prod')}-2`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('vgw-weu-prod-2 was not found')
    await expect(page.getByRole('alert')).toContainText('rg-net-weu')
    await expect(page.getByRole('main')).toContainText('ResourceNotFound')
    const field = page.getByRole('textbox', { name: 'Open another resource by its id' })
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page.getByText('Paste a resource id first.')).toBeVisible()
    await field.fill(`  ${idOf('er-ams-colt-1')} `)
    await field.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'er-ams-colt-1' })).toBeVisible()
  })

  await test.step('a collection', async () => {
    await show(page, `/resource${idOf('cn-weu-to-gdansk').replace(/\/[^/]+$/, '')}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is a list of connections')
    await page.getByRole('link', { name: 'Show them in the list' }).click()
    await listRead(page)
    await expect(list(page).getByRole('link', { name: 'cn-weu-to-gdansk' }).first()).toBeVisible()
    await expect(list(page).getByRole('link', { name: 'cn-eus-to-branch-dallas' })).toHaveCount(0)
  })

  await test.step('a resource group', async () => {
    await show(page, `/resource${idOf('lng-test_1').split('/providers')[0]}`)
    await listRead(page)
    await expect(list(page).getByRole('link', { name: 'lng-test_1' })).toBeVisible()
    expect(new URL(page.url()).searchParams.get('group')).toBe('rg-lab-(old)')
  })

  await test.step('no page', async () => {
    guard.allow(/404/, 'what is no page may be answered so by a host')
    await page.goto('/gateways/<b>x</b>')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
    await page.getByRole('button', { name: 'Search for a resource' }).click()
    await expect(page.getByRole('combobox')).toBeFocused()
  })
})
