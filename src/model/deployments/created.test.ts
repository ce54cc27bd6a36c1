import { describe, expect, test } from 'vitest'
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
import type { Resource } from '../resources/resource.ts'
import { removalOfCreated } from './created.ts'
import type { DeploymentOperation } from './deployment.ts'
import type { PlanRun } from './run.ts'
import { NOW, RUNNING, error, run } from './run.fixture.ts'

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
