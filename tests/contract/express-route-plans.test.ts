import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readServiceProviders } from '../../src/azure/surroundings.ts'
import {
  authorizationKeyOf,
  type Answers,
  type CircuitAnswers,
  type Keys,
  type Phase,
} from '../../src/model/express-route/answers.ts'
import { checksOf } from '../../src/model/express-route/checks-of.ts'
import { withConsent } from '../../src/model/express-route/consent.ts'
import { circuitIdOf, gatewayIdOf, networkIdOf } from '../../src/model/express-route/place.ts'
import { circuitIds, planOf } from '../../src/model/express-route/plan-of.ts'
import { secretValues } from '../../src/model/express-route/secrets.ts'
import { settled, withGoal } from '../../src/model/express-route/settled.ts'
import { startingAnswers, type StartingFrom } from '../../src/model/express-route/starting-answers.ts'
import type { Surroundings } from '../../src/model/express-route/surroundings.ts'
import { whereItStands } from '../../src/model/express-route/where-it-stands.ts'
import { keyOf } from '../../src/model/paths.ts'
import { touching } from '../../src/model/wizard/touched.ts'
import { prefixValidations } from '../../src/model/circuit/prefix-validation.ts'
import { anyAnswers, filled, MICROSOFT } from './any-express-route-answers.ts'
import type { TestEmulator } from './emulator.ts'
import { onContoso } from './on-contoso.ts'
import { deploy, openContoso, readAgain, run, surroundingsOf } from './plan-runs.ts'

let around: Surroundings

beforeAll(async () => {
  const { azure } = onContoso()
  const base = await surroundingsOf(await openContoso())
  const subscriptionId = base.subscriptions[0]?.subscriptionId ?? ''
  const read = await readServiceProviders(azure, subscriptionId)
  if (!read.ok) throw new Error(read.error.code)
  around = {
    ...base,
    gatewaySubnet: { is: 'known', value: undefined },
    providers: { is: 'known', value: read.value },
  }
}, 60_000)

const idOf = (kind: string, name: string) =>
  around.estate.rows.find((row) => row.kind === kind && row.name === name)?.id ?? ''

/** Good answers over contoso, with what nobody can guess. */
function good(from: StartingFrom = {}, change: Partial<Answers['goal']> = {}): Answers {
  const started = startingAnswers({ setUp: 'a1b2c3d4', ...from }, around)
  const aimed = withGoal(started, { ...started.goal, ...change }, around)
  const circuits = aimed.circuits.map((one, index) => (one.use === 'new' ? filled(one, index) : one))
  const fields = circuits.flatMap((_, index) =>
    ['provider', 'location', 'bandwidth', 'peering.asn'].map((member) => `circuits.${index}.${member}`),
  )
  return withConsent(settled({ ...touching(aimed, ...fields), circuits }, around), around)
}

const FIRST = new Set(['resiliency', 'circuits', 'order'])

function errorsOf(answers: Answers, keys: Keys, known: Surroundings) {
  return checksOf(answers, keys, known).filter(({ is }) => is === 'error')
}

/** What the provider does, until it is done. */
async function provision(emulator: TestEmulator, answers: Answers): Promise<void> {
  for (const circuit of circuitIds(answers)) {
    const { body } = await emulator.ask('GET', circuit)
    if (body?.properties?.serviceProviderProvisioningState === 'NotProvisioned')
      await emulator.control({ do: 'provider', circuit, act: 'provision' })
  }
  emulator.pass(600)
}

/** The answers ordered and provisioned, with what is there then. */
async function ordered(answers: Answers, on: TestEmulator, known = around) {
  const { plan } = planOf(answers, known, 'order')
  const refusal = await run(on, plan, () => undefined)
  await provision(on, answers)
  return { refusal, known: await readAgain(known, on, circuitIds(answers)) }
}

describe('both phases of a plan without errors are taken', () => {
  test.each<[string, StartingFrom | (() => StartingFrom), Partial<Answers['goal']>]>([
    ['two circuits, a new virtual network', {}, {}],
    ['a Metro circuit', {}, { resiliency: 'high' }],
    [
      'a network that is there',
      () => ({ networkId: idOf('virtualNetwork', 'vnet-shop-weu') }),
      { resiliency: 'standard' },
    ],
    ['a gateway that is there', () => ({ gatewayId: idOf('virtualNetworkGateway', 'ergw-weu-prod') }), {}],
    ['a hub', () => ({ hubId: around.estate.rows.find(({ kind }) => kind === 'virtualHub')?.id ?? '' }), {}],
  ])(
    '%s',
    async (_, from, change) => {
      const start = typeof from === 'function' ? from() : from
      const before = good(start, change)
      const answers =
        change.resiliency === 'high'
          ? withConsent(
              {
                ...before,
                circuits: before.circuits.map((one) => ({ ...one, location: 'Amsterdam Metro' })),
              },
              around,
            )
          : before
      expect(errorsOf(answers, {}, around)).toEqual([])
      const on = await openContoso()
      const { refusal, known } = await ordered(answers, on)
      expect(refusal).toBeUndefined()
      const now = settled(answers, known)
      expect(circuitIds(now)).toEqual(circuitIds(answers))
      expect(whereItStands(now, known)).toBe('peering')
      expect(errorsOf(now, {}, known)).toEqual([])
      const { plan, later } = planOf(now, known, 'connect')
      expect(later).toEqual([])
      expect(await deploy(on, plan, () => undefined)).toBeUndefined()
      const done = await readAgain(known, on, [
        ...circuitIds(now),
        ...plan.resources.map(({ id }) => id),
        gatewayIdOf(now, known),
        networkIdOf(now, known) ?? '',
      ])
      const last = settled(now, done)
      expect(planOf(last, done, 'connect').plan.resources).toEqual([])
      expect(planOf(last, done, 'order').plan.resources).toEqual([])
      expect(errorsOf(last, {}, done)).toEqual([])
      expect(whereItStands(last, done)).toBe('verify')
      // From any browser, by the tags alone.
      const [circuitId = ''] = circuitIds(last)
      const found = startingAnswers({ circuitId }, done)
      expect(circuitIds(found).toSorted()).toEqual(circuitIds(last).toSorted())
      expect(whereItStands(found, done)).toBe('verify')
    },
    30_000,
  )
})

test('a Microsoft peering of both families is made after the private path, and waits for a proof', async () => {
  const asked = good({ networkId: idOf('virtualNetwork', 'vnet-shop-weu') }, { resiliency: 'standard' })
  const before = withConsent(
    { ...asked, circuits: asked.circuits.map((one) => ({ ...one, tier: 'Premium', microsoft: MICROSOFT })) },
    around,
  )
  expect(errorsOf(before, {}, around)).toEqual([])
  const on = await openContoso()
  const { refusal, known } = await ordered(before, on)
  expect(refusal).toBeUndefined()
  const { plan } = planOf(before, known, 'connect')
  expect(await deploy(on, plan, () => undefined)).toBeUndefined()
  const done = await readAgain(known, on, [...circuitIds(before), ...plan.resources.map(({ id }) => id)])
  expect(planOf(before, done, 'connect').plan.resources).toEqual([])
  expect(whereItStands(before, done)).toBe('verify')
  expect(checksOf(before, {}, done).map(({ rule }) => rule)).toContain('ER-008')
  const [circuitId = ''] = circuitIds(before)
  const [found] = startingAnswers({ circuitId }, done).circuits
  expect(found?.microsoft).toMatchObject({ ...MICROSOFT, prefixes: MICROSOFT.prefixes })
  const there = done.estate.resources.get(keyOf(circuitId))
  const peering = there?.kind === 'expressRouteCircuit' ? there.peerings.at(-1) : undefined
  expect(peering && prefixValidations(peering).map(({ family, state }) => [family, state])).toEqual([
    ['IPv4', 'ValidationNeeded'],
    ['IPv6', 'ValidationNeeded'],
  ])
})

/** The keys as typed, but for those of circuits that are there, whose owner has given one. */
async function givenKeys(on: TestEmulator, answers: Answers, keys: Keys): Promise<Keys> {
  const given = { ...keys }
  for (const circuit of answers.circuits) {
    const id = `${circuitIdOf(circuit, answers)}/authorizations/${circuit.key}`
    const { status, body } = await on.ask('PUT', id, { properties: {} })
    on.pass(60)
    if (status === 201) given[authorizationKeyOf(circuit)] = body.properties.authorizationKey
  }
  return given
}

const circuitWith = (a: Answers, change: Partial<CircuitAnswers>): Answers => ({
  ...a,
  circuits: a.circuits.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
})
const peeringWith = (a: Answers, change: Partial<CircuitAnswers['peering']>): Answers => ({
  ...a,
  circuits: a.circuits.map((one) => ({ ...one, peering: { ...one.peering, ...change } })),
})
const gatewayWith = (a: Answers, change: Partial<Answers['gateway']>): Answers => ({
  ...a,
  gateway: { ...a.gateway, ...change },
})

describe('what the emulator refuses is an error before', () => {
  test.each<[what: string, phase: Phase, code: string, rule: string, change: (a: Answers) => Answers]>([
    [
      'a provider nobody knows',
      'order',
      'ExpressRouteCircuitServiceProviderDoesNotExist',
      'provider',
      (a) => circuitWith(a, { provider: 'Nobody' }),
    ],
    [
      'a bandwidth nobody sells',
      'order',
      'InvalidExpressRouteCircuit',
      'bandwidth',
      (a) => circuitWith(a, { bandwidth: '75' }),
    ],
    [
      'Local with metered data',
      'order',
      'InvalidExpressRouteCircuit',
      'local-unlimited',
      (a) => circuitWith(a, { tier: 'Local', family: 'MeteredData' }),
    ],
    ['a name that is none', 'order', 'InvalidResourceName', 'name', (a) => circuitWith(a, { name: '-erc' })],
    [
      'Microsoft’s AS',
      'connect',
      'InvalidExpressRouteCircuitPeering',
      'peering-asn',
      (a) => peeringWith(a, { asn: '12076' }),
    ],
    [
      'a VLAN out of range',
      'connect',
      'InvalidExpressRouteCircuitPeering',
      'peering-vlan',
      (a) => peeringWith(a, { vlan: '4095' }),
    ],
    [
      'links that overlap',
      'connect',
      'InvalidExpressRouteCircuitPeering',
      'ER-036',
      (a) => peeringWith(a, { primary: '172.17.3.0/30', secondary: '172.17.3.0/30' }),
    ],
    [
      'IPv6 links of another size',
      'connect',
      'InvalidExpressRouteCircuitPeering',
      'ER-036',
      (a) => peeringWith(a, { addressing: 'both', primary6: 'fd00::/64', secondary6: 'fd00:1::/64' }),
    ],
    [
      'a weight too large',
      'connect',
      'InvalidVirtualNetworkGatewayConnection',
      'weight',
      (a) => ({
        ...a,
        circuits: a.circuits.map((one) => ({ ...one, connection: { ...one.connection, weight: '32001' } })),
      }),
    ],
    [
      'a subnet outside',
      'connect',
      'NetcfgSubnetRangeOutsideVnet',
      'subnet-outside',
      (a) => gatewayWith(a, { gatewaySubnet: '10.99.0.0/27' }),
    ],
    [
      'a subnet too small for zones',
      'connect',
      'GatewaySubnetTooSmall',
      'ER-023',
      (a) => gatewayWith(a, { gatewaySubnet: '10.21.15.248/29' }),
    ],
    [
      'no SKU of an ExpressRoute gateway',
      'connect',
      'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
      'sku',
      (a) => gatewayWith(a, { sku: 'VpnGw1AZ' }),
    ],
  ])('%s', async (_, phase, code, rule, change) => {
    const answers = good({ networkId: idOf('virtualNetwork', 'vnet-shop-weu') }, { resiliency: 'standard' })
    const on = await openContoso()
    const known = phase === 'connect' ? (await ordered(answers, on)).known : around
    const wrong = change(answers)
    expect(errorsOf(wrong, {}, known).map((one) => one.rule)).toContain(rule)
    expect((await run(on, planOf(wrong, known, phase).plan, () => undefined))?.code).toBe(code)
  })

  test.each([
    [
      'a virtual network',
      'MaxGatewayCountInVnetReached',
      (): Partial<Answers['gateway']> => ({
        network: { is: 'existing', id: idOf('virtualNetwork', 'vnet-hub-weu') },
      }),
    ],
    [
      'a hub',
      'VirtualHubAlreadyHasGateway',
      (): Partial<Answers['gateway']> => ({
        hub: around.estate.rows.find(({ kind, name }) => kind === 'virtualHub' && hasGateway(name))?.id ?? '',
      }),
    ],
  ] as const)('a second gateway in %s', async (_, code, where) => {
    const change = where()
    const answers = good({}, { resiliency: 'standard', to: change.hub === undefined ? 'network' : 'hub' })
    const wrong = settled(gatewayWith(answers, change), around)
    expect(errorsOf(wrong, {}, around).map((one) => one.rule)).toContain('one-gateway')
    const { plan } = planOf(wrong, around, 'connect')
    expect((await run(await openContoso(), plan, () => undefined))?.code).toBe(code)
  })
})

const hasGateway = (hubName: string) => {
  const hub = around.estate.rows.find(({ kind, name }) => kind === 'virtualHub' && name === hubName)
  return around.estate.rows.some(({ key, kind }) => {
    const found = kind === 'expressRouteGateway' ? around.estate.resources.get(key) : undefined
    return found?.kind === 'expressRouteGateway' && keyOf(found.virtualHubId ?? '') === hub?.key
  })
}

test('what checks let through is never refused for what they could have seen', async () => {
  let taken = 0
  let stopped = 0
  await fc.assert(
    fc.asyncProperty(anyAnswers(around), async ({ answers, keys }) => {
      const on = await openContoso()
      if (errorsOf(answers, keys, around).some(({ step }) => FIRST.has(step))) return void stopped++
      const { refusal, known } = await ordered(answers, on)
      if (refusal) throw new Error(`${refusal.id}: ${refusal.code} ${refusal.message}`)
      if (errorsOf(answers, keys, known).length > 0) return void stopped++
      // Whether a key is right cannot be seen.
      const values = secretValues(answers, await givenKeys(on, answers, keys))
      const { plan } = planOf(answers, known, 'connect')
      const send = plan.resources.length > 0 && taken % 4 === 0 ? deploy : run
      const refused = await send(on, plan, (name) => values[name])
      if (refused)
        throw new Error(
          `${refused.id}: ${refused.code} ${refused.message}\n${JSON.stringify(plan.resources, undefined, 1)}`,
        )
      taken++
    }),
    { numRuns: 120 },
  )
  // Both happen, or nothing was tried.
  expect(taken).toBeGreaterThan(5)
  expect(stopped).toBeGreaterThan(15)
}, 90_000)
