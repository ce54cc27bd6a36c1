import { expect, test } from 'vitest'
import type { Json } from '../../lib/json.ts'
import type { MemberChange } from './edit.ts'
import { changeWords, toldChanges } from './told-changes.ts'

const ID = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/vhub/hubRouteTables'
const link = (name: string, speed: number, address: string): Json => ({
  name,
  id: `${ID}/${name}`,
  etag: `W/"${speed}"`,
  properties: {
    ipAddress: address,
    linkProperties: { linkProviderName: 'SFR', linkSpeedInMbps: speed },
    provisioningState: 'Succeeded',
  },
})

const CASES: [what: string, changes: MemberChange[], told: unknown[], words: string][] = [
  [
    'a member of one of several links',
    [
      {
        path: ['properties', 'vpnSiteLinks'],
        from: [link('link-orange', 100, '203.0.113.1'), link('link-sfr', 200, '203.0.113.31')],
        to: [link('link-orange', 100, '203.0.113.1'), link('link-sfr', 300, '203.0.113.32')],
      },
    ],
    [
      { name: 'link-sfr: address', from: '203.0.113.31', to: '203.0.113.32' },
      { name: 'link-sfr: speed', from: '200', to: '300' },
    ],
    'link-sfr: address 203.0.113.31 to 203.0.113.32, link-sfr: speed 200 to 300',
  ],
  [
    'a link more and one less',
    [
      {
        path: ['properties', 'vpnSiteLinks'],
        from: [link('a', 1, '203.0.113.1')],
        to: [{ name: 'b', properties: { fqdn: 'b.example' } }],
      },
    ],
    [
      { name: 'a', from: 'address 203.0.113.1, provider SFR, speed 1' },
      { name: 'b', to: 'DNS name b.example' },
    ],
    'a removed, b added',
  ],
  [
    'ids, by the names they end in',
    [
      {
        path: ['properties', 'routingConfiguration', 'associatedRouteTable', 'id'],
        from: `${ID}/defaultRouteTable`,
        to: `${ID}/rt-shared`,
      },
      {
        path: ['properties', 'routingConfiguration', 'propagatedRouteTables', 'ids'],
        from: [{ id: `${ID}/defaultRouteTable` }],
        to: [{ id: `${ID}/defaultRouteTable` }, { id: `${ID}/rt-shared` }],
      },
      { path: ['properties', 'routingConfiguration', 'propagatedRouteTables', 'labels'], to: ['x'] },
    ],
    [
      { name: 'routingConfiguration/associatedRouteTable/id', from: 'defaultRouteTable', to: 'rt-shared' },
      { name: 'routingConfiguration/propagatedRouteTables/ids', to: 'rt-shared' },
      { name: 'routingConfiguration/propagatedRouteTables/labels', to: 'x' },
    ],
    'routingConfiguration/associatedRouteTable/id: defaultRouteTable to rt-shared, routingConfiguration/propagatedRouteTables/ids: rt-shared added, 1 more',
  ],
  [
    'an item by its place, where its name goes with the change',
    [
      { path: ['properties', 'pools', '1', 'name'], from: 'staff', to: 'staff' },
      {
        path: ['properties', 'pools', '1', 'properties', 'vpnClientAddressPool', 'addressPrefixes'],
        from: ['10.0.0.0/24'],
        to: ['10.0.1.0/24'],
      },
    ],
    [
      { name: 'staff: prefixes', from: '10.0.0.0/24' },
      { name: 'staff: prefixes', to: '10.0.1.0/24' },
    ],
    'staff: prefixes 10.0.0.0/24 removed, staff: prefixes 10.0.1.0/24 added',
  ],
  [
    'a tag that is called as a member is',
    [{ path: ['tags', 'properties'], to: '1' }],
    [{ name: 'properties', to: '1' }],
    'properties: none to 1',
  ],
  [
    'an order alone',
    [{ path: ['properties', 'dns'], from: ['a', 'b'], to: ['b', 'a'] }],
    [{ name: 'dns', from: 'a, b', to: 'b, a' }],
    'dns: a, b to b, a',
  ],
  [
    'an empty text',
    [{ path: ['properties', 'x'], from: 'a', to: '' }],
    [{ name: 'x', from: 'a', to: '' }],
    'x: a to empty',
  ],
  ['an empty list of something new', [{ path: ['properties', 'dns'], to: [] }], [], ''],
  ['nothing in it', [{ path: ['tags'], to: {} }], [{ name: 'tags' }], 'tags'],
]

test.each(CASES)('%s', (_, changes, told, words) => {
  expect(toldChanges(changes).map(({ of: _of, ...one }) => one)).toEqual(told)
  expect(changeWords(changes)).toBe(words)
})

test('words of a change stay short whatever a value is', () => {
  const long = 'M'.repeat(2000)
  expect(changeWords([{ path: ['properties', 'data'], from: long, to: `${long}I` }]).length).toBeLessThan(120)
})
