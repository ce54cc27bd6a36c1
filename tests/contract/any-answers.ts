import fc from 'fast-check'
import { IPSEC_OPTIONS } from '../../src/model/edits/ipsec-policy.ts'
import type { Answers, Keys, Site } from '../../src/model/site-to-site/answers.ts'
import type { Chosen } from '../../src/model/wizard/chosen.ts'
import { withGoal } from '../../src/model/site-to-site/defaults.ts'
import { startingAnswers } from '../../src/model/site-to-site/starting-answers.ts'
import type { Surroundings } from '../../src/model/site-to-site/surroundings.ts'
import { SPARE } from './plan-runs.ts'

export const GOOD_KEY = 'a3xP9QmZ7LtR2vWk8YnB5cDf4HgJ6sTu'

/** A site with everything typed that has no default, which overlaps nothing of contoso. */
export function typed(site: Site, index: number): Site {
  const values = {
    ...site.values,
    address: `198.18.77.${1 + index}`,
    prefixes: ['10.199.0.0/16'],
    asn: '64999',
    peer: `10.199.0.${1 + index}`,
  }
  return { ...site, values }
}

/** Mostly what is right, sometimes one of the others. */
export function mostly<T>(right: fc.Arbitrary<T>, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: others.length > 0 ? 1 : 0, arbitrary: fc.constantFrom(...others) },
  )
}

/** Half of them as proposed, so that one thing alone is wrong often enough. */
export function sometimes<T extends object>(change: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: change })
}

function anySite(index: number, siteId: (name: string) => string): fc.Arbitrary<Partial<Site>> {
  const values = fc.record({
    by: mostly(fc.constant('address' as const), 'fqdn'),
    address: mostly(
      fc.constant(`198.18.77.${index + 1}`),
      '',
      '10.1.1.1',
      '198.51.100.22',
      'vpn.contoso.example',
    ),
    fqdn: fc.constantFrom('', 'vpn.contoso.example'),
    prefixes: mostly(
      fc.subarray(['10.199.0.0/16', '10.198.0.0/24', '172.31.0.0/20'], { minLength: 1 }),
      [],
      [''],
      ['10.199.0.0'],
      ['10.199.0.1/16'],
      ['10.21.0.0/24'],
      ['10.64.0.0/20', ' '],
    ),
    bgp: fc.boolean(),
    asn: mostly(fc.constantFrom('64999', '4200000001'), '0', '65515', '65518', 'x', ''),
    peer: mostly(
      fc.constant(`10.199.0.${index + 1}`),
      '',
      'x',
      '169.254.21.2',
      '10.21.0.4',
      `198.18.77.${index + 1}`,
    ),
    weight: mostly(fc.constantFrom('', '10'), '-1'),
  })
  return fc.record(
    {
      values,
      name: mostly(fc.constant(`lng-new-${index}`), 'lng-gdansk', '', 'lng new', `lng-${'x'.repeat(90)}`),
      connection: mostly(fc.constant(`cn-new-${index}`), 'cn-weu-to-gdansk', 'cn-new-0', '-'),
      existing: fc.constantFrom(siteId('lng-katowice') || siteId('lng-gdansk'), siteId('lng-dublin-dr'), ''),
      use: fc.constantFrom('new' as const, 'new' as const, 'new' as const, 'existing' as const),
    },
    { requiredKeys: [] },
  )
}

/** Answers as somebody might leave them, over what is there: one thing or another wrong with most of them, nothing with some. */
export function anyAnswers(around: Surroundings): fc.Arbitrary<{ answers: Answers; keys: Keys }> {
  const idsOf = (kind: string) => around.estate.rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const siteId = (name: string) => idsOf('localNetworkGateway').find((id) => id.endsWith(`/${name}`)) ?? ''
  const addresses: readonly Chosen[] = [
    { is: 'new', name: 'pip-new' },
    { is: 'new', name: 'pip vgw' },
    ...Object.values(SPARE).map((id): Chosen => ({ is: 'existing', id })),
    ...idsOf('publicIPAddress').map((id): Chosen => ({ is: 'existing', id })),
  ]
  const gateway = fc.record(
    {
      name: mostly(fc.constant('vgw-new'), 'vgw-weu-prod', '', '.vgw'),
      sku: mostly(
        fc.constantFrom('VpnGw1AZ', 'VpnGw2AZ', 'VpnGw3AZ', 'VpnGw5AZ', 'Basic'),
        'VpnGw2',
        'Standard',
        'ErGw1AZ',
      ),
      generation: fc.constantFrom('Generation1', 'Generation2'),
      activeActive: fc.boolean(),
      addresses: fc.array(fc.constantFrom(...addresses), { minLength: 1, maxLength: 2 }),
      bgp: fc.boolean(),
      asn: mostly(fc.constantFrom('65515', '65010'), '0', '65518', 'x', '64999'),
      apipa: mostly(
        fc.constantFrom<string[]>(['', ''], ['169.254.21.2', '169.254.22.2']),
        ['169.254.1.1', ''],
        ['169.254.21.2', '169.254.21.2'],
      ),
    },
    { requiredKeys: [] },
  )
  const algorithm = (member: keyof typeof IPSEC_OPTIONS) => fc.constantFrom<string>(...IPSEC_OPTIONS[member])
  const connection = fc.record(
    {
      protocol: fc.constantFrom('IKEv2' as const, 'IKEv1' as const),
      policy: fc.constantFrom(
        'default' as const,
        'Strong' as const,
        'Compatible' as const,
        'custom' as const,
      ),
      custom: fc.record({
        ikeEncryption: algorithm('ikeEncryption'),
        ikeIntegrity: algorithm('ikeIntegrity'),
        dhGroup: algorithm('dhGroup'),
        ipsecEncryption: algorithm('ipsecEncryption'),
        ipsecIntegrity: algorithm('ipsecIntegrity'),
        pfsGroup: algorithm('pfsGroup'),
        saLifeTimeSeconds: mostly(fc.constant('27000'), '299', 'x', ''),
        saDataSizeKilobytes: mostly(fc.constant('102400000'), '1', ''),
      }),
      dpd: mostly(fc.constantFrom('45', '9', '3600', ''), '8', '3601', 'x'),
      policyBased: fc.boolean(),
      selectors: fc.constantFrom<Answers['connection']['selectors'][]>(
        [],
        [{ local: ['10.21.0.0/20'], remote: ['10.199.0.0/16'] }],
        [{ local: [], remote: [] }],
      ),
      oneKey: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const network = fc.record(
    {
      gatewaySubnet: mostly(
        fc.constant('10.21.15.224/27'),
        '10.21.15.248/29',
        '10.21.15.252/30',
        '10.21.0.0/27',
        'x',
        '',
      ),
      group: fc.constantFrom<Chosen>({ is: 'new', name: 'rg-new' }, { is: 'new', name: 'rg-net-weu' }),
      addressSpace: mostly(
        fc.constant('10.180.0.0/16'),
        '10.20.0.0/16',
        '10.180.0.1/16',
        '169.254.0.0/16',
        '',
      ),
    },
    { requiredKeys: [] },
  )
  return fc
    .record({
      from: fc.constantFrom(
        {},
        ...idsOf('virtualNetwork').map((id) => ({ networkId: id })),
        ...idsOf('virtualNetworkGateway').map((id) => ({ gatewayId: id })),
      ),
      goal: fc.record(
        {
          devices: fc.constantFrom(1 as const, 2 as const),
          routing: fc.constantFrom('static' as const, 'bgp' as const),
          use: fc.constantFrom('production' as const, 'test' as const),
          gateway: fc.constantFrom('new' as const, 'new' as const, 'existing' as const),
        },
        { requiredKeys: [] },
      ),
      gateway: sometimes(gateway),
      network: sometimes(network),
      connection: sometimes(connection),
      sites: fc.tuple(sometimes(anySite(0, siteId)), sometimes(anySite(1, siteId))),
      key: mostly(fc.constant(GOOD_KEY), '', 'a b', 'ä'.repeat(20), 'short', 'x'.repeat(129)),
    })
    .map(({ from, goal, gateway: gated, network: placed, connection: joined, sites, key }) => {
      const started = startingAnswers(from, around)
      const aimed = withGoal(started, { ...started.goal, ...goal }, around)
      const answers: Answers = {
        ...aimed,
        network: { ...aimed.network, ...placed },
        gateway: { ...aimed.gateway, ...gated },
        connection: { ...aimed.connection, ...joined },
        sites: aimed.sites.map((site, index) => ({ ...typed(site, index), ...sites[index] })),
      }
      return { answers, keys: Object.fromEntries(answers.sites.map((site) => [site.key, key])) }
    })
}
