import type { RelatedCell, Row } from '../../model/list/row.ts'
import { kindRow, type Service } from '../../model/resources/kinds.ts'
import type { Kind } from '../../model/resources/resource.ts'
import type { Verdict } from '../../model/status/verdict.ts'

export const CONNECTIVITY = '11111111-1111-4111-8111-111111111111'
export const LAB = '22222222-2222-4222-8222-222222222222'
const READ_AT = Date.UTC(2026, 10, 25, 9, 0, 0)

interface RowText {
  name: string
  kind?: Kind
  verdict?: Verdict
  sentence?: string
  service?: Service | 'none'
  group?: string
  lab?: boolean
  location?: string
  locationName?: string
  sku?: string
  related?: RelatedCell
  tags?: Row['tags']
  asns?: number[]
  words?: string
}

/** A row as the model makes it, from what a test cares about. */
export function makeRow(text: RowText): Row {
  const kind = text.kind ?? 'connection'
  const { armType, name: kindName } = kindRow(kind)
  const group = text.group ?? 'rg-net-weu'
  const subscriptionId = text.lab ? LAB : CONNECTIVITY
  const types = armType.split('/')
  const leaf = types.length > 1 ? `${types[0]}/parent/${types[1]}` : types[0]
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/${leaf}/${text.name}`
  const verdict = text.verdict ?? 'healthy'
  const sentence = text.sentence ?? 'Connected'
  const tags = text.tags ?? []
  const service = text.service ?? 'vpn'
  return {
    key: id.toLowerCase(),
    id,
    name: text.name,
    kind,
    kindName,
    ...(service !== 'none' && { service }),
    subscriptionId,
    subscriptionName: text.lab ? 'Lab' : 'Connectivity',
    resourceGroup: group,
    location: text.location ?? 'westeurope',
    locationName: text.locationName ?? 'West Europe',
    sku: text.sku ?? '',
    related: text.related ?? { is: 'none', text: '' },
    tags,
    source: 'list',
    readAt: READ_AT,
    judgement: {
      verdict,
      sentence,
      reasons: [{ verdict, text: sentence }],
      facts: [
        {
          name: 'connectionStatus',
          value: verdict === 'healthy' ? 'Connected' : 'NotConnected',
          readAt: READ_AT,
        },
        { name: 'provisioningState', value: 'Succeeded', readAt: READ_AT },
      ],
    },
    prefixes: [],
    asns: text.asns ?? [],
    haystack: [text.name, kindName, group, text.words ?? '', ...tags.map((tag) => tag.join('='))]
      .join('\n')
      .toLowerCase(),
  }
}

const site = (name: string): RelatedCell => ({
  is: 'one',
  id: `/subscriptions/${CONNECTIVITY}/resourceGroups/rg-net-weu/providers/Microsoft.Network/localNetworkGateways/${name}`,
  name,
})

const connections = (...names: string[]): RelatedCell => ({
  is: 'many',
  text: `${names.length} connections`,
  ids: names.map(
    (name) =>
      `/subscriptions/${CONNECTIVITY}/resourceGroups/rg-net-weu/providers/Microsoft.Network/connections/${name}`,
  ),
})

/** A small company: three services, each verdict, and one thing that is only related. */
export const ROWS: Row[] = [
  makeRow({
    name: 'cn-eus-to-branch-denver',
    verdict: 'down',
    sentence: 'NotConnected: both tunnels fail',
    group: 'rg-net-eus',
    location: 'eastus',
    locationName: 'East US',
    related: site('lng-branch-denver'),
    tags: [['env', 'prod']],
  }),
  makeRow({
    name: 'vgw-weu-prod',
    kind: 'virtualNetworkGateway',
    verdict: 'attention',
    sentence: '1 of 4 tunnels is not connected',
    sku: 'VpnGw2AZ',
    asns: [65515],
    words: '10.20.0.0/16',
    related: connections('cn-weu-to-gdansk', 'cn-weu-to-rotterdam'),
    tags: [['env', 'prod']],
  }),
  makeRow({
    name: 'cn-weu-to-gdansk',
    verdict: 'attention',
    sentence: '1 of 2 tunnels is not connected',
    related: site('lng-gdansk'),
  }),
  makeRow({
    name: 'cn-neu-to-dublin-dr',
    verdict: 'unknown',
    sentence: 'a Basic gateway reports no tunnel state',
    lab: true,
    location: 'northeurope',
    locationName: 'North Europe',
    related: site('lng-dublin-dr'),
  }),
  makeRow({
    name: 'vgw-sea-branch',
    kind: 'virtualNetworkGateway',
    verdict: 'inProgress',
    sentence: 'Updating',
    sku: 'VpnGw1AZ',
    location: 'southeastasia',
    locationName: 'Southeast Asia',
  }),
  makeRow({ name: 'cn-weu-to-rotterdam', related: site('lng-rotterdam-dc') }),
  makeRow({ name: 'lng-gdansk', kind: 'localNetworkGateway', words: '203.0.113.18' }),
  makeRow({
    name: 'er-ams-equinix-1',
    kind: 'expressRouteCircuit',
    service: 'expressroute',
    verdict: 'attention',
    sentence: 'the provider has not provisioned it',
    group: 'rg-er-weu',
    sku: 'Standard',
    related: { is: 'none', text: 'not connected' },
  }),
  makeRow({
    name: 'cn-er-lon-colt-2',
    service: 'expressroute',
    verdict: 'notChecked',
    sentence: 'its status was not read yet',
  }),
  makeRow({
    name: 'er-ams-colt-1',
    kind: 'expressRouteCircuit',
    service: 'expressroute',
    group: 'rg-er-weu',
    sku: 'Premium',
  }),
  makeRow({
    name: 'vhub-eastus-01',
    kind: 'virtualHub',
    service: 'virtualwan',
    verdict: 'inProgress',
    sentence: 'its router is Provisioning',
    location: 'eastus',
    locationName: 'East US',
  }),
  makeRow({ name: 'vnet-hub-weu', kind: 'virtualNetwork', service: 'none', words: '10.20.0.0/16' }),
]
