import { expect, it, test } from 'vitest'
import { connection, gateway } from '../../../tests/support/resources.ts'
import { type LogPlace, placeProblems, troubleshoot, watcherOf, whyNotTroubleshot } from './troubleshoot.ts'

const S = '/subscriptions/11111111-1111-4111-8111-111111111111'
const ACCOUNT = `${S}/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/hublogs`
const PLACE: LogPlace = { storageId: ACCOUNT, storagePath: 'https://hublogs.blob.core.windows.net/vpn' }

it.each<[what: string, change: Partial<LogPlace>, fields: string[]]>([
  ['both are good', {}, []],
  ['spaces around do not matter', { storageId: ` ${ACCOUNT} ` }, []],
  ['of another cloud', { storagePath: 'https://hublogs.blob.core.chinacloudapi.cn/vpn/deeper' }, []],
  ['nothing', { storageId: '', storagePath: '' }, ['storageId', 'storagePath']],
  ['a name is no id', { storageId: 'hublogs' }, ['storageId']],
  [
    'a container of another account',
    { storagePath: 'https://other.blob.core.windows.net/vpn' },
    ['storagePath'],
  ],
  ['no container', { storagePath: 'https://hublogs.blob.core.windows.net/' }, ['storagePath']],
  ['not over TLS', { storagePath: 'http://hublogs.blob.core.windows.net/vpn' }, ['storagePath']],
  ['a signature', { storagePath: `${PLACE.storagePath}?sv=1&sig=x` }, ['storagePath']],
])('where the logs go: %s', (_, change, fields) => {
  expect(Object.keys(placeProblems({ ...PLACE, ...change }))).toEqual(fields)
})

it.each([
  ['a VPN gateway', gateway('gw', { gatewayType: 'Vpn' }), undefined],
  ['one of ExpressRoute', gateway('gw', { gatewayType: 'ExpressRoute' }), /not a VPN gateway/],
  ['a policy-based one', gateway('gw', { gatewayType: 'Vpn', vpnType: 'PolicyBased' }), /route-based/],
  ['a connection to a site', connection('cn', { connectionType: 'IPsec' }), undefined],
  ['one of ExpressRoute', connection('cn', { connectionType: 'ExpressRoute' }), /IPsec and Vnet2Vnet/],
])('%s', (_, resource, why) => {
  expect(whyNotTroubleshot(resource) ?? 'can').toMatch(why ?? /^can$/)
})

test('the watcher of the region, however that is written', () => {
  const watchers = [{ id: '/w', name: 'w', location: 'westeurope' }]
  expect(watcherOf(watchers, 'West Europe')?.id).toBe('/w')
  expect(watcherOf(watchers, 'northeurope')).toBeUndefined()
})

test('two runs of a subscription wait for each other, and nothing of the gateway is held', () => {
  const watcher = {
    id: `${S}/resourceGroups/n/providers/Microsoft.Network/networkWatchers/w`,
    name: 'w',
    location: '',
  }
  const [one, other] = ['a', 'b'].map((name) => troubleshoot(watcher, connection(name), PLACE))
  expect(one?.holds).toEqual(other?.holds)
  expect(one?.topic).not.toBe(other?.topic)
  expect(one?.holds).not.toContain(connection('a').key)
  expect(one?.body).toMatchObject({ targetResourceId: connection('a').id, properties: PLACE })
})
