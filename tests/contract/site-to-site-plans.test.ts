import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readGatewaySubnet } from '../../src/azure/surroundings.ts'
import { PRESETS } from '../../src/model/edits/ipsec-policy.ts'
import { keyOf } from '../../src/model/paths.ts'
import type { Answers, Keys, Site } from '../../src/model/site-to-site/answers.ts'
import { checksOf } from '../../src/model/site-to-site/checks-of.ts'
import { settled, withGoal } from '../../src/model/site-to-site/defaults.ts'
import { networkIdOf } from '../../src/model/site-to-site/place.ts'
import { planOf } from '../../src/model/site-to-site/plan-of.ts'
import { refusalRemedy } from '../../src/model/site-to-site/refusals.ts'
import { secretValues } from '../../src/model/site-to-site/secrets.ts'
import { startingAnswers } from '../../src/model/site-to-site/starting-answers.ts'
import type { Surroundings } from '../../src/model/site-to-site/surroundings.ts'
import type { SubnetFacts } from '../../src/model/wizard/around.ts'
import type { Chosen } from '../../src/model/wizard/chosen.ts'
import { touching } from '../../src/model/wizard/touched.ts'
import { onContoso } from './on-contoso.ts'
import { anyAnswers, GOOD_KEY, typed } from './any-answers.ts'
import { deploy, openContoso, run, SPARE, surroundingsOf } from './plan-runs.ts'

let around: Surroundings
/** What lies on the GatewaySubnet of each virtual network of contoso; `undefined`: it has none. */
const subnets = new Map<string, SubnetFacts | undefined>()

beforeAll(async () => {
  around = await surroundingsOf(await openContoso())
  const { azure } = onContoso()
  for (const id of idsOf('virtualNetwork')) {
    const read = await readGatewaySubnet(azure, id)
    if (read.ok) subnets.set(keyOf(id), read.value)
  }
}, 60_000)

const idsOf = (kind: string) => around.estate.rows.filter((row) => row.kind === kind).map(({ id }) => id)
const networkId = (name: string) => idsOf('virtualNetwork').find((id) => id.endsWith(`/${name}`)) ?? ''
const addressId = (name: string) => idsOf('publicIPAddress').find((id) => id.endsWith(`/${name}`)) ?? ''
const gatewayId = (name: string) => idsOf('virtualNetworkGateway').find((id) => id.endsWith(`/${name}`)) ?? ''

/** What a plan meets: errors that keep it from going on, or the refusal of the emulator. */
async function judged(answers: Answers, keys: Keys, known = withSubnet(answers)) {
  const errors = checksOf(answers, keys, known).filter(({ is }) => is === 'error')
  const plan = planOf(answers, known)
  const values = secretValues(answers, keys)
  return {
    errors,
    plan,
    refusal: () => openContoso().then((on) => run(on, plan, (name) => values[name])),
    deployed: () => openContoso().then((on) => deploy(on, plan, (name) => values[name])),
  }
}

/** With the facts of the GatewaySubnet that the answers lead to, as the app reads them. */
function withSubnet(answers: Answers): Surroundings {
  const id = keyOf(networkIdOf(answers, around) ?? '')
  return subnets.has(id) ? { ...around, gatewaySubnet: { is: 'known', value: subnets.get(id) } } : around
}

const keysOf = ({ sites }: Answers): Keys => Object.fromEntries(sites.map(({ key }) => [key, GOOD_KEY]))

/** Good answers over contoso for a virtual network without a gateway, to change one thing of. */
function good(change: Partial<Answers['goal']> = {}, from = 'vnet-shop-weu'): Answers {
  const started = startingAnswers({ networkId: networkId(from) }, around)
  const answers = withGoal(started, { ...started.goal, ...change }, around)
  return { ...answers, sites: answers.sites.map(typed) }
}

const withGateway = (a: Answers, change: Partial<Answers['gateway']>): Answers => ({
  ...a,
  gateway: { ...a.gateway, ...change },
})
const withAddress = (a: Answers, instance: number, address: Chosen): Answers =>
  withGateway(a, { addresses: a.gateway.addresses.with(instance, address) })
const withConnection = (a: Answers, change: Partial<Answers['connection']>): Answers => ({
  ...a,
  connection: { ...a.connection, ...change },
})
const withValues = (a: Answers, change: Partial<Site['values']>): Answers => ({
  ...a,
  sites: a.sites.map((site) => ({ ...site, values: { ...site.values, ...change } })),
})

describe('a plan without errors is taken', () => {
  test.each([
    ['production', {}, 'vnet-shop-weu'],
    ['two devices', { devices: 2 }, 'vnet-shop-weu'],
    ['test', { use: 'test' }, 'VNET-Lab-Old'],
    ['a GatewaySubnet that is there', {}, 'VNET_MES_NEU'],
    ['a gateway that is there', {}, 'vnet-hub-sea'],
  ] as const)('%s', async (_, goal, from) => {
    const answers = good(goal, from)
    const { errors, refusal, deployed } = await judged(answers, keysOf(answers))
    expect(errors).toEqual([])
    expect(await refusal()).toBeUndefined()
    expect(await deployed()).toBeUndefined()
  })

  test('a virtual network of its own', async () => {
    const started = startingAnswers({}, around)
    const answers = { ...started, sites: started.sites.map(typed) }
    const { errors, refusal, deployed } = await judged(answers, keysOf(answers))
    expect(errors).toEqual([])
    expect(await refusal()).toBeUndefined()
    expect(await deployed()).toBeUndefined()
  })
})

describe('the plan made anew after a run', () => {
  /** What is there once the plan was run up to a resource that fails. */
  async function after(answers: Answers, failing?: string): Promise<Surroundings> {
    const emulator = await openContoso()
    const plan = planOf(answers, around)
    if (failing !== undefined)
      await emulator.control({
        do: 'faults',
        faults: [{ kind: 'failOperation', path: failing, code: 'InternalServerError', message: 'no' }],
      })
    const values = secretValues(answers, keysOf(answers))
    await run(emulator, plan, (name) => values[name])
    await emulator.control({ do: 'faults', faults: [] })
    return surroundingsOf(
      emulator,
      plan.resources.map(({ id }) => id),
    )
  }
  const left = (answers: Answers, known: Surroundings) =>
    planOf(answers, known).resources.map(({ id }) => id.split('/').at(-1))

  test.each([
    ['all of it', undefined, []],
    ['but for a connection', 'cn-shop-weu-to-onprem-2', ['cn-shop-weu-to-onprem-2']],
    [
      'but for the gateway',
      'virtualNetworkGateways/vgw-shop-weu',
      ['vgw-shop-weu', 'lng-onprem-1', 'lng-onprem-2', 'cn-shop-weu-to-onprem-1', 'cn-shop-weu-to-onprem-2'],
    ],
  ])('%s', async (_, failing, expected) => {
    const answers = good({ devices: 2 })
    const known = await after(answers, failing)
    expect(left(answers, known)).toEqual(expected)
    // What the run itself made stands in nobody's way.
    const { errors } = await judged(answers, keysOf(answers), known)
    expect(errors).toEqual([])
    expect(left(settled(answers, known), known)).toEqual(expected)
  })

  test('of a virtual network of its own, in a group of its own', async () => {
    const started = startingAnswers({}, around)
    const answers = settled(
      {
        ...touching(started, 'network.group'),
        network: { ...started.network, group: { is: 'new', name: 'rg-net-new' } },
        sites: started.sites.map(typed),
      },
      around,
    )
    const known = await after({ ...answers, sites: answers.sites }, 'virtualNetworkGateways/')
    expect(left(answers, known)[0]).toMatch(/^vgw-/)
    expect(planOf(answers, known).groups).toEqual([])
    const { errors } = await judged(answers, keysOf(answers), known)
    expect(errors).toEqual([])
  })
})

/** One change of good answers that the emulator refuses, and the rule that sees it. */
const MUTATIONS: readonly (readonly [
  what: string,
  code: string,
  rule: string,
  change: (answers: Answers) => Answers,
])[] = [
  [
    'an address without zones',
    'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
    'VAL-GW-09',
    (a) => withAddress(a, 1, { is: 'existing', id: SPARE.zoneless }),
  ],
  [
    'an address of another gateway',
    'PublicIPAddressInUse',
    'VAL-GW-08',
    (a) => withAddress(a, 0, { is: 'existing', id: addressId('pip-vgw-weu-1') }),
  ],
  [
    'a SKU without zones',
    'NonAzSkusNotAllowedForVPNGateway',
    'VAL-GW-01',
    (a) => withGateway(a, { sku: 'VpnGw2' }),
  ],
  [
    'no SKU at all',
    'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
    'VAL-GW-01',
    (a) => withGateway(a, { sku: 'VpnGw9AZ' }),
  ],
  [
    'the wrong generation',
    'InvalidVpnGatewayGeneration',
    'VAL-GW-02',
    (a) => withGateway(a, { generation: 'Generation1', sku: 'VpnGw5AZ' }),
  ],
  [
    'one address for two instances',
    'ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations',
    'VAL-GW-11',
    (a) => withGateway(a, { addresses: a.gateway.addresses.slice(0, 1) }),
  ],
  [
    'Basic with BGP',
    'FeatureNotSupportedByGatewaySku',
    'VAL-GW-12',
    (a) =>
      withGateway(a, {
        sku: 'Basic',
        generation: 'Generation1',
        activeActive: false,
        addresses: a.gateway.addresses.slice(0, 1),
        bgp: true,
      }),
  ],
  ['a reserved AS', 'ReservedAsnNotAllowed', 'VAL-GW-13', (a) => withGateway(a, { bgp: true, asn: '65517' })],
  [
    'an APIPA address out of range',
    'InvalidCustomBgpIpAddress',
    'VAL-GW-14',
    (a) => withGateway(a, { bgp: true, apipa: ['169.254.1.1', '169.254.21.5'] }),
  ],
  [
    'a subnet outside',
    'NetcfgSubnetRangeOutsideVnet',
    'subnet-outside',
    (a) => ({ ...a, network: { ...a.network, gatewaySubnet: '10.99.0.0/27' } }),
  ],
  [
    'a subnet over another',
    'NetcfgSubnetRangesOverlap',
    'subnet-overlap',
    (a) => ({ ...a, network: { ...a.network, gatewaySubnet: '10.21.0.0/27' } }),
  ],
  [
    'a subnet too small',
    'GatewaySubnetTooSmall',
    'VAL-GW-04',
    (a) => ({ ...a, network: { ...a.network, gatewaySubnet: '10.21.15.252/30' } }),
  ],
  [
    'no prefix',
    'InvalidAddressPrefixFormat',
    'VAL-LNG-03',
    (a) => withValues(a, { prefixes: ['10.199.0.0'] }),
  ],
  ['no address', 'InvalidIpAddress', 'VAL-LNG-01', (a) => withValues(a, { address: '198.18.77.300' })],
  [
    'AS 0',
    'LocalNetworkGatewayCannotHaveZeroAsn',
    'VAL-LNG-06',
    (a) => withValues(a, { bgp: true, asn: '0' }),
  ],
  ['Azure’s AS', 'ReservedAsnNotAllowed', 'VAL-LNG-06', (a) => withValues(a, { bgp: true, asn: '65515' })],
  ['a peer that is none', 'Failed', 'VAL-LNG-07', (a) => withValues(a, { bgp: true, peer: 'x' })],
  [
    'BGP on one side',
    'InvalidVirtualNetworkGatewayConnection',
    'VAL-CON-06',
    (a) => withValues(a, { bgp: true }),
  ],
  [
    'a timeout too long',
    'InvalidVirtualNetworkGatewayConnection',
    'VAL-CON-03',
    (a) => withConnection(a, { dpd: '4000' }),
  ],
  [
    'too many selectors',
    'InvalidVirtualNetworkGatewayConnection',
    'VAL-CON-07',
    (a) =>
      withConnection(a, {
        policyBased: true,
        selectors: [
          {
            local: Array.from({ length: 11 }, (_, at) => `10.21.${at}.0/24`),
            remote: Array.from({ length: 10 }, (_, at) => `10.199.${at}.0/24`),
          },
        ],
      }),
  ],
  [
    'an unequal GCM pair',
    'InvalidIpsecPolicy',
    'VAL-CON-04',
    (a) => withConnection(a, { policy: 'custom', custom: { ...PRESETS.Strong, ipsecIntegrity: 'SHA256' } }),
  ],
  ['a bad name', 'InvalidResourceName', 'name', (a) => withGateway(a, { name: '-vgw' })],
]

describe('what the emulator refuses is an error before', () => {
  test.each(MUTATIONS)('%s: %s', async (_, code, rule, change) => {
    const answers = change(good())
    const { errors, refusal } = await judged(answers, keysOf(answers))
    expect(errors.map((one) => one.rule)).toContain(rule)
    expect((await refusal())?.code).toBe(code)
  })

  test('a second gateway in the virtual network', async () => {
    const answers = good({}, 'vnet-hub-sea')
    const second = settled({ ...answers, goal: { ...answers.goal, gateway: 'new' } }, around)
    const { errors, refusal } = await judged(second, keysOf(second))
    expect(errors.map((one) => one.rule)).toContain('VAL-GW-07')
    expect((await refusal())?.code).toBe('MaxGatewayCountInVnetReached')
  })

  test('a gateway that is being changed, and one of a retired SKU', async () => {
    const answers = { ...good(), goal: { ...good().goal, gateway: 'existing' as const } }
    const on = { ...answers, gateway: { ...answers.gateway, existing: gatewayId('vgw.analytics.eus') } }
    const { errors } = await judged(on, keysOf(on))
    expect(errors.map((one) => one.rule)).toContain('VAL-CON-01')
  })

  test('a GatewaySubnet with a network security group and a delegation, as it is read', async () => {
    const network = networkId('VNET_MES_NEU')
    const more = {
      networkSecurityGroup: {
        id: `${network.split('/providers/')[0]}/providers/Microsoft.Network/networkSecurityGroups/nsg`,
      },
      delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.Web/serverFarms' } }],
    }
    const { azure } = onContoso({
      tamper: (text) => {
        const subnet = JSON.parse(text) as { properties: object }
        return JSON.stringify({ ...subnet, properties: { ...subnet.properties, ...more } })
      },
    })
    const facts = await readGatewaySubnet(azure, network)
    if (!facts.ok) throw new Error(facts.error.code)
    const answers = good({}, 'VNET_MES_NEU')
    const known: Surroundings = { ...around, gatewaySubnet: { is: 'known', value: facts.value } }
    const { errors } = await judged(answers, keysOf(answers), known)
    expect(errors.map(({ rule }) => rule)).toEqual(['VAL-GW-06', 'subnet-delegated'])
  })

  test('a key that is none', async () => {
    const answers = good()
    const { errors, refusal } = await judged(answers, { s1: 'a key with blanks in it' })
    expect(errors.map((one) => one.rule)).toContain('VAL-CON-02')
    expect((await refusal())?.code).toBe('InvalidVirtualNetworkGatewayConnection')
  })
})

test('what checks let through is never refused for what they could have seen', async () => {
  let taken = 0
  let stopped = 0
  await fc.assert(
    fc.asyncProperty(anyAnswers(around), async ({ answers, keys }) => {
      const { errors, plan, refusal, deployed } = await judged(answers, keys)
      if (errors.length > 0) return void stopped++
      // Some as the app sends them: a template with its dependencies and parameters.
      const asTemplate = plan.resources.length > 0 && taken % 5 === 0
      const refused = await (asTemplate ? deployed() : refusal())
      if (refused === undefined) return void taken++
      const known = refusalRemedy(refused.code, refused.message)
      if (known?.prevented.by === 'explained') return undefined
      throw new Error(
        `${refused.id}: ${refused.code} ${refused.message}\n${JSON.stringify(plan.resources, undefined, 1)}`,
      )
    }),
    { numRuns: 180 },
  )
  // Both happen, or nothing was tried.
  expect(taken).toBeGreaterThan(15)
  expect(stopped).toBeGreaterThan(15)
}, 60_000)
