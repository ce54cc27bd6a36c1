import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { apiVersionFor } from '../../src/azure/api-versions.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import { removalOfCreated } from '../../src/model/deployments/created.ts'
import { progressOf } from '../../src/model/deployments/progress.ts'
import type { PlanRun } from '../../src/model/deployments/run.ts'
import { isRunning } from '../../src/model/operations/operation.ts'
import { innerErrors } from '../../src/model/errors.ts'
import { CONNECTIONS, GATEWAY, PLAN, SUBNET } from '../../src/model/plan/plan.fixture.ts'
import type { Plan } from '../../src/model/plan/plan.ts'
import { deploymentId, templateOf } from '../../src/model/plan/template.ts'
import { keptList } from '../../src/queries/kept-list.ts'
import { createRuns } from '../../src/queries/runs.ts'
import { tabsOfOneBrowser } from '../support/tabs.ts'
import { idOf, onContoso, type On } from './on-contoso.ts'

// A plan carried out on the emulator: rehearsed, begun, followed, failing at each resource, left, canceled.

const KEY = 'MARKER-key-0123456789'
const OWN = idOf('vgw-weu-prod').split('/')[2] ?? ''
const OTHER = idOf('vnet-hub-neu').split('/')[2] ?? ''

/** In contoso's subscriptions. */
function moved<T>(value: T): T {
  const text = JSON.stringify(value)
    .replaceAll('11111111-1111-4111-8111-111111111111', OWN)
    .replaceAll('22222222-2222-4222-8222-222222222222', OTHER)
  return JSON.parse(text) as T
}

const plan: Plan = moved(PLAN)
const at = { gateway: moved(GATEWAY), subnet: moved(SUBNET), connections: moved(CONNECTIONS) }
const secrets = { sharedKeyMalmo1: KEY, sharedKeyMalmo2: KEY }
const network = at.subnet.replace(/\/subnets\/.*/, '')
const rehearsed = {
  id: deploymentId({ ...plan.at, name: 'check' }),
  template: templateOf(plan, apiVersionFor),
}

/** The virtual network that the plan puts its subnet into, in a group of its own. */
async function world(): Promise<On> {
  const on = onContoso()
  await on.emulator.control({ do: 'settings', speed: 'fast' })
  await on.emulator.ask('PUT', network.replace(/\/providers.*/, ''), { location: plan.location })
  await on.emulator.ask('PUT', network, {
    location: plan.location,
    properties: { addressSpace: { addressPrefixes: ['10.60.0.0/16'] } },
  })
  on.emulator.pass(60)
  return on
}

function openTab(on: On, browser = tabsOfOneBrowser(), id = 'k') {
  const tab = browser.open()
  let isClosed = false
  const azure = on.azureOf(() => isClosed)
  const ready: string[] = []
  let ended: (run: PlanRun) => void = () => undefined
  const end = new Promise<PlanRun>((resolve) => (ended = resolve))
  const runs = createRuns({
    deployments: azure.deployments,
    kept: keptList(() => tab.storage, 'runs.1', 'ann', tab.heard),
    locks: tab.locks,
    name: 'ann',
    ledger: { name: 'contract', holder: () => undefined, subscribe: () => () => undefined },
    needsSignIn: () => false,
    onReady: (ids) => ready.push(...ids),
    onEnd: (run) => ended(run),
    clock: () => on.emulator.now(),
    sleep: () => Promise.resolve(),
    newId: () => id,
  })
  runs.subscribe(() => undefined)
  return {
    runs,
    azure,
    browser,
    ready,
    /** How the run ended. */
    end,
    start: (of: Plan = plan) =>
      runs.start({
        plan: of,
        secrets,
        origin: { wizard: 'site-to-site' },
        templateFor: ({ name }) => templateOf(of, apiVersionFor, { name }),
      }),
    close() {
      isClosed = true
      tab.close()
    },
    until: (is: (run: PlanRun) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => runs.getSnapshot().some(is) && resolve()
        runs.subscribe(look)
        look()
      }),
  }
}

const states = (run: PlanRun) =>
  Object.fromEntries(
    progressOf(run).map(({ resource, progress }) => [resource.id.split('/').at(-1), progress.is]),
  )
const ALL = plan.resources.map(({ id }) => id.split('/').at(-1) ?? '')
const each = (is: string) => Object.fromEntries(ALL.map((name) => [name, is]))
const provisioned = async (on: On, id: string): Promise<unknown> =>
  (await on.emulator.ask('GET', id)).body.properties?.provisioningState

describe('a plan is rehearsed', () => {
  test('without a secret: Azure takes it, and says that all of it is new', async () => {
    const on = await world()
    await on.emulator.ask('PUT', `/subscriptions/${OWN}/resourceGroups/rg-net`, { location: plan.location })
    const deployments = await on.azure.deployments()
    expect(await deployments.validate(rehearsed)).toEqual({ ok: true, value: undefined })
    const changes = await deployments.whatIf(rehearsed)
    if (!changes.ok) throw new Error(changes.error.code)
    expect(new Set(changes.value.map(({ id, change }) => `${change} ${id.split('/').at(-1)}`))).toEqual(
      new Set(ALL.map((name) => `Create ${name}`)),
    )
    expect(await provisioned(on, at.gateway)).toBeUndefined()
  })

  test('and told what Azure would refuse, about which resource', async () => {
    const on = await world()
    await on.emulator.ask('PUT', `/subscriptions/${OWN}/resourceGroups/rg-net`, { location: plan.location })
    const deployments = await on.azure.deployments()
    const elsewhere = withGateway('"location":"swedencentral"', '"location":"moon"')
    const answer = await deployments.validate({
      ...rehearsed,
      template: templateOf(elsewhere, apiVersionFor),
    })
    if (answer.ok) throw new Error('taken')
    expect(innerErrors(answer.error)).toMatchObject([
      { code: 'LocationNotAvailableForResourceType', target: at.gateway, kind: 'invalid' },
    ])
  })
})

/** The plan with something else in the gateway's body. */
function withGateway(part: string, other: string): Plan {
  return {
    ...plan,
    resources: plan.resources.map((one) =>
      one.id === at.gateway
        ? { ...one, body: JSON.parse(JSON.stringify(one.body).replace(part, other)) as typeof one.body }
        : one,
    ),
  }
}

describe('a run', () => {
  test('makes the group and everything in it, and the key is in the sent body alone', async () => {
    const on = await world()
    const tab = openTab(on)
    tab.start()
    const run = await tab.end
    expect(run.state).toMatchObject({ is: 'succeeded' })
    expect(states(run)).toEqual(each('succeeded'))
    expect(new Set(run.created)).toEqual(new Set(plan.resources.map(({ id }) => id)))
    expect(new Set(tab.ready)).toEqual(new Set(plan.resources.map(({ id }) => id)))
    expect(await provisioned(on, at.gateway)).toBe('Succeeded')
    expect((await on.emulator.ask('GET', `${at.connections[1]}/sharedkey`)).body).toEqual({ value: KEY })
    expect([...tab.browser.items.values()].join()).not.toContain(KEY)
    expect(JSON.stringify(tab.azure.requestLog.getSnapshot())).not.toContain('MARKER')
    expect(on.sent.filter(({ body }) => JSON.stringify(body ?? '').includes(KEY))).toHaveLength(1)
  })

  test.each(plan.resources.map(({ id }) => [id.split('/').at(-1) ?? '', id] as const))(
    'says that %s failed, why, and what finished',
    async (name, id) => {
      const on = await world()
      const fault: Fault = {
        kind: 'failOperation',
        path: id,
        code: 'InternalServerError',
        message: 'An error occurred.',
      }
      await on.order(fault)
      const tab = openTab(on)
      tab.start()
      const run = await tab.end
      if (run.state.is !== 'failed') throw new Error(run.state.is)
      expect(innerErrors(run.state.error)).toMatchObject([
        { code: 'InternalServerError', target: id, correlationId: run.correlationId },
      ])
      const waits = (of: string): boolean =>
        plan.resources.some((one) => one.id === of && one.dependsOn.some((on) => on === id || waits(on)))
      expect(states(run)).toEqual(
        Object.fromEntries(
          plan.resources.map((one) => [
            one.id.split('/').at(-1),
            one.id === id ? 'failed' : waits(one.id) ? 'notBegun' : 'succeeded',
          ]),
        ),
      )
      expect(progressOf(run).find(({ resource }) => resource.id === id)?.progress).toMatchObject({
        error: { code: 'InternalServerError', target: expect.stringContaining(name) },
      })
    },
  )

  test('says what the provider of a resource refused at once', async () => {
    const tab = openTab(await world())
    tab.start(withGateway('"name":"VpnGw2AZ","tier":"VpnGw2AZ"', '"name":"VpnGw2","tier":"VpnGw2"'))
    const run = await tab.end
    if (run.state.is !== 'failed') throw new Error(run.state.is)
    expect(innerErrors(run.state.error)).toMatchObject([
      { code: 'NonAzSkusNotAllowedForVPNGateway', target: at.gateway, kind: 'invalid' },
    ])
    expect(states(run)).toMatchObject({ vgw: 'failed', 'pip-vgw-1': 'succeeded', 'cn-malmo-1': 'notBegun' })
  })

  test('is found again by the next visit when the browser was closed in the middle', async () => {
    const on = await world()
    const first = openTab(on)
    first.start()
    await first.until((run) => run.operations.length > 0)
    first.close()
    const second = openTab(on, first.browser)
    expect(second.runs.getSnapshot()).toMatchObject([{ key: 'k', state: { is: 'running' } }])
    expect(states(await second.end)).toEqual(each('succeeded'))
    expect(
      on.sent.filter(({ method, path }) => method === 'PUT' && path.includes('/deployments/')),
    ).toHaveLength(1)
  })

  test.each([
    ['answer', 'succeeded'],
    ['request', 'failed'],
  ] as const)('with its %s lost has %s', async (lost, is) => {
    const on = await world()
    await on.order({ kind: 'dropped', method: 'PUT', path: '/deployments/', lost, times: 1 })
    const tab = openTab(on)
    tab.start()
    const run = await tab.end
    expect(run.state).toMatchObject({ is })
    if (run.state.is === 'failed') expect(run.state.error.code).toBe('NoAnswer')
  })

  test('is canceled, and the gateway goes on', async () => {
    const on = await world()
    await on.emulator.control({ do: 'settings', speed: 'realistic' })
    const tab = openTab(on)
    const key = tab.start()
    await tab.until((run) =>
      run.operations.some(({ targetId, state }) => targetId === at.gateway && state === 'running'),
    )
    expect(await tab.runs.cancel(key)).toEqual({ ok: true, value: undefined })
    const run = await tab.end
    expect(run.state).toMatchObject({ is: 'failed', error: { code: 'Canceled' } })
    expect(states(run)).toMatchObject({
      vgw: expect.stringMatching(/goesOn|canceled/),
      'cn-malmo-1': 'notBegun',
    })
    expect(tab.runs.getSnapshot().filter(isRunning)).toEqual([])
    expect(await provisioned(on, at.gateway)).toBe('Updating')
  })
})

describe('what a run created', () => {
  test('is not what a second one, or a colleague, has made since', async () => {
    const on = await world()
    await on.order({ kind: 'failOperation', path: at.gateway, code: 'InternalServerError', message: 'x' })
    const tab = openTab(on)
    tab.start()
    const first = await tab.end
    expect(states(first)).toMatchObject({ vgw: 'failed', 'cn-malmo-1': 'notBegun' })
    expect(first.created).toContain(at.connections[0])
    await on.order()
    on.emulator.pass(60)

    const left = plan.resources.filter(({ id }) => id === at.gateway || at.connections.includes(id))
    const isLeft = (id: string) => left.some((one) => one.id === id)
    const next = openTab(on, tab.browser, 'k2')
    const resources = left.map((one) => ({ ...one, dependsOn: one.dependsOn.filter(isLeft) }))
    next.start({ ...plan, groups: [], resources })
    const second = await next.end
    expect(second.state).toMatchObject({ is: 'succeeded' })

    const inventories = await Promise.all([OWN, OTHER].map((id) => tab.azure.inventory(id)))
    const estate = buildEstate([], inventories)
    // Without the second run in the list it is a colleague's.
    for (const runs of [[second, first], [first]])
      expect(removalOfCreated(first, runs, estate).removals).toEqual([])
    expect(
      removalOfCreated(second, [second, first], estate)
        .removals.map(({ id }) => id)
        .sort(),
    ).toEqual([...at.connections].sort())
  })

  test('goes in the order that Azure takes it, but for what others use by now', async () => {
    const on = await world()
    const tab = openTab(on)
    tab.start()
    const run = await tab.end
    const mine = `${plan.resources.at(-1)?.id}-mine`
    await on.emulator.ask('PUT', mine, {
      location: plan.location,
      properties: {
        connectionType: 'IPsec',
        sharedKey: 'x',
        virtualNetworkGateway1: { id: at.gateway },
        localNetworkGateway2: { id: plan.resources[4]?.id },
      },
    })
    on.emulator.pass(600)
    const read = async () => {
      const inventories = await Promise.all([OWN, OTHER].map((id) => tab.azure.inventory(id)))
      return buildEstate([], inventories)
    }
    const first = removalOfCreated(run, tab.runs.getSnapshot(), await read())
    expect(first.removals.map(({ name }) => name)).toEqual(['cn-malmo-2', 'cn-malmo-1', 'lng-malmo-2'])
    expect(first.stays.map(({ name }) => name).sort()).toEqual(
      ['GatewaySubnet', 'lng-malmo-1', 'pip-vgw-1', 'pip-vgw-2', 'vgw'].sort(),
    )
    await on.emulator.ask('DELETE', mine)
    on.emulator.pass(600)

    const { removals, stays } = removalOfCreated(run, tab.runs.getSnapshot(), await read())
    expect([removals.length, stays]).toEqual([plan.resources.length, []])
    const writes = await tab.azure.writes()
    for (const removal of removals) expect(await writes.send(removal)).toMatchObject({ is: 'done' })
    expect(await provisioned(on, network)).toBe('Succeeded')
    for (const { id } of plan.resources) expect((await on.emulator.ask('GET', id)).status).toBe(404)
  })
})

describe('what somebody made between the review and the run is left as it is', () => {
  const made = {
    id: network.replace('vnet-hub', 'vnet-new'),
    type: 'Microsoft.Network/virtualNetworks',
    body: {
      location: plan.location,
      properties: {
        addressSpace: { addressPrefixes: ['10.61.0.0/16'] },
        subnets: [{ name: 'GatewaySubnet', properties: { addressPrefix: '10.61.255.0/27' } }],
      },
    },
    dependsOn: [],
    settings: '',
  }
  const withNetwork: Plan = { ...plan, resources: [made, ...plan.resources] }
  const theirs = {
    location: plan.location,
    tags: { owner: 'ann' },
    properties: {
      addressSpace: { addressPrefixes: ['10.61.0.0/16'] },
      subnets: [{ name: 'apps', properties: { addressPrefix: '10.61.0.0/24' } }],
    },
  }
  const subnet = { properties: { addressPrefix: '10.60.254.0/27' } }

  const forbidden: Fault = {
    kind: 'status',
    method: 'POST',
    path: '/whatIf',
    status: 403,
    code: 'AuthorizationFailed',
    message: 'No.',
    times: 1,
  }

  test.each([
    ['a virtual network', withNetwork, made.id, theirs, []],
    ['a virtual network, with no what-if', withNetwork, made.id, theirs, [forbidden]],
    ['a GatewaySubnet', plan, at.subnet, subnet, []],
    ['a GatewaySubnet, with no what-if', plan, at.subnet, subnet, [forbidden]],
  ] as const)('%s', async (_, of, id, body, faults) => {
    const on = await world()
    await on.emulator.ask('PUT', id, body)
    on.emulator.pass(60)
    const before = (await on.emulator.ask('GET', id)).body
    expect(before.properties.provisioningState).toBe('Succeeded')
    await on.order(...faults)
    const tab = openTab(on)
    tab.start(of)
    const run = await tab.end
    expect(run.state).toMatchObject({
      is: 'failed',
      during: 'reading',
      error: { kind: 'conflict', code: 'ThereByNow', target: id },
    })
    expect((await on.emulator.ask('GET', id)).body).toEqual(before)
    expect(on.sent.some(({ method, path }) => method === 'PUT' && path.includes('/deployments/'))).toBe(false)
  })

  test('and nothing is sent where a virtual network cannot be read', async () => {
    const on = await world()
    await on.order(forbidden, {
      kind: 'status',
      method: 'GET',
      path: '/virtualNetworks/vnet-new',
      status: 403,
      code: 'AuthorizationFailed',
      message: 'No.',
    })
    const tab = openTab(on)
    tab.start(withNetwork)
    expect((await tab.end).state).toMatchObject({
      is: 'failed',
      during: 'reading',
      error: { kind: 'forbidden' },
    })
  })

  test('where it is new, it is made also with no what-if', async () => {
    const on = await world()
    await on.order(forbidden)
    const tab = openTab(on)
    tab.start(withNetwork)
    expect((await tab.end).state).toMatchObject({ is: 'succeeded' })
  })
})
