import { describe, expect, test } from 'vitest'
import {
  DEFAULT,
  firewall,
  HUB,
  hubFacts,
  intent as intentOf,
  networkConnection as connectionOf,
  NONE,
  readNow,
  table as tableOf,
  WAN,
} from '../../../../tests/support/hub-why-facts.ts'
import { act, HOUR, MINUTE, REFUSED, shortOf, wordsOf } from '../../../../tests/support/why-facts.ts'
import { parsePrefix } from '../../../lib/cidr.ts'
import type { Finding } from '../finding.ts'
import { diagnoseHub, hubSummary } from './diagnose-hub.ts'
import type { HubFacts } from './hub-facts.ts'
import { hubState, wanType } from './hub-state.ts'
import { intent, internet } from './intent.ts'
import { justChanged } from './just-changed.ts'
import { networkConnection } from './network-connection.ts'
import { overlap } from './overlap.ts'
import { router } from './router.ts'
import { association, propagation } from './routing-of-connection.ts'

type Case = [what: string, change: Partial<HubFacts>, is: ReturnType<typeof shortOf>, says?: RegExp]

function table(name: string, rule: (facts: HubFacts) => Finding | undefined, cases: Case[]) {
  describe(name, () => {
    test.each(cases)('%s', (_, change, is, says) => {
      const finding = rule(hubFacts(change))
      expect(shortOf(finding)).toBe(is)
      if (says) expect(wordsOf(finding)).toMatch(says)
    })
  })
}

const ofHub = (change: Partial<typeof HUB>): Partial<HubFacts> => ({ hub: readNow({ ...HUB, ...change }) })
const asHub = (change: Partial<typeof HUB> = {}): Partial<HubFacts> => ({
  subject: { ...HUB, ...change },
  ...ofHub(change),
  network: { is: 'none' },
})
const asked = (change: Parameters<typeof connectionOf>[0]): Partial<HubFacts> => ({
  subject: connectionOf(change),
})
const written = (ago: number): Partial<HubFacts> => ({
  hubActivity: readNow([act('virtualHubs/write', ago)]),
})
const PRIVATE = { intents: readNow([intentOf(['PrivateTraffic'])]) }

table('router', router, [
  ['Provisioned', {}, 'ruled out'],
  ['Provisioning', ofHub({ routingState: 'Provisioning' }), 'very likely', /still being set up.*Wait until/s],
  [
    'Provisioning since long',
    { ...ofHub({ routingState: 'Provisioning' }), ...written(3 * HOUR) },
    'very likely',
    /on its way for 3.h.*support request/s,
  ],
  ['Failed', ofHub({ routingState: 'Failed' }), 'very likely', /Reset the router/],
  ['None of a Standard hub', ofHub({ routingState: 'None' }), 'possible'],
  ['None of a Basic hub', ofHub({ routingState: 'None', sku: 'Basic' }), 'ruled out'],
  ['a new value', ofHub({ routingState: 'Moving' }), 'possible', /not known here/],
  ['not given', ofHub({ routingState: undefined }), 'not checked'],
  ['refused', { hub: REFUSED }, 'not checked', /virtualHubs\/read/],
])

table('hub', hubState, [
  ['Succeeded', {}, 'ruled out'],
  ['Updating, of a connection', ofHub({ provisioningState: 'Updating' }), 'possible'],
  ['Updating, of the hub', asHub({ provisioningState: 'Updating' }), 'very likely'],
  ['Failed', ofHub({ provisioningState: 'Failed' }), 'very likely', /not applied/],
])

table('type of the WAN', wanType, [
  ['Standard', {}, 'ruled out'],
  ['Basic', { wan: readNow({ ...WAN, wanType: 'Basic' }) }, 'very likely', /no way back/],
  ['Basic, of the hub', { ...asHub(), wan: readNow({ ...WAN, wanType: 'Basic' }) }, 'possible'],
  ['not in scope', { wan: { is: 'none' } }, 'not checked'],
])

table('connection', networkConnection, [
  ['Connected', {}, 'ruled out'],
  ['no status', asked({ connectivityStatus: undefined }), 'ruled out'],
  ['being changed', asked({ provisioningState: 'Updating' }), 'very likely'],
  [
    'failed, with what Azure said',
    {
      ...asked({ provisioningState: 'Failed' }),
      activity: readNow([
        act('virtualHubs/hubVirtualNetworkConnections/write', MINUTE, {
          status: 'Failed',
          statusMessage: 'Address space overlaps.',
        }),
      ]),
    },
    'very likely',
    /Address space overlaps/,
  ],
  ['NotConnected', asked({ connectivityStatus: 'NotConnected' }), 'possible'],
  ['Unknown is no cause to act on', asked({ connectivityStatus: 'Unknown' }), 'unlikely'],
  [
    'of the hub: one failed',
    { ...asHub(), connections: readNow([connectionOf({ provisioningState: 'Failed' })]) },
    'very likely',
    /hvc-apps/,
  ],
  ['of the hub: none', { ...asHub(), connections: readNow([]) }, 'ruled out'],
  ['of the hub: refused', { ...asHub(), connections: REFUSED }, 'not checked'],
])

const range = (text: string, whose: string) => {
  const prefix = parsePrefix(text)
  if (!prefix) throw new Error(text)
  return { prefix, whose, id: HUB.id }
}

table('addresses', overlap, [
  ['apart', { around: [range('10.2.0.0/16', 'site lyon')] }, 'ruled out'],
  [
    'a site',
    { around: [range('10.1.4.0/24', 'site lyon')] },
    'very likely',
    /10\.1\.0\.0\/16 overlaps 10\.1\.4\.0\/24 of site lyon/,
  ],
  ['the hub itself', ofHub({ addressPrefix: '10.1.8.0/23' }), 'very likely', /hub vhub/],
  ['of the hub', { ...asHub(), around: [range('10.100.0.0/16', 'hub other')] }, 'possible', /hub other/],
  ['the network was not read', { network: { is: 'none' } }, 'not checked'],
  ['other connections were not read', { connections: REFUSED }, 'not checked'],
])

const SHARED = tableOf('rt-shared', { labels: ['shared'] })

table('association', association, [
  ['the default table', {}, 'ruled out'],
  ['the none table', asked({ associatedRouteTableId: NONE.id }), 'very likely', /holds no routes/],
  ['a table that is gone', asked({ associatedRouteTableId: SHARED.id }), 'very likely', /is not there/],
  [
    'a table that nothing fills',
    { ...asked({ associatedRouteTableId: SHARED.id }), tables: readNow([DEFAULT, NONE, SHARED]) },
    'very likely',
    /holds nothing/,
  ],
  [
    'a table with a static route',
    {
      ...asked({ associatedRouteTableId: SHARED.id }),
      tables: readNow([DEFAULT, tableOf('rt-shared', { routes: [{ destinations: ['0.0.0.0/0'] }] })]),
    },
    'ruled out',
  ],
  ['not filled in', asked({ associatedRouteTableId: undefined }), 'not checked'],
  ['refused', { tables: REFUSED }, 'not checked', /hubRouteTables\/read/],
])

const nowhere = asked({ propagatedRouteTableIds: [NONE.id], propagatedLabels: ['none'] })

table('propagation', propagation, [
  ['to the default table', {}, 'ruled out'],
  ['by a label alone', asked({ propagatedRouteTableIds: [], propagatedLabels: ['Default'] }), 'ruled out'],
  ['to none', nowhere, 'very likely', /nothing learns how to reach it/],
  ['to none, with a private policy', { ...nowhere, ...PRIVATE }, 'ruled out'],
  [
    'to a label that no table has',
    asked({ propagatedRouteTableIds: [], propagatedLabels: ['typo'] }),
    'very likely',
    /name or the label/,
  ],
  [
    'past the default table',
    {
      ...asked({ propagatedRouteTableIds: [], propagatedLabels: ['shared'] }),
      tables: readNow([DEFAULT, NONE, SHARED]),
    },
    'possible',
    /rt-shared/,
  ],
  ['intent not read', { intents: REFUSED }, 'not checked'],
  [
    'of the hub',
    {
      ...asHub(),
      connections: readNow([connectionOf({ propagatedRouteTableIds: [NONE.id], propagatedLabels: [] })]),
    },
    'possible',
    /hvc-apps/,
  ],
])

table('routing intent', intent, [
  ['none', {}, 'ruled out'],
  ['in place', PRIVATE, 'ruled out'],
  [
    'its firewall failed',
    { ...PRIVATE, firewall: readNow(firewall({ provisioningState: 'Failed' })) },
    'very likely',
  ],
  ['its firewall was not read', { ...PRIVATE, firewall: { is: 'none' } }, 'not checked'],
  [
    'another firewall',
    { ...PRIVATE, ...ofHub({ azureFirewallId: `${HUB.azureFirewallId ?? ''}-2` }) },
    'very likely',
    /another firewall/,
  ],
  [
    'failed itself',
    { intents: readNow([intentOf(['PrivateTraffic'], { provisioningState: 'Failed' })]) },
    'possible',
  ],
  [
    'beside routing of its own',
    { ...PRIVATE, ...asked({ associatedRouteTableId: SHARED.id }) },
    'possible',
    /Leave the routing of the connection empty/,
  ],
])

table('internet', internet, [
  ['neither', {}, 'ruled out'],
  ['on without a route', asked({ enableInternetSecurity: true }), 'unlikely'],
  ['off with a policy', { intents: readNow([intentOf(['Internet'])]) }, 'unlikely'],
  [
    'on with a static route',
    {
      ...asked({ enableInternetSecurity: true }),
      tables: readNow([{ ...DEFAULT, routes: [{ destinations: ['0.0.0.0/0'] }] }]),
    },
    'ruled out',
  ],
])

table('just changed', justChanged, [
  ['long ago', written(HOUR), 'ruled out'],
  ['now', written(MINUTE), 'possible', /1.min ago/],
  ['the log is refused', { activity: REFUSED }, 'not checked'],
])

test('a change is hardly what is wrong with a hub that is well', () => {
  expect(justChanged(hubFacts({ ...asHub(), ...written(MINUTE) }))).toMatchObject({ likelihood: 'unlikely' })
})

test('of all rules the router explains the rest; a hub that is up says what is compared', () => {
  const down = diagnoseHub(hubFacts({ ...ofHub({ routingState: 'Provisioning' }), ...nowhere }))
  expect(down.causes.map(({ rule }) => rule)).toEqual(['Router of the hub', 'Propagation'])
  expect(hubSummary(down)).toBe(
    'The connection Succeeded, but the router of its hub is Provisioning, most likely because the router of the hub is still being set up.',
  )
  const up = diagnoseHub(hubFacts(asHub()))
  expect(up.isUp).toBe(true)
  expect(hubSummary(up)).toMatch(/^The hub is Succeeded, its router Provisioned, and \d+ rules found nothing/)
})
