import { describe, expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute, tagsOf } from '../../../tests/support/express-route.ts'
import { circuit, connection, hub, idOf } from '../../../tests/support/resources.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import { memberAt } from '../edits/edit.ts'
import type { Answers } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { circuitNameOf, connectionIdOf } from './place.ts'
import { planOf } from './plan-of.ts'
import { whyNotReady } from './readiness.ts'
import { settled, withGoal } from './settled.ts'
import { withoutTarget, withTargetId } from './target.ts'
import { startingAnswers } from './starting-answers.ts'
import { stepsOver, stepsPassedOver, whereItStands } from './where-it-stands.ts'
import { VNET, ERGW, made, peered, waiting, answered } from './set-up.fixture.ts'

const HUB = hub('hub-weu')
const TARGET = 'hybrid-connectivity-target'
const FAILED = {
  provisioningState: 'Failed',
  circuitProvisioningState: 'Disabled',
  serviceProviderProvisioningState: 'NotProvisioned',
  serviceProviderName: 'Megaport',
}

test.each<[what: string, there: readonly Resource[], step: string, passed: number]>([
  ['nothing is there', [], 'circuits', 0],
  ['one circuit is missing', [made('erc-amsterdam')], 'circuits', 0],
  ['Azure could not make one', [made('erc-amsterdam', FAILED), made('erc-frankfurt')], 'order', 0],
  [
    'Azure could not make one, the other waits',
    [made('erc-amsterdam', FAILED), made('erc-frankfurt', waiting)],
    'order',
    0,
  ],
  ['a provider is not done', [made('erc-amsterdam'), made('erc-frankfurt', waiting)], 'provider', 2],
  ['a peering is missing', [peered('erc-amsterdam'), made('erc-frankfurt')], 'peering', 3],
  ['the gateway is missing', [peered('erc-amsterdam'), peered('erc-frankfurt')], 'gateway', 3],
  [
    'the connections are missing',
    [
      peered('erc-amsterdam'),
      peered('erc-frankfurt'),
      {
        ...ERGW,
        name: 'ergw-weu',
        id: idOf('virtualNetworkGateways', 'ergw-weu'),
        key: keyOf(idOf('virtualNetworkGateways', 'ergw-weu')),
      },
    ],
    'connection',
    3,
  ],
])('where it stands: %s', (_, there, step, passed) => {
  const { answers, around } = answered(there)
  expect(whereItStands(answers, around)).toBe(step)
  expect(stepsPassedOver(answers, around).size).toBe(passed)
})

test.each<[there: readonly Resource[], over: string[]]>([
  [[made('erc-amsterdam')], []],
  [
    [made('erc-amsterdam'), made('erc-frankfurt', waiting)],
    ['resiliency', 'circuits', 'order', 'ordered'],
  ],
  [
    [peered('erc-amsterdam'), peered('erc-frankfurt')],
    ['resiliency', 'circuits', 'order', 'ordered', 'provider', 'peering', 'microsoft'],
  ],
])('what is there has answered the steps before: case %#', (there, over) => {
  const { answers, around } = answered(there)
  expect(stepsOver('verify', answers, around)).toEqual(over)
  // Nor is one done already that somebody is on, or comes to.
  expect(stepsOver('circuits', answers, around)).toEqual(over.slice(0, 1))
})

test('from a circuit alone: its siblings by tag, what is meant, and the peerings that are there', () => {
  const around = aroundExpressRoute([
    VNET,
    ERGW,
    peered('erc-frankfurt'),
    made('erc-amsterdam'),
    circuit('er-other'),
  ])
  const found = startingAnswers({ circuitId: idOf('expressRouteCircuits', 'erc-frankfurt') }, around)
  expect(found.circuits.map(({ existing }) => nameOfId(existing))).toEqual(['erc-amsterdam', 'erc-frankfurt'])
  expect(found).toMatchObject({
    setUp: 'a1b2c3d4',
    goal: { resiliency: 'maximum', to: 'network' },
    gateway: { use: 'existing', existing: ERGW.id },
  })
  expect(whereItStands(found, around)).toBe('peering')
  expect(planOf(found, around, 'order').plan.resources).toEqual([])
})

test('one that Azure could not make is neither handed to its provider nor promised a peering, from any browser', () => {
  const around = aroundExpressRoute([VNET, ERGW, made('erc-amsterdam', FAILED), peered('erc-frankfurt')])
  const found = startingAnswers({ circuitId: idOf('expressRouteCircuits', 'erc-amsterdam') }, around)
  expect(whereItStands(found, around)).toBe('circuits')
  const rules = checksOf(found, {}, around).map(({ rule }) => rule)
  expect(rules).toContain('circuit-failed')
  expect(rules).not.toContain('waits')
  const failed = made('erc-amsterdam', FAILED)
  expect(failed.kind === 'expressRouteCircuit' && whyNotReady(failed, around)).toContain('could not make')
})

test.each([
  ['Failed', undefined, 'connection'],
  ['Succeeded', 'Failed', 'gateway'],
  ['Updating', undefined, 'verify'],
])('connections %s, their gateway %s: %s', (state, gatewayState, step) => {
  const joined = ['erc-amsterdam', 'erc-frankfurt'].map((name) =>
    connection(name.replace('erc', 'cn'), {
      connectionType: 'ExpressRoute',
      gateway1Id: ERGW.id,
      localNetworkGatewayId: undefined,
      circuitId: idOf('expressRouteCircuits', name),
      provisioningState: step === 'gateway' ? 'Failed' : state,
    }),
  )
  const around = aroundExpressRoute([
    VNET,
    { ...ERGW, ...(gatewayState !== undefined && { provisioningState: gatewayState }) },
    peered('erc-amsterdam'),
    peered('erc-frankfurt'),
    ...joined,
  ])
  const found = startingAnswers({ circuitId: idOf('expressRouteCircuits', 'erc-amsterdam') }, around)
  expect(whereItStands(found, around)).toBe(step)
})

test('a connection in another resource group than its gateway is the one that is meant', () => {
  const elsewhere = (name: string): Resource => {
    const { id } = connection(name)
    const moved = id.replace(/resourceGroups\/[^/]+/i, 'resourceGroups/rg-connections')
    return connection(name, {
      id: moved,
      key: keyOf(moved),
      resourceGroup: 'rg-connections',
      connectionType: 'ExpressRoute',
      gateway1Id: ERGW.id,
      localNetworkGatewayId: undefined,
      circuitId: idOf('expressRouteCircuits', name.replace('cn', 'erc')),
    })
  }
  const around = aroundExpressRoute([
    VNET,
    ERGW,
    peered('erc-amsterdam'),
    peered('erc-frankfurt'),
    elsewhere('cn-amsterdam'),
    elsewhere('cn-frankfurt'),
  ])
  const found = startingAnswers({ circuitId: idOf('expressRouteCircuits', 'erc-frankfurt') }, around)
  expect(whereItStands(found, around)).toBe('verify')
  expect(checksOf(found, {}, around).filter(({ rule }) => rule === 'same-circuit')).toEqual([])
  expect(found.circuits.map((one) => connectionIdOf(one, found, around).split('/')[4])).toEqual([
    'rg-connections',
    'rg-connections',
  ])
})

describe('a pair of which one circuit was there before, and has no tags', () => {
  const old = (change: Parameters<typeof circuit>[1] = {}) =>
    circuit('er-old', { peeringLocation: 'Frankfurt', ...change })
  const to = (name: string) =>
    connection(`cn-${name}`, {
      connectionType: 'ExpressRoute',
      gateway1Id: ERGW.id,
      localNetworkGatewayId: undefined,
      circuitId: idOf('expressRouteCircuits', name),
    })
  const tagged = peered('erc-amsterdam')
  const both = [to('er-old'), to('erc-amsterdam')]
  const HIGH = { ...tagged, tags: tagsOf('a1b2c3d4', 'high') }
  test.each<[what: string, from: string, there: readonly Resource[], uses: string[]]>([
    ['both are connected', 'erc-amsterdam', [tagged, old(), ...both], ['er-old', 'erc-amsterdam']],
    ['begun from the old one', 'er-old', [tagged, old(), ...both], ['er-old', 'erc-amsterdam']],
    [
      'the new one is still to be connected',
      'erc-amsterdam',
      [tagged, old(), to('er-old')],
      ['er-old', 'erc-amsterdam'],
    ],
    [
      'another location is what makes a pair',
      'erc-amsterdam',
      [tagged, old({ peeringLocation: 'Amsterdam' }), ...both],
      ['erc-amsterdam', 'new'],
    ],
    [
      'one of another set-up is none of it',
      'erc-amsterdam',
      [tagged, old({ tags: tagsOf('other') }), ...both],
      ['erc-amsterdam', 'new'],
    ],
    ['one was meant', 'erc-amsterdam', [HIGH, old(), ...both], ['erc-amsterdam']],
    ['it cannot be read', 'erc-amsterdam', [tagged, ...both], ['er-old', 'erc-amsterdam']],
  ])('%s', (what, from, there, uses) => {
    const around = aroundExpressRoute([VNET, ERGW, ...there])
    const found = startingAnswers({ circuitId: idOf('expressRouteCircuits', from) }, around)
    expect(found.circuits.map((one) => (one.use === 'new' ? 'new' : circuitNameOf(one)))).toEqual(uses)
    expect(found.circuits.some(({ use }) => use === 'redeemed')).toBe(what === 'it cannot be read')
    expect(found.setUp).toBe('a1b2c3d4')
    if (!uses.includes('new')) expect(planOf(found, around, 'order').plan.resources).toEqual([])
    if (there.includes(both[1] ?? tagged) && !uses.includes('new'))
      expect(whereItStands(found, around)).toBe('verify')
  })
})

describe('what was meant is not in the tags of the circuits', () => {
  const bare = (name: string) => ({ ...peered(name), tags: tagsOf('a1b2c3d4') })
  const both = [bare('erc-amsterdam'), bare('erc-frankfurt')]
  const from = { circuitId: idOf('expressRouteCircuits', 'erc-amsterdam') }

  test('the gateway that was made for them meanwhile is found again', () => {
    const gateway = { ...ERGW, tags: { 'hybrid-connectivity-setup': 'a1b2c3d4' } }
    const around = aroundExpressRoute([VNET, gateway, ...both])
    const found = startingAnswers(from, around)
    expect(found.gateway).toMatchObject({ use: 'existing', existing: ERGW.id })
    expect(whereItStands(found, around)).toBe('connection')
  })

  test('else it is asked: no second network or gateway is chosen for anybody', () => {
    const around = aroundExpressRoute([VNET, ERGW, ...both])
    const found = startingAnswers(from, around)
    expect(whereItStands(found, around)).toBe('gateway')
    expect(planOf(found, around, 'connect').plan.resources.map(({ type }) => type)).not.toContain(
      'Microsoft.Network/virtualNetworkGateways',
    )
    expect(checksOf(found, {}, around).map(({ rule }) => rule)).toContain('gateway-meant')
  })

  test('a target that is not read any more is asked too', () => {
    const gone = both.map((one) => ({ ...one, tags: tagsOf('a1b2c3d4', 'maximum', `${VNET.id}-gone`) }))
    const found = startingAnswers(from, aroundExpressRoute([VNET, ERGW, ...gone]))
    expect(found.gateway).toMatchObject({ use: 'existing', existing: '' })
  })
})

test('what is chosen before the order is in the tags, with the gateway of what was chosen', () => {
  const around = aroundExpressRoute([VNET, ERGW, HUB])
  const good = goodExpressRoute(around)
  const tagOf = (answers: Answers) =>
    planOf(answers, around, 'order').plan.resources.map(({ body }) => memberAt(body, ['tags', TARGET]))
  expect(tagOf(good)).toEqual([undefined, undefined])
  const led = settled(withTargetId(good, VNET.id, around), around)
  expect(tagOf(led)).toEqual([VNET.id, VNET.id])
  expect(led.gateway).toMatchObject({ use: 'existing', existing: ERGW.id })
  // Another kind of target takes no gateway along.
  const turned = withGoal(led, { ...led.goal, to: 'hub' }, around)
  expect(turned.gateway).toMatchObject({ use: 'new', existing: '' })
  expect(tagOf(settled(withTargetId(turned, HUB.id, around), around))).toEqual([HUB.id, HUB.id])
  expect(tagOf(settled(withoutTarget(led), around))).toEqual([undefined, undefined])
})

test('a tag from anybody is no id of anything', () => {
  const odd = circuit('er-odd', {
    tags: { 'hybrid-connectivity-setup': '<img>', 'hybrid-connectivity-target': 'javascript:x' },
  })
  const found = startingAnswers({ circuitId: odd.id }, aroundExpressRoute([odd, circuit('er-other')]))
  expect(found.setUp).toBe('')
  expect(found.circuits).toHaveLength(1)
})
