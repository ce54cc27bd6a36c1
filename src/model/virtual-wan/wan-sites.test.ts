import { expect, test } from 'vitest'
import { inventory, SUBSCRIPTION, wan } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { type PlacedSite, SITES_AT_FIRST, wanSitesSection } from './wan-sites.ts'

const estate = buildEstate([{ subscriptionId: SUBSCRIPTION, displayName: '' }], [inventory([wan('vwan')])])
const PLACED: PlacedSite[] = Array.from({ length: SITES_AT_FIRST + 59 }, (_, index) => ({
  id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnSites/shop-${index}`,
  verdict: 'notChecked',
}))

test.each([
  [{}, SITES_AT_FIRST, '109 sites, the first 50 are shown'],
  [{ all: true }, 109, '109 sites'],
  [{ words: ' Shop-10' }, 10, '10 of 109 sites'],
  [{ words: 'nobody' }, 0, '0 of 109 sites'],
])('the sites of a WAN that are shown: %j', (how, rows, note) => {
  const section = wanSitesSection(PLACED, estate, how)
  expect([section.rows.length, section.note]).toEqual([rows, note])
})
