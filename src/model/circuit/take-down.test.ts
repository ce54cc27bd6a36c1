import { describe, expect, test } from 'vitest'
import {
  circuit,
  connection,
  gateway,
  inventory,
  port,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { clearingOf, removalsOf } from '../edits/removal.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Resource } from '../resources/resource.ts'
import { circuitResiliency } from './circuit-resiliency.ts'
import { heldByOthers } from './held-by-others.ts'
import { linkLimit, linksOn } from './link-limit.ts'
import { takeDownSteps } from './take-down.ts'

const around = (...resources: Resource[]) =>
  buildEstate([{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }], [inventory(resources)])
const vgw = gateway('ergw', { gatewayType: 'ExpressRoute' })
const to = (one: ExpressRouteCircuit) =>
  connection(`cn-${one.name}`, { connectionType: 'ExpressRoute', gateway1Id: vgw.id, circuitId: one.id })

describe('taking down', () => {
  const er = circuit('er', {
    peerings: [
      {
        id: '/er/peerings/AzurePrivatePeering',
        name: 'AzurePrivatePeering',
        reaches: [{ id: '/er/peerings/AzurePrivatePeering/connections/gr', name: 'gr' }],
      },
      {
        id: '/er/peerings/MicrosoftPeering',
        name: 'MicrosoftPeering',
        microsoft: { prefixes: [], routeFilterId: '/rf' },
      },
    ],
  })
  const estate = around(er, vgw, to(er))

  test('says what goes first, and that the provider is before the circuit', () => {
    expect(takeDownSteps(er, estate).map(({ title, is }) => [title, is])).toEqual([
      ['Connections', 'here'],
      ['Global Reach', 'here'],
      ['Peerings', 'here'],
      ['Provider', 'elsewhere'],
      ['Circuit', 'waits'],
    ])
    expect(takeDownSteps(er, estate)[2]?.text).toMatch(/route filter stays/)
    expect(takeDownSteps(er, estate)[4]?.text).toMatch(/billed until it is deleted/)
  })

  test('is done where nothing is left; an authorization in use tells of connections that were not read', () => {
    const bare = circuit('bare', { peerings: [], serviceProviderProvisioningState: 'NotProvisioned' })
    expect(takeDownSteps(bare, around(bare)).map(({ is }) => is)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'here',
    ])
    const used = circuit('used', { authorizations: [{ id: '/a', name: 'a', useStatus: 'InUse' }] })
    expect(takeDownSteps(used, around(used))[0]).toMatchObject({
      is: 'elsewhere',
      text: expect.stringMatching(/cannot read/) as string,
    })
  })

  test.each([
    [
      'another circuit began it',
      { peerPeeringId: '/far/peerings/AzurePrivatePeering', connectionName: 'gr' },
      'here',
    ],
    ['its name there was not read', { peerPeeringId: '/far/peerings/AzurePrivatePeering' }, 'elsewhere'],
  ] as const)('waits for Global Reach: %s', (_, incoming, is) => {
    const far = circuit('far', {
      peerings: [
        {
          id: '/far/peerings/AzurePrivatePeering',
          name: 'AzurePrivatePeering',
          reachedBy: [{ id: '/in', name: 'in', ...incoming }],
        },
      ],
    })
    const steps = takeDownSteps(far, around(far))
    expect(steps[1]).toMatchObject({ is, text: expect.stringContaining('1 connection with other') as string })
    expect(steps[4]?.is).toBe('waits')
    expect(linksOn(far, around(far))).toBe(1)
  })

  test('an authorization in use by Global Reach that is read is no connection out of sight', () => {
    const gr = '/far/peerings/AzurePrivatePeering/connections/gr'
    const far = circuit('far', {
      authorizations: [{ id: '/a', name: 'a', useStatus: 'InUse', connectionId: gr }],
      peerings: [
        {
          id: '/er/peerings/AzurePrivatePeering',
          name: 'AzurePrivatePeering',
          reachedBy: [
            {
              id: '/in',
              name: 'in',
              peerPeeringId: '/far/peerings/azureprivatepeering',
              connectionName: 'gr',
            },
          ],
        },
      ],
    })
    expect(takeDownSteps(far, around(far))[0]?.is).toBe('done')
  })

  test('leaves the peerings to the end while connections of others are there, beside own ones too', () => {
    const shared = circuit('er', {
      peerings: [{ id: '/er/peerings/AzurePrivatePeering', name: 'AzurePrivatePeering' }],
      authorizations: [
        { id: '/a', name: 'a', useStatus: 'InUse', connectionId: '/subscriptions/other/x' },
        { id: '/b', name: 'b', useStatus: 'InUse', connectionId: to(er).id },
      ],
    })
    const own = around(shared, vgw, to(shared))
    expect(takeDownSteps(shared, own)[0]).toMatchObject({
      is: 'here',
      text: expect.stringMatching(/1 connection of.*1 authorization in use/) as string,
    })
    expect(takeDownSteps(shared, own)[2]?.is).toBe('waits')
    expect(clearingOf(shared, own, 'take-down').map(({ name }) => name)).toEqual(['cn-er'])
    expect(clearingOf(shared, around(shared), 'take-down')).toEqual([])
    expect(heldByOthers(shared, own)).toMatch(/^1 authorization of it is in use/)
    expect(heldByOthers(er, estate)).toBeUndefined()
  })

  test('deletes in that order, and the deletion of the circuit the same before it', () => {
    const order = ['cn-er', 'gr', 'AzurePrivatePeering', 'MicrosoftPeering']
    expect(clearingOf(er, estate, 'take-down').map(({ name }) => name)).toEqual(order)
    expect(
      clearingOf(er, estate)
        .slice(2)
        .map(({ what }) => what),
    ).toEqual(['Delete the private peering of er', 'Delete the Microsoft peering of er'])
    expect(removalsOf(er, estate, { addresses: false }).map(({ name }) => name)).toEqual([...order, 'er'])
  })
})

/** ExpressRoute document 2.1. */
describe('resiliency of a circuit', () => {
  const ams = circuit('ams', { peeringLocation: 'Amsterdam' })
  const lon = circuit('lon', { peeringLocation: 'London' })
  const metro = circuit('metro', { peeringLocation: 'Amsterdam Metro' })
  const other = circuit('other', { peeringLocation: 'Amsterdam' })
  const pair = port('pair', { peeringLocation: 'London' })
  const direct = circuit('direct', { expressRoutePortId: pair.id })
  test.each([
    ['alone', ams, [], 'Standard'],
    ['with one in London', ams, [lon], 'Maximum'],
    ['with one on a port in London', ams, [direct], 'Maximum'],
    ['with one in the same place', ams, [other], 'Standard'],
    ['with a Metro one', ams, [metro], 'Standard'],
    ['Metro', metro, [], 'High'],
    ['Metro with one in London', metro, [lon], 'High'],
  ] as const)('%s', (_, one, others, level) => {
    const all = [one, ...others]
    const found = circuitResiliency(one, around(vgw, pair, ...all, ...all.map(to)))
    expect(found.level).toBe(level)
  })

  test('two that share no gateway do not help each other, and what Azure says has the say', () => {
    expect(circuitResiliency(ams, around(ams, lon, to(ams), vgw)).level).toBe('Standard')
    const told = circuit('told', { body: { properties: { resiliencyLevel: 'Maximum' } } })
    expect(circuitResiliency(told, around(told)).level).toBe('Maximum')
  })
})

/** ExpressRoute document 1.4. */
test.each([
  ['Standard', 10_000, 10],
  ['Premium', 50, 20],
  ['Premium', 200, 25],
  ['Premium', 500, 40],
  ['Premium', 2000, 60],
  ['Premium', 10_000, 100],
])('links of a %s circuit of %d Mbps', (tier, bandwidthInMbps, links) =>
  expect(linkLimit(circuit('er', { tier, bandwidthInMbps }))).toBe(links),
)
