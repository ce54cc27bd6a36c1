import fc from 'fast-check'
import { ONE_KEY, type Answers, type Keys, type Site, type SiteLink } from '../../src/model/branch/answers.ts'
import { emptySite } from '../../src/model/branch/empty.ts'
import { settled } from '../../src/model/branch/settled.ts'
import { startingAnswers } from '../../src/model/branch/starting-answers.ts'
import type { Surroundings } from '../../src/model/branch/surroundings.ts'
import { PRESETS } from '../../src/model/edits/ipsec-policy.ts'
import { GOOD_KEY, mostly, sometimes } from './any-answers.ts'

function anyLink(site: number, index: number): fc.Arbitrary<SiteLink> {
  return fc.record({
    name: mostly(fc.constant(`link-${index}`), 'link-0', '', 'a link'),
    provider: fc.constantFrom('', 'Orange'),
    speed: mostly(fc.constantFrom('', '50', '900'), 'fast', '0'),
    endpoint: mostly(
      fc.constantFrom(`198.18.${site}.${index + 1}`, `vpn-${site}-${index}.contoso.example`),
      '',
      '10.1.1.1',
      '2001:db8::1',
      'no name',
    ),
    asn: mostly(fc.constantFrom('', '64810', '4200000001'), '65515', '23456', 'x'),
    peer: mostly(fc.constantFrom(`10.199.${site}.1`, ''), 'x', `198.18.${site}.${index + 1}`),
  })
}

function anySite(index: number, existing: readonly string[]): fc.Arbitrary<Site> {
  return fc.record({
    key: fc.constant(`s${index + 1}`),
    use: mostly(fc.constant('new' as const), 'existing' as const),
    existing: fc.constantFrom('', ...existing),
    name: mostly(fc.constant(`site-new-${index}`), 'site-lyon', 'site-new-0', '', '-site', 'x'.repeat(78)),
    vendor: fc.constantFrom('', 'Cisco'),
    model: fc.constant(''),
    prefixes: mostly(
      fc.constantFrom([`10.199.${index}.0/24`], [`10.198.${index}.0/24`, '172.30.200.0/24']),
      [],
      ['10.199.0.1/16'],
      ['10.199.0.0'],
      ['10.100.0.0/24'],
    ),
    links: fc
      .tuple(anyLink(index, 0), anyLink(index, 1), fc.integer({ min: 0, max: 9 }))
      .map(([one, other, many]) => (many === 0 ? [] : many < 6 ? [one] : [one, other])),
  })
}

/** Answers as somebody might leave them, over what is there: one thing or another wrong with most of them, nothing with some. */
export function anyBranchAnswers(around: Surroundings): fc.Arbitrary<{ answers: Answers; keys: Keys }> {
  const idsOf = (kind: string) => around.estate.rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const hub = fc.record(
    {
      use: fc.constantFrom('new' as const, 'existing' as const),
      existing: fc.constantFrom('', ...idsOf('virtualHub')),
      name: mostly(fc.constant('vhub-new'), 'vhub-weu-01', '', '-hub'),
      prefix: mostly(
        fc.constantFrom('10.150.0.0/23', '10.151.0.0/22'),
        '10.150.0.0/25',
        '10.100.0.0/23',
        'x',
        '10.150.0.1/23',
      ),
      capacity: mostly(fc.constantFrom('2', '10'), '1', '51', 'x'),
      preference: fc.constantFrom('ExpressRoute' as const, 'VpnGateway' as const, 'ASPath' as const),
      networks: mostly(
        fc.subarray(
          idsOf('virtualNetwork').filter((id) => /shop|lab/i.test(id)),
          { maxLength: 2 },
        ),
        idsOf('virtualNetwork').slice(0, 1),
        [''],
      ),
    },
    { requiredKeys: [] },
  )
  const connection = fc.record(
    {
      key: fc.constantFrom('azure' as const, 'each' as const, 'one' as const),
      protocol: fc.constantFrom('IKEv2' as const, 'IKEv1' as const),
      policy: fc.constantFrom(
        'default' as const,
        'Strong' as const,
        'Compatible' as const,
        'custom' as const,
      ),
      custom: mostly(
        fc.constant(PRESETS.Compatible),
        { ...PRESETS.Strong, ipsecIntegrity: 'SHA256' },
        { ...PRESETS.Strong, saLifeTimeSeconds: '10' },
      ),
      bgp: fc.boolean(),
      defaultRoute: fc.boolean(),
      policyBased: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const gateway = fc.record(
    {
      name: mostly(fc.constant('vpngw-new'), '', '-'),
      units: mostly(fc.constantFrom('1', '40'), '0', '41', 'x'),
    },
    { requiredKeys: [] },
  )
  return fc
    .record({
      from: fc.constantFrom(
        {},
        ...idsOf('virtualHub').map((hubId) => ({ hubId })),
        ...idsOf('virtualWan').map((wanId) => ({ wanId })),
      ),
      newWan: mostly(fc.constant(false), true),
      hub: sometimes(hub),
      gateway: sometimes(gateway),
      connection: sometimes(connection),
      sites: fc.tuple(anySite(0, idsOf('vpnSite')), anySite(1, idsOf('vpnSite')), fc.boolean()),
      good: fc.boolean(),
      key: mostly(fc.constant(GOOD_KEY), '', 'a b'),
    })
    .map(
      ({
        from,
        newWan,
        hub: placed,
        gateway: gated,
        connection: joined,
        sites: [one, other, two],
        good,
        key,
      }) => {
        const started = startingAnswers(from, around)
        const plain = { ...emptySite([]), name: 'site-plain', prefixes: ['10.199.9.0/24'] }
        const sites = good
          ? [{ ...plain, links: plain.links.map((link) => ({ ...link, endpoint: '198.18.9.9' })) }]
          : two
            ? [one, other]
            : [one]
        const answers = settled(
          {
            ...started,
            goal: newWan ? { ...started.goal, wan: { is: 'new', name: '' } } : started.goal,
            hub: { ...started.hub, ...(newWan && { use: 'new' as const }), ...placed },
            gateway: { ...started.gateway, ...gated },
            connection: { ...started.connection, ...joined },
            sites,
            touched: ['hub.name', 'hub.prefix', 'gateway.name', 'gateway.units'].filter((field) => {
              const [part, member = ''] = field.split('.')
              return member in (part === 'hub' ? placed : gated)
            }),
          },
          around,
        )
        return {
          answers,
          keys: Object.fromEntries([ONE_KEY, ...sites.map((site) => site.key)].map((name) => [name, key])),
        }
      },
    )
}
