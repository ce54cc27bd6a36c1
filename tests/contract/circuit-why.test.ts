import { describe, expect, test } from 'vitest'
import { readActivity } from '../../src/azure/diagnostics/activity.ts'
import { readBgpPeers } from '../../src/azure/diagnostics/bgp-peers.ts'
import { readPeeringPaths, readPeeringRoutes } from '../../src/azure/diagnostics/circuit-paths.ts'
import { readFailoverTests } from '../../src/azure/diagnostics/resiliency.ts'
import type { PathCondition } from '../../src/emulator/wire/control.ts'
import type { Result } from '../../src/lib/result.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import type { HubError } from '../../src/model/errors.ts'
import { known, valueOf, type Asked } from '../../src/model/why/asked.ts'
import { circuitEstateFacts, gatewayIdOf } from '../../src/model/why/circuit/circuit-estate-facts.ts'
import type { CircuitFacts, CircuitSubject } from '../../src/model/why/circuit/circuit-facts.ts'
import { circuitTimeline } from '../../src/model/why/circuit/circuit-timeline.ts'
import { diagnoseCircuit } from '../../src/model/why/circuit/diagnose-circuit.ts'
import { peeringLookedAt } from '../../src/model/why/circuit/path-states.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { inventory } from '../support/resources.ts'
import { idOf, type On, onContoso, read } from './on-contoso.ts'

// What the emulator answers in each condition, read by the app's own layer and judged by its rules: two sides that share none.

const DUBLIN = idOf('er-dub-eunet-1')
const PLANT = idOf('cn-er-dublin-mes')
const COLT = idOf('er-ams-colt-1')
const DAY = 86_400_000

function asSubject(one: Resource | undefined): CircuitSubject {
  switch (one?.kind) {
    case 'expressRouteCircuit':
    case 'connection':
    case 'expressRouteConnection':
      return one
    default:
      throw new Error(`${one?.kind ?? 'nothing'} is no subject of why a circuit is not up`)
  }
}

/** All that a page would have asked, at once. */
async function factsOf(on: On, subjectId: string, around: string[]): Promise<CircuitFacts> {
  const { azure, emulator } = on
  const resources = await Promise.all([subjectId, ...around].map((id) => read(on, id)))
  const owners = [...new Set(resources.map(({ subscriptionId }) => subscriptionId))]
  const estate = buildEstate(
    owners.map((subscriptionId) => ({ subscriptionId, displayName: subscriptionId })),
    owners.map((subscriptionId) =>
      inventory(
        resources.filter((one) => one.subscriptionId === subscriptionId),
        { subscriptionId },
      ),
    ),
  )
  const subject = asSubject(resources[0])
  const now = emulator.now()
  const asked = <T>(result: Result<T, HubError>): Asked<T> =>
    result.ok ? known(result.value, now) : { is: 'failed', error: result.error }
  const log = async (id: string) => asked(await readActivity(azure, id, { from: now - 7 * DAY, to: now }))
  const base = circuitEstateFacts(subject, estate, now, false)
  const circuit = valueOf(base.circuit)
  const peering = peeringLookedAt(circuit, subject.kind !== 'expressRouteCircuit')
  const ends = []
  for (const end of base.ends) {
    const id = gatewayIdOf(end.connection) ?? ''
    ends.push({
      ...end,
      peers: asked(await readBgpPeers(azure, id)),
      tests: asked(await readFailoverTests(azure, id)),
      gatewayActivity: await log(id),
    })
  }
  return {
    ...base,
    ends,
    paths: peering ? asked(await readPeeringPaths(azure, peering.id)) : { is: 'none' },
    routes: peering ? asked(await readPeeringRoutes(azure, peering.id)) : { is: 'none' },
    activity: await log(subject.id),
    circuitActivity: circuit ? await log(circuit.id) : { is: 'none' },
    peeringActivity: peering ? await log(peering.id) : { is: 'none' },
  }
}

const AROUND = [idOf('er-dub-eunet-1'), idOf('ERGW_MES_NEU'), PLANT]
const diagnosed = async (on: On, subject = DUBLIN) => diagnoseCircuit(await factsOf(on, subject, AROUND))
const told = ({ causes }: ReturnType<typeof diagnoseCircuit>) =>
  causes.map(({ rule, likelihood }) => `${rule}: ${likelihood}`)

describe('what is at the far end is told as its cause', () => {
  test.each<[is: PathCondition, path: 'secondary' | 'both', first: string, also?: string]>([
    ['noAnswer', 'secondary', 'Layer 2: very likely', 'VLAN ID: possible'],
    ['noAnswer', 'both', 'Layer 2: very likely', 'VLAN ID: possible'],
    ['vlan', 'secondary', 'Layer 2: very likely', 'VLAN ID: possible'],
    ['vlan', 'both', 'Layer 2: very likely', 'VLAN ID: possible'],
    ['noSession', 'secondary', 'BGP sessions: very likely', 'AS number and MD5 key: possible'],
    ['asn', 'both', 'BGP sessions: very likely', 'AS number and MD5 key: possible'],
    ['noRoutes', 'both', 'Routes: very likely'],
    ['routeLimit', 'both', 'Prefix limit: very likely'],
  ])('%s on %s', async (is, path, first, also) => {
    const on = onContoso()
    await on.emulator.control({ do: 'circuitPath', circuit: DUBLIN, path: 'both', is: 'up' })
    on.emulator.pass(600)
    const well = await diagnosed(on)
    expect(told(well)).toEqual([])
    expect(well.isUp).toBe(true)

    await on.emulator.control({ do: 'circuitPath', circuit: DUBLIN, path, is })
    const found = told(await diagnosed(on))
    expect(found[0]).toBe(first)
    if (also !== undefined) expect(found).toContain(also)

    await on.emulator.control({ do: 'circuitPath', circuit: DUBLIN, path, is: 'up' })
    on.emulator.pass(600)
    expect(told(await diagnosed(on))).toEqual([])
  })
})

test('the provider, a peering that is off, and an authorization that was deleted: each is told of the connection', async () => {
  const on = onContoso()
  const { emulator } = on
  const connection = async () => (await emulator.ask('GET', PLANT)).body.properties.connectionStatus
  await emulator.control({ do: 'circuitPath', circuit: DUBLIN, path: 'both', is: 'up' })
  expect(await connection()).toBe('Connected')
  expect(told(await diagnosed(on, PLANT))).toEqual([])

  const peering = `${DUBLIN}/peerings/AzurePrivatePeering`
  const { body } = await emulator.ask('GET', peering)
  await emulator.ask('PUT', peering, { ...body, properties: { ...body.properties, state: 'Disabled' } })
  emulator.pass(60)
  expect(await connection()).toBe('NotConnected')
  const off = await factsOf(on, PLANT, AROUND)
  expect(told(diagnoseCircuit(off))[0]).toBe('Private peering: very likely')
  expect(circuitTimeline(off, diagnoseCircuit(off)).find((one) => one.isLastChange)).toMatchObject({
    what: 'Peering changed',
  })
  await emulator.ask('PUT', peering, { ...body, properties: { ...body.properties, state: 'Enabled' } })
  emulator.pass(600)
  expect(await connection()).toBe('Connected')

  await emulator.ask('DELETE', `${DUBLIN}/authorizations/auth-plant-mes`)
  emulator.pass(60)
  expect(await connection()).toBe('NotConnected')
  expect(told(await diagnosed(on, PLANT))[0]).toBe('Authorization: very likely')
})

test('a circuit that its provider has not provisioned', async () => {
  const on = onContoso()
  const facts = await factsOf(on, idOf('er-ams-equinix-1'), [])
  const { causes, state } = diagnoseCircuit(facts)
  expect(state).toBe('It is not in service')
  expect(causes).toMatchObject([{ rule: 'Provider', side: 'provider' }])
})

test('a link of the port that is switched off', async () => {
  const on = onContoso()
  const facts = await factsOf(on, idOf('er-direct-ams-1'), [idOf('erport-ams-1')])
  expect(told(diagnoseCircuit(facts)).slice(0, 2)).toEqual([
    'Port links: very likely',
    'Layer 2: very likely',
  ])
})

test('a failover test takes the location away from the connection, until it is stopped', async () => {
  const on = onContoso()
  const { emulator } = on
  const connection = idOf('cn-er-ams-colt-1')
  const gateway = idOf('ergw-weu-prod')
  const all = [COLT, gateway, connection]
  await emulator.ask('POST', `${gateway}/startSiteFailoverTest?peeringLocation=Amsterdam`)
  emulator.pass(120)
  const { causes } = diagnoseCircuit(await factsOf(on, connection, all))
  expect(causes[0]).toMatchObject({ rule: 'Failover test and location', likelihood: 'very likely' })
  expect((await emulator.ask('GET', connection)).body.properties.connectionStatus).toBe('NotConnected')
  await emulator.ask('POST', `${gateway}/stopSiteFailoverTest`, {
    peeringLocation: 'Amsterdam',
    wasSimulationSuccessful: true,
    details: [],
  })
  emulator.pass(120)
  expect(told(diagnoseCircuit(await factsOf(on, connection, all)))).toEqual([])
})

describe('tables and counters follow the far end', () => {
  test('counters stand still while a path is down, and go on after', async () => {
    const { emulator } = onContoso()
    const stats = async () => (await emulator.ask('GET', `${DUBLIN}/stats`)).body
    const set = (is: PathCondition) =>
      emulator.control({ do: 'circuitPath', circuit: DUBLIN, path: 'primary', is })
    await set('noAnswer')
    const broken = await stats()
    expect(broken.primaryBytesIn).toBeGreaterThan(0)
    emulator.pass(600)
    expect(await stats()).toEqual(broken)
    await set('up')
    emulator.pass(60)
    expect((await stats()).primaryBytesIn).toBeGreaterThan(broken.primaryBytesIn)
  })

  test('a circuit without a private peering has no far end', async () => {
    const { emulator } = onContoso()
    await expect(
      emulator.control({ do: 'circuitPath', circuit: idOf('er-ams-equinix-1'), path: 'both', is: 'up' }),
    ).rejects.toThrow(/no private peering/)
    await expect(
      emulator.control({ do: 'circuitPath', circuit: PLANT, path: 'both', is: 'up' }),
    ).rejects.toThrow(/no circuit/)
  })
})
