// Long because: it is one story of runs and what may be taken back, on one made-up plan.
import { describe, expect, it, test } from 'vitest'
import {
  circuit,
  connection,
  gateway,
  inventory,
  network,
  publicAddress,
  site,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { HubError } from '../errors.ts'
import type { OperationState } from '../operations/operation.ts'
import { CONNECTIONS, GATEWAY, PLAN, SUBNET } from '../plan/plan.fixture.ts'
import type { Resource } from '../resources/resource.ts'
import { changesOf, createdIn } from './changes.ts'
import { removalOfCreated } from './created.ts'
import type { DeploymentOperation } from './deployment.ts'
import { gatewayTurn, progressOf, runHeadline, timeLeft, toGoWords } from './progress.ts'
import { type PlanRun, readyWords, runPath } from './run.ts'

const NOW = 1_000_000
const RUNNING: OperationState = { is: 'running', step: 'running' }
const error = (code: string): HubError => ({ kind: 'invalid', code, message: '', details: [] })

function run(change: Partial<PlanRun> = {}): PlanRun {
  return {
    key: 'k 1',
    by: 'deployment',
    id: '/d',
    name: 'd',
    startedAt: 1,
    origin: { wizard: 'site-to-site' },
    groups: PLAN.groups,
    resources: PLAN.resources,
    uses: [],
    operations: [],
    state: RUNNING,
    ...change,
  }
}

describe('what-if', () => {
  const change = (changeType: string, more = {}) => ({ resourceId: `/${changeType}`, changeType, ...more })

  it('says what becomes of each resource; what it does not touch is left out', () => {
    const changes = changesOf({
      status: 'Succeeded',
      properties: {
        changes: [
          change('Create', { after: {} }),
          change('Ignore'),
          change('NoChange'),
          change('Unsupported', { unsupportedReason: 'a reference()' }),
          change('Later'),
          { changeType: 'Create' },
        ],
      },
    })
    expect(changes).toEqual([
      { id: '/Create', change: 'Create', deltas: [] },
      { id: '/NoChange', change: 'NoChange', deltas: [] },
      { id: '/Unsupported', change: 'Unsupported', deltas: [], reason: 'a reference()' },
      { id: '/Later', change: 'Unsupported', deltas: [] },
    ])
    expect(createdIn(changes)).toEqual(['/Create'])
  })

  it.each<[object, string, string]>([
    [
      { path: 'properties.sku.name', propertyChangeType: 'Modify', before: 'A', after: 'B' },
      'properties.sku.name',
      'A to B',
    ],
    [{ path: 'zones', propertyChangeType: 'Create', after: ['1'] }, 'zones', 'added: ["1"]'],
    [{ path: 'tags', propertyChangeType: 'Delete', before: { a: 1 } }, 'tags', 'taken away: {"a":1}'],
    [{ path: 'etag', propertyChangeType: 'NoEffect' }, 'etag', 'no effect'],
    [{ path: 'asn', propertyChangeType: 'Modify', before: null, after: 0 }, 'asn', 'none to 0'],
    [
      { path: 'properties.sharedKey', propertyChangeType: 'Modify', before: 'old', after: 'new' },
      'properties.sharedKey',
      'shared key, not shown',
    ],
    [
      {
        path: 'properties.list',
        propertyChangeType: 'Array',
        children: [
          {
            path: '0',
            propertyChangeType: 'Modify',
            children: [{ path: 'name', propertyChangeType: 'Create', after: 'x' }],
          },
        ],
      },
      'properties.list[0].name',
      'added: x',
    ],
  ])('%j', (delta, path, words) => {
    const [changed] = changesOf({ changes: [change('Modify', { delta: [delta] })] })
    expect(changed?.deltas).toMatchObject([{ path, words }])
  })

  it('is nothing where the answer is none', () => {
    expect([changesOf(undefined), changesOf('x'), changesOf({ properties: { changes: {} } })]).toEqual([
      [],
      [],
      [],
    ])
  })
})

describe('the progress of a run', () => {
  const named = (of: PlanRun) =>
    progressOf(of).map(({ resource, progress }) => {
      const name = resource.id.split('/').at(-1)
      return progress.is === 'waiting'
        ? `${name} waits for ${progress.on.map(({ id }) => id.split('/').at(-1)).join()}`
        : `${name} ${progress.is}`
    })
  const operation = (targetId: string, state: DeploymentOperation['state'], more = {}) => ({
    targetId,
    state,
    ...more,
  })
  const ips = PLAN.resources.slice(1, 3).map(({ id }) => id.toUpperCase())
  const before = [
    operation(SUBNET, 'succeeded', { took: 8000 }),
    ...ips.map((id) => operation(id, 'succeeded')),
  ]

  it('says what each waits for, and since when what runs does', () => {
    const of = run({ operations: [...before, operation(GATEWAY, 'running', { at: 900_000, took: 100_000 })] })
    expect(named(of)).toEqual([
      'GatewaySubnet succeeded',
      'pip-vgw-1 succeeded',
      'pip-vgw-2 succeeded',
      'vgw running',
      'lng-malmo-1 waits for ',
      'lng-malmo-2 waits for ',
      'cn-malmo-1 waits for vgw,lng-malmo-1',
      'cn-malmo-2 waits for vgw,lng-malmo-2',
    ])
    expect(progressOf(of)[3]?.progress).toEqual({ is: 'running', since: 800_000 })
    expect(progressOf(of)[0]?.progress).toEqual({ is: 'succeeded', took: 8000 })
    expect([readyWords(of), runHeadline({ ...of, canceling: true })]).toEqual([
      '3 of 8 resources are ready',
      'Azure is canceling the deployment',
    ])
  })

  it('says what is left to wait: of what runs the rest, and what comes after it', () => {
    const typicalOf = ({ id }: { id: string }) => {
      const length = id === GATEWAY ? 1_000_000 : CONNECTIONS.includes(id) ? 50_000 : 10_000
      return { from: length, to: length * 2, of: 'azure' as const }
    }
    const of = run({ operations: [...before, operation(GATEWAY, 'running', { at: 900_000, took: 100_000 })] })
    expect(timeLeft(of, NOW, typicalOf)).toEqual({ from: 850_000, to: 1_900_000, of: 'azure' })
    expect(
      timeLeft({ ...of, state: { is: 'succeeded', by: 'answer', at: 1 } }, NOW, typicalOf),
    ).toBeUndefined()
  })

  it('says what a wait is worth in the demo, which is faster than Azure', () => {
    const left = { from: 1_500_000, to: 1_500_000 }
    expect([
      toGoWords({ ...left, of: 'azure' }, false),
      toGoWords({ ...left, of: 'azure' }, true),
      toGoWords({ ...left, of: 'browser' }, true),
    ]).toEqual([
      'about 25\u2009min to go',
      'Azure would take about 25\u2009min more, the demo is faster',
      'about 25\u2009min to go',
    ])
  })

  it('knows whether a gateway is begun, is to come, or is none of it', () => {
    const turnOf = (change: Parameters<typeof run>[0]) => gatewayTurn(run(change))
    expect([
      turnOf({ operations: before }),
      turnOf({ operations: [operation(GATEWAY, 'running', { at: 5 })] }),
      turnOf({ operations: [operation(GATEWAY, 'succeeded')] }),
      turnOf({ resources: PLAN.resources.slice(0, 2) }),
    ]).toEqual(['toCome', 'begun', 'none', 'none'])
  })

  it('says after an end what failed, what goes on, and what was never begun', () => {
    const of = run({
      state: { is: 'failed', error: error('Canceled'), during: 'sending', at: NOW },
      operations: [
        ...before,
        operation(GATEWAY, 'running', { at: 5, took: 2 }),
        operation(PLAN.resources[4]?.id ?? '', 'failed', { error: error('X') }),
        operation(PLAN.resources[5]?.id ?? '', 'canceled'),
      ],
    })
    expect(named(of).slice(3)).toEqual([
      'vgw goesOn',
      'lng-malmo-1 failed',
      'lng-malmo-2 canceled',
      'cn-malmo-1 notBegun',
      'cn-malmo-2 notBegun',
    ])
    expect(runHeadline(of)).toBe('Canceled: 3 of 8 resources are ready')
  })

  it('says that it was not sent, whoever ended it', () => {
    for (const code of ['PageLeft', 'Canceled'])
      expect(
        runHeadline(run({ state: { is: 'failed', error: error(code), during: 'reading', at: NOW } })),
      ).toBe('The deployment was not sent')
  })

  it('has all of it where the deployment succeeded, whatever its list says', () => {
    const of = run({ state: { is: 'succeeded', by: 'answer', at: NOW } })
    expect(new Set(progressOf(of).map(({ progress }) => progress.is))).toEqual(new Set(['succeeded']))
    expect([readyWords(of), runHeadline(of)]).toEqual([
      '8 of 8 resources are ready',
      'All 8 resources are ready',
    ])
  })

  it('is shown by its wizard', () => {
    expect(runPath(run())).toBe('/create/site-to-site/deploy?run=k%201')
  })
})

describe('taking back what a run created', () => {
  const subnetId = `${network('vnet').id}/subnets/GatewaySubnet`
  const vgw = gateway('vgw', {
    ipConfigurations: [{ name: 'a', subnetId, publicIPAddressId: publicAddress('pip').id }],
  })
  const vnet = network('vnet', {
    subnets: [{ id: subnetId, name: 'GatewaySubnet', addressPrefixes: [] }],
    body: {
      properties: {
        subnets: [
          { id: subnetId, properties: { ipConfigurations: [{ id: `${vgw.id}/ipConfigurations/a` }] } },
        ],
      },
    },
  })
  const pip = publicAddress('pip')
  const lng = site('lng')
  const cn = connection('cn')
  const estateOf = (...resources: Resource[]) =>
    buildEstate(
      [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
      [inventory(resources)],
    )
  const made = (ids: string[], dependsOn: Record<string, string[]>) =>
    ids.map((id) => ({ id, type: '', settings: '', dependsOn: dependsOn[id] ?? [] }))
  const all = [subnetId, pip.id, vgw.id, lng.id, cn.id]
  const ended = run({
    state: { is: 'failed', error: error('X'), during: 'sending', at: 1 },
    resources: made(all, { [vgw.id]: [subnetId, pip.id], [cn.id]: [vgw.id, lng.id] }),
    created: all,
    operations: all.map((targetId) => ({ targetId, state: 'succeeded', at: NOW })),
  })
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)

  test('deletes in the order that Azure takes it', () => {
    const { removals, stays, consequences } = removalOfCreated(
      ended,
      [ended],
      estateOf(vnet, pip, vgw, lng, cn),
    )
    expect(names(removals)).toEqual(['cn', 'vgw', 'pip', 'lng', 'GatewaySubnet'])
    expect(stays).toEqual([])
    expect(removals.at(-1)).toMatchObject({
      method: 'DELETE',
      action: 'Microsoft.Network/virtualNetworks/subnets/delete',
      holds: [vnet.key],
    })
    expect(removals[0]?.holds).toEqual([cn.key, vgw.key])
    expect(consequences).toMatchObject({
      drops: 'All traffic through what is deleted, for good.',
      after: 'The resource group rg-net stays.',
    })
  })

  test('touches nothing that was there before, or is not there', () => {
    const { removals, consequences } = removalOfCreated(
      { ...ended, created: [pip.id.toUpperCase(), cn.id] },
      [],
      estateOf(vnet, pip, lng),
    )
    expect(names(removals)).toEqual(['pip'])
    expect(consequences.after).toContain(
      'What was there before the run, or was not begun by it, is not touched.',
    )
  })

  test('leaves what others use by now, and what that stands on', () => {
    const other = connection('other', { localNetworkGatewayId: site('else').id })
    const { removals, stays } = removalOfCreated(ended, [ended], estateOf(vnet, pip, vgw, lng, cn, other))
    expect(names(removals)).toEqual(['cn', 'lng'])
    expect(stays.map(({ name, note }) => `${name}: ${note}`).sort()).toEqual([
      'GatewaySubnet: a uses it',
      'pip: vgw uses it',
      'vgw: other uses it',
    ])
  })

  test('leaves a gateway of a hub that has a connection of another, and a circuit with a peering of another', () => {
    const gatewayId = vgw.id.replace('virtualNetworkGateways', 'expressRouteGateways')
    const connectionId = `${gatewayId}/expressRouteConnections/cn`
    const er = circuit('erc')
    const peeringId = er.peerings[0]?.id ?? ''
    const hubGateway: Resource = {
      ...cn,
      kind: 'expressRouteGateway',
      id: gatewayId,
      key: gatewayId.toLowerCase(),
      name: 'vgw',
      allowNonVirtualWanTraffic: false,
      connectionIds: [],
    }
    const hubConnection: Resource = {
      ...cn,
      kind: 'expressRouteConnection',
      id: connectionId,
      key: connectionId.toLowerCase(),
      gatewayId,
      circuitPeeringId: peeringId,
      enableInternetSecurity: false,
    }
    const estate = estateOf(hubGateway, hubConnection, er)
    const of = (...ids: string[]) => {
      const own = { ...ended, resources: made(ids, {}), created: ids, operations: begun(...ids) }
      return removalOfCreated(own, [own], estate)
    }
    expect(of(gatewayId, er.id).stays.map(({ name, note }) => `${name}: ${note}`)).toEqual([
      'vgw: cn, which this run did not create, is in it',
      'erc: AzurePrivatePeering, which this run did not create, is in it',
    ])
    const whole = of(er.id, gatewayId, connectionId, peeringId)
    expect(names(whole.removals)).toEqual(['cn', 'erc', 'vgw'])
    expect(of(connectionId).consequences.drops).toBe('All traffic through what is deleted, for good.')
  })

  const begun = (...ids: string[]): DeploymentOperation[] =>
    ids.map((targetId) => ({ targetId, state: 'succeeded', at: NOW }))
  const failedAt: DeploymentOperation = { targetId: vgw.id, state: 'failed', at: NOW, error: error('X') }

  test('leaves what it never began: another has made it, and what that uses stays too', () => {
    const first = { ...ended, operations: begun(subnetId, pip.id, lng.id, vgw.id) }
    const { removals, stays, consequences } = removalOfCreated(
      first,
      [first],
      estateOf(vnet, pip, vgw, lng, cn),
    )
    expect(removals).toEqual([])
    expect(stays.map(({ name, note }) => `${name}: ${note}`).sort()).toEqual([
      'GatewaySubnet: a uses it',
      'lng: cn uses it',
      'pip: vgw uses it',
      'vgw: cn uses it',
    ])
    expect(consequences.after).toContain('or was not begun by it, is not touched.')
  })

  test('nothing goes of a run that began nothing', () => {
    const none = { ...ended, operations: [] }
    const estate = estateOf(vnet, pip, vgw, lng, cn)
    expect(removalOfCreated(none, [none], estate)).toMatchObject({ removals: [], stays: [] })
  })

  test.each<[string, Partial<PlanRun>]>([
    ['has begun', { state: ended.state, operations: begun(cn.id.toUpperCase()) }],
    ['is about to begin', { state: RUNNING, resources: made([cn.id], {}) }],
    [
      'has made, though Azure lists it no more',
      { state: { is: 'succeeded', by: 'answer', at: NOW }, resources: made([cn.id], {}) },
    ],
  ])('leaves what a later run %s', (_, change) => {
    const later = run({ key: 'k 2', name: 'second', startedAt: 2, resources: [], ...change })
    const estate = estateOf(vnet, pip, vgw, lng, cn)
    const { removals, stays } = removalOfCreated(ended, [later, ended], estate)
    expect(removals).toEqual([])
    expect(stays.find(({ name }) => name === 'cn')?.note).toBe(
      'a later deployment, second, made or changed it',
    )
    // Of the later one, the earlier has no say.
    const own = {
      ...later,
      state: ended.state,
      created: [cn.id],
      operations: begun(cn.id),
      resources: made([cn.id], {}),
    }
    expect(names(removalOfCreated(own, [own, ended], estate).removals)).toEqual(['cn'])
  })

  test('leaves what failed in it and works now, and what is of a later creation', () => {
    const mended = { ...cn, body: { properties: { provisioningState: 'Succeeded' } } }
    const broken = { ...cn, body: { properties: { provisioningState: 'Failed' } } }
    const failed = {
      ...ended,
      operations: [...begun(subnetId, pip.id, vgw.id, lng.id), { ...failedAt, targetId: cn.id }],
    }
    const of = (one: Resource) => removalOfCreated(failed, [failed], estateOf(vnet, pip, vgw, lng, one))
    expect(names(of(mended).removals)).toEqual([])
    expect(of(mended).stays).toContainEqual({
      id: cn.id,
      name: 'cn',
      note: 'it failed in this run, and was made or mended since',
    })
    expect(names(of(broken).removals)).toContain('cn')

    const anew = { ...lng, body: { systemData: { createdAt: new Date(NOW + 3_600_000).toISOString() } } }
    expect(names(removalOfCreated(ended, [ended], estateOf(vnet, pip, vgw, anew, cn)).stays)).toEqual(['lng'])
    const own = { ...lng, body: { systemData: { createdAt: new Date(NOW - 5000).toISOString() } } }
    expect(removalOfCreated(ended, [ended], estateOf(vnet, pip, vgw, own, cn)).stays).toEqual([])
  })

  test('a virtual network stays with the subnet of it that stays', () => {
    const all = [vnet.id, subnetId]
    const of = {
      ...ended,
      resources: made(all, { [subnetId]: [vnet.id] }),
      created: all,
      operations: begun(...all),
    }
    const later = run({
      key: 'k 2',
      name: 'second',
      startedAt: 2,
      resources: [],
      operations: begun(subnetId),
    })
    const { removals, stays } = removalOfCreated(of, [of, later], estateOf({ ...vnet, body: {} }))
    expect([removals, stays.map(({ note }) => note).at(-1)]).toEqual([[], 'GatewaySubnet is in it'])
  })
})
