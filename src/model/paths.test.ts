import { describe, expect, it } from 'vitest'
import { parseArmId, readResourceAddress, resourcePath } from './paths.ts'

const RG = '/subscriptions/0000/resourceGroups/rg-1'
const NET = `${RG}/providers/Microsoft.Network`

const ids = [
  `${NET}/connections/cn-weu-to-gdansk`,
  `${NET}/localNetworkGateways/lng.branch-01.js`,
  `${NET}/virtualHubs/h/hubRouteTables/defaultRouteTable`,
  '/subscriptions/0000/resourceGroups/rg-lab-(old)/providers/Microsoft.Network/vpnSites/a.b',
  `${NET}/connections/größe [x] 100%`,
  `${NET}/connections/json`,
  '/subscriptions/0000/resourcegroups/RG-1/PROVIDERS/microsoft.network/CONNECTIONS/Cn',
]

describe('resource addresses', () => {
  it.each(ids)('reads back %s', (id) => {
    expect(readResourceAddress(resourcePath(id), '')).toEqual({ is: 'resource', id, tab: 'overview' })
    expect(readResourceAddress(resourcePath(id, 'json'), '')).toEqual({ is: 'resource', id, tab: 'json' })
    expect(readResourceAddress(`${resourcePath(id)}/`, '')).toEqual({ is: 'resource', id, tab: 'overview' })
  })

  it.each([`${NET}/connections/..`, `${NET}/connections/.`])('carries %s in the query', (id) => {
    const path = resourcePath(id, 'json')
    expect(path).toMatch(/^\/resource\?id=/)
    expect(readResourceAddress('/resource', path.slice('/resource'.length))).toEqual({
      is: 'resource',
      id,
      tab: 'json',
    })
  })

  it.each([
    [`/resource${NET}/connections`, { is: 'collection', scope: NET, type: 'Microsoft.Network/connections' }],
    [
      `/resource${NET}/virtualHubs/h/hubRouteTables`,
      {
        is: 'collection',
        scope: `${NET}/virtualHubs/h`,
        type: 'Microsoft.Network/virtualHubs/hubRouteTables',
      },
    ],
    [`/resource${RG}`, { is: 'resourceGroup', subscriptionId: '0000', resourceGroup: 'rg-1' }],
    ['/resource/subscriptions/0000', { is: 'subscription', subscriptionId: '0000' }],
  ])('knows that %s is no resource', (path, address) => {
    expect(readResourceAddress(path, '')).toEqual(address)
  })

  it.each([
    '/resource',
    '/resource/',
    '/resource/x',
    `/resource${RG}/things`,
    `/resource${NET}/connections/%zz`,
    `/resource${NET}/a//b`,
  ])('says what is wrong with %s', (path) => {
    const address = readResourceAddress(path, '')
    expect(address.is).toBe('wrong')
  })

  it('does not take an unknown trailing segment for a tab', () => {
    expect(readResourceAddress(`/resource${NET}/connections/c/nonsense`, '').is).toBe('collection')
  })
})

describe('parseArmId', () => {
  it.each(['', '/', NET, `${NET}/connections`, `${NET}/connections/`, 'subscriptions/0000'])(
    'refuses %s',
    (id) => {
      expect(parseArmId(id)).toBeUndefined()
    },
  )
})
