import { describe, expect, test } from 'vitest'
import {
  aroundExpressRoute,
  goodExpressRoute,
  tagsOf,
  withCircuitAt,
} from '../../../tests/support/express-route.ts'
import { circuit, gateway, hub, idOf, network } from '../../../tests/support/resources.ts'
import { azScriptOf } from '../plan/az-script.ts'
import { bicepOf } from '../plan/bicep.ts'
import { templateOf } from '../plan/template.ts'
import { isJsonObject } from '../../lib/json.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import type { Answers } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { pictureOf, pictureWords } from './picture.ts'
import { planOf } from './plan-of.ts'
import { meantKeys, secretValues } from './secrets.ts'
import { areReady } from './readiness.ts'
import { settled } from './settled.ts'
import { startingAnswers } from './starting-answers.ts'
import { wantedGateway } from './wanted.ts'
import { whereItStands } from './where-it-stands.ts'
import { VNET, ERGW, made, peered, waiting, answered, names } from './set-up.fixture.ts'

describe('what is ordered and what is connected', () => {
  const BOTH = ['erc-amsterdam', 'erc-frankfurt']
  const GATE = ['GatewaySubnet', 'ergw-weu']
  const CONNECTED = [
    'AzurePrivatePeering',
    'cn-weu-to-amsterdam',
    'AzurePrivatePeering',
    'cn-weu-to-frankfurt',
  ]
  const ordering = aroundExpressRoute([VNET])
  const ORDERED =
    planOf(goodExpressRoute(ordering, {}, { networkId: VNET.id }), ordering, 'order').plan.resources[0]
      ?.body ?? {}
  test.each<[what: string, there: readonly Resource[], order: string[], connect: string[], later: number]>([
    ['nothing is there', [], BOTH, GATE, 2],
    ['the provider works', [made('erc-amsterdam', waiting), made('erc-frankfurt', waiting)], [], GATE, 2],
    [
      'one provider is done',
      [made('erc-amsterdam'), made('erc-frankfurt', waiting)],
      [],
      [...GATE, ...CONNECTED.slice(0, 2)],
      1,
    ],
    ['both are done', [made('erc-amsterdam'), made('erc-frankfurt')], [], [...GATE, ...CONNECTED], 0],
    ['peerings are there', BOTH.map(peered), [], [...GATE, 'cn-weu-to-amsterdam', 'cn-weu-to-frankfurt'], 0],
    [
      'one failed to be made',
      [made('erc-amsterdam', { provisioningState: 'Failed', body: ORDERED }), made('erc-frankfurt')],
      ['erc-amsterdam'],
      [...GATE, ...CONNECTED],
      0,
    ],
    [
      'one with an authorization failed',
      [
        made('erc-amsterdam', {
          provisioningState: 'Failed',
          body: ORDERED,
          authorizations: [{ id: 'a', name: 'for-partner' }],
        }),
        made('erc-frankfurt'),
      ],
      [],
      [...GATE, ...CONNECTED],
      0,
    ],
    // The answers still have the size that it was ordered with.
    [
      'one failed that was enlarged since',
      [
        made('erc-amsterdam', { provisioningState: 'Failed', body: { ...ORDERED, properties: {} } }),
        made('erc-frankfurt'),
      ],
      [],
      [...GATE, ...CONNECTED],
      0,
    ],
    // A PUT without its peerings would take them away.
    [
      'one with a peering failed',
      [
        circuit('erc-amsterdam', { tags: tagsOf('a1b2c3d4'), provisioningState: 'Failed' }),
        peered('erc-frankfurt'),
      ],
      [],
      [...GATE, 'cn-weu-to-amsterdam', 'cn-weu-to-frankfurt'],
      0,
    ],
  ])('%s', (_, there, order, connect, later) => {
    const { answers, around } = answered(there)
    expect(names(answers, there, 'order')).toEqual(order)
    expect(names(answers, there, 'connect')).toEqual(connect)
    expect(planOf(answers, around, 'connect').later).toHaveLength(later)
  })

  test.each(['Failed', 'Canceled'])('a private peering in the state %s is not written over', (state) => {
    // Continued from the circuit's page: the answers are the peering's own, and know the half of it.
    const id = idOf('expressRouteCircuits', 'erc-amsterdam')
    const link = { peerASN: 64710, vlanId: 100, primaryPrefix: '172.16.0.0/30', state: 'Disabled' }
    const wire = {
      id: `${id}/peerings/AzurePrivatePeering`,
      properties: { peeringType: 'AzurePrivatePeering', provisioningState: state, vlanId: 100 },
    }
    const there = [
      VNET,
      ERGW,
      made('erc-amsterdam', {
        peerings: [{ id: wire.id, name: 'AzurePrivatePeering', provisioningState: state, ...link }],
        body: {
          id,
          properties: {
            peerings: [
              {
                ...wire,
                properties: {
                  ...wire.properties,
                  peerASN: 64710,
                  primaryPeerAddressPrefix: '172.16.0.0/30',
                  secondaryPeerAddressPrefix: '',
                },
              },
            ],
          },
        },
      }),
      peered('erc-frankfurt'),
    ]
    const around = aroundExpressRoute(there)
    const found = startingAnswers({ circuitId: id }, around)
    expect(planOf(found, around, 'connect').plan.resources.map(({ type }) => type.split('/').at(-1))).toEqual(
      ['connections', 'connections'],
    )
  })

  test.each([
    ['Succeeded', []],
    ['Updating', ['still-running gateway.name']],
  ])(
    'once its gateway is there (%s), what it stands in may be changed by anybody',
    (provisioningState, told) => {
      const circuits = [made('erc-amsterdam'), made('erc-frankfurt')]
      const before = aroundExpressRoute()
      const given = goodExpressRoute(before)
      const [planned, own] = wantedGateway(given, before)
      if (!planned || !own || !isJsonObject(planned.body.properties)) throw new Error('no gateway')
      const { properties } = planned.body
      const [subnet] = Array.isArray(properties.subnets) ? properties.subnets : []
      const subnets = [subnet ?? null, { name: 'apps', properties: { addressPrefix: '10.9.1.0/24' } }]
      const around = aroundExpressRoute([
        ...circuits,
        network(nameOfId(planned.id), {
          id: planned.id,
          key: keyOf(planned.id),
          body: { ...planned.body, properties: { ...properties, subnets } },
        }),
        gateway(nameOfId(own.id), { id: own.id, key: keyOf(own.id), body: own.body, provisioningState }),
      ])
      const answers = settled(given, around)
      expect(planOf(answers, around, 'connect').plan.resources.map(({ id }) => nameOfId(id))).toEqual([
        'AzurePrivatePeering',
        expect.stringContaining('amsterdam'),
        'AzurePrivatePeering',
        expect.stringContaining('frankfurt'),
      ])
      const errors = checksOf(answers, {}, around).filter(({ is }) => is === 'error')
      expect(errors.map(({ rule, field }) => `${rule} ${field}`)).toEqual(told)
    },
  )

  test('a connection waits for its gateway and its peering, and nothing for what is there', () => {
    const { answers, around } = answered([made('erc-amsterdam'), made('erc-frankfurt')])
    const { resources } = planOf(answers, around, 'connect').plan
    const connection = resources.find(({ id }) => nameOfId(id) === 'cn-weu-to-frankfurt')
    expect(connection?.dependsOn.map((id) => id.split('/').slice(-3).join('/'))).toEqual([
      'Microsoft.Network/virtualNetworkGateways/ergw-weu'.split('/').slice(-3).join('/'),
      'erc-frankfurt/peerings/AzurePrivatePeering',
    ])
    expect(resources.find(({ type }) => type.endsWith('/peerings'))?.dependsOn).toEqual([])
  })

  test('why something waits names the provider and the state', () => {
    const { answers, around } = answered([made('erc-amsterdam', waiting)])
    expect(planOf(answers, around, 'connect').later.map(({ why }) => why)).toEqual([
      'Megaport has not provisioned erc-amsterdam: its provider state is Provisioning.',
      'erc-frankfurt has not been ordered yet.',
    ])
  })

  test('a provider that runs layer 3 makes the peering', () => {
    const { answers, around } = answered([made('erc-amsterdam'), made('erc-frankfurt')])
    const [first] = answers.circuits
    if (!first) throw new Error('no circuit')
    const by = withCircuitAt(answers, 0, { peering: { ...first.peering, by: 'provider' } })
    expect(planOf(by, around, 'connect').later).toMatchObject([
      { name: 'erc-amsterdam', resources: [{ what: 'connection' }] },
    ])
  })

  test('a redeemed circuit is connected by its key alone, which stands nowhere in the plan', () => {
    const { answers, around } = answered([made('erc-frankfurt')])
    const uri =
      '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/er-partner'
    const redeemed = settled(withCircuitAt(answers, 0, { use: 'redeemed', uri }), around)
    const { resources } = planOf(redeemed, around, 'connect').plan
    const connection = resources.find(({ secrets = [] }) => secrets.length > 0)
    expect(connection?.body).toMatchObject({ properties: { peer: { id: uri } } })
    const [secret] = connection?.secrets ?? []
    expect(secretValues(redeemed, { 'c1.authorization': ' key ' })).toEqual({
      [secret?.parameter ?? '']: 'key',
    })
    expect(planOf(redeemed, around, 'order').plan.resources).toEqual([])
  })

  test.each<[what: string, change: Parameters<typeof circuit>[1], why: RegExp | undefined, step: string]>([
    ['is not provisioned', waiting, /^Megaport has not provisioned er-partner/, 'provider'],
    ['has no peering', { peerings: [] }, /^er-partner has no private peering yet/, 'gateway'],
    ['is ready', {}, undefined, 'gateway'],
  ])('a redeemed circuit that can be read and %s', (_, change, why, step) => {
    const partner = circuit('er-partner', change)
    const beside = [peered('erc-frankfurt'), partner]
    const { answers, around } = answered(beside)
    const redeemed = settled(withCircuitAt(answers, 0, { use: 'redeemed', uri: partner.id }), around)
    const { plan, later } = planOf(redeemed, around, 'connect')
    expect(later.map((one) => one.resources.map(({ what }) => what))).toEqual(why ? [['connection']] : [])
    if (why) expect(later[0]?.why).toMatch(why)
    expect(plan.resources.filter(({ secrets = [] }) => secrets.length > 0)).toHaveLength(why ? 0 : 1)
    expect(whereItStands(redeemed, around)).toBe(step)
    expect(areReady(redeemed, around)).toBe(step !== 'provider')
    expect(checksOf(redeemed, {}, around).some(({ rule }) => rule === 'waits')).toBe(step === 'provider')
  })

  test('with MD5 off, or without its circuit, a key is forgotten', () => {
    const { answers } = answered([])
    const keys = { 'c1.md5': 'one', 'c2.md5': 'two', 'c1.authorization': 'three', 'c9.authorization': 'gone' }
    const [, second] = answers.circuits
    if (!second) throw new Error('no circuit')
    const on = withCircuitAt(answers, 1, { peering: { ...second.peering, md5: true } })
    expect(meantKeys(on, keys)).toEqual({ 'c2.md5': 'two', 'c1.authorization': 'three' })
    expect(meantKeys(answers, keys)).toEqual({ 'c1.authorization': 'three' })
  })

  test('a hub is connected to the peering', () => {
    const HUB = hub('hub-weu', { addressPrefix: '10.60.0.0/23' })
    const around = aroundExpressRoute([HUB, made('erc-amsterdam'), made('erc-frankfurt')])
    const before = goodExpressRoute(aroundExpressRoute([HUB]), {}, { hubId: HUB.id })
    const { resources } = planOf(settled(before, around), around, 'connect').plan
    expect(resources.map(({ type }) => type.split('/').at(-1))).toEqual([
      'expressRouteGateways',
      'peerings',
      'expressRouteConnections',
      'peerings',
      'expressRouteConnections',
    ])
    // A hub takes one change at a time.
    const [first, second] = resources.filter(({ type }) => type.endsWith('/expressRouteConnections'))
    expect(second?.dependsOn).toContain(first?.id)
    expect(resources[2]?.body).toMatchObject({
      properties: {
        expressRouteCircuitPeering: {
          id: `${idOf('expressRouteCircuits', 'erc-amsterdam')}/peerings/AzurePrivatePeering`,
        },
      },
    })
  })
})

describe('both plans in every form', () => {
  const { answers, around } = answered([made('erc-amsterdam'), made('erc-frankfurt')])
  const md5 = {
    ...answers,
    circuits: answers.circuits.map((one) => ({ ...one, peering: { ...one.peering, md5: true } })),
  }
  const fresh = answered([])
  const order = planOf(fresh.answers, fresh.around, 'order').plan
  const connect = planOf(md5, around, 'connect').plan
  const version = () => '2025-05-01'
  const bicep = (plan: typeof order) => JSON.stringify(bicepOf(plan, version))

  test('the template has each resource, and keys as parameters alone', () => {
    const text = JSON.stringify(templateOf(connect, version))
    for (const { type } of connect.resources) expect(text).toContain(type)
    expect(text).toContain('"type":"securestring"')
    expect(JSON.stringify(templateOf(order, version))).toContain('hybrid-connectivity-setup')
  })

  test('Bicep names each', () => {
    expect(bicep(connect)).toContain('Microsoft.Network/expressRouteCircuits/peerings')
    expect(bicep(order)).toContain('Microsoft.Network/expressRouteCircuits@2025-05-01')
  })

  test('the script says circuits and peerings in the words of the Azure CLI', () => {
    expect(azScriptOf(order, version)).toContain('az network express-route create')
    expect(azScriptOf(order, version)).toContain("--tags 'hybrid-connectivity-setup=a1b2c3d4'")
    expect(azScriptOf(planOf(answers, around, 'connect').plan, version)).toContain(
      'az network express-route peering create',
    )
  })

  test('the picture in words', () => {
    const words = pictureWords(pictureOf(answers, around, [])).replaceAll('\u2009', ' ')
    expect(words).toContain('erc-amsterdam (1 Gbps, exists) in Amsterdam')
    expect(words).toContain('gateway ergw-weu (ErGw2AZ, new) in GatewaySubnet')
  })

  test('the picture tells nothing of a gateway that is not chosen yet', () => {
    const unchosen: Answers = { ...answers, gateway: { ...answers.gateway, use: 'existing', existing: '' } }
    const { gateway: drawn, target } = pictureOf(unchosen, around, [])
    expect([drawn.name, drawn.facts]).toEqual(['No gateway chosen yet', []])
    expect([target.name, target.facts]).toEqual(['its virtual network', []])
  })
})

/** Tags of the circuits that are ordered: a guess must not be read as somebody's wish later. */
test.each<[string, Parameters<typeof startingAnswers>[0], string[], string | undefined]>([
  ['nothing was chosen', {}, [], undefined],
  ['begun from the network', { networkId: VNET.id }, [], VNET.id],
  ['begun from one that was not read', { networkId: `${VNET.id}-x` }, [], `${VNET.id}-x`],
  ['begun from its gateway', { gatewayId: ERGW.id }, [], VNET.id],
  ['the network was chosen', {}, ['gateway.network'], VNET.id],
])('the target is in the tags only where it was chosen: %s', (_, from, touched, target) => {
  const around = aroundExpressRoute([VNET, ERGW])
  const answers = goodExpressRoute(around, {}, from)
  const chosen = touched.length
    ? {
        ...answers,
        touched: [...answers.touched, ...touched],
        gateway: { ...answers.gateway, network: { is: 'existing' as const, id: VNET.id } },
      }
    : answers
  const [first] = planOf(chosen, around, 'order').plan.resources.filter(({ body }) => 'tags' in body)
  expect(first?.body.tags).toEqual(tagsOf('a1b2c3d4', 'maximum', target))
})
