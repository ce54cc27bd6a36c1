import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import { removalOfCreated } from '../../src/model/deployments/created.ts'
import type { Plan } from '../../src/model/plan/plan.ts'
import { OWN, OTHER, plan, at, network, world, openTab, states, provisioned } from './plan-on-contoso.ts'

// What a run has made, and what was there before it.

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
