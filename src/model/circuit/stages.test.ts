import { expect, test } from 'vitest'
import { buildEstate } from '../build-estate.ts'
import { circuit, connection, inventory, port } from '../../../tests/support/resources.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { handOffText } from './hand-off.ts'
import { currentStage, isAwaited, isBeingSetUp, type Stage, stagesOf } from './stages.ts'

const of = (one: ExpressRouteCircuit, links: (string | undefined)[] = []) => {
  const own = port('port', {
    links: links.map((adminState, index) => ({ name: `link${index + 1}`, adminState })),
  })
  const placed = links.length === 0 ? one : { ...one, expressRoutePortId: own.id }
  return stagesOf(placed, buildEstate([], [inventory([placed, own])]))
}
const states = (stages: Stage[]) => stages.map(({ is }) => is)

/** ExpressRoute document 2.6. */
test.each<[string, Partial<ExpressRouteCircuit>, Stage['is'][], RegExp]>([
  [
    'not made yet',
    {
      circuitProvisioningState: 'Enabling',
      serviceProviderProvisioningState: 'NotProvisioned',
      peerings: [],
    },
    ['current', 'later', 'later', 'later'],
    /making it \(Enabling\)/,
  ],
  [
    'failed',
    {
      circuitProvisioningState: 'Disabled',
      provisioningState: 'Failed',
      serviceProviderProvisioningState: 'NotProvisioned',
      peerings: [],
    },
    ['broken', 'later', 'later', 'later'],
    /could not make it/,
  ],
  [
    'waiting',
    { serviceProviderProvisioningState: 'NotProvisioned', peerings: [] },
    ['done', 'current', 'later', 'later'],
    /given the service key/,
  ],
  [
    'at the provider',
    { serviceProviderProvisioningState: 'Provisioning', peerings: [] },
    ['done', 'current', 'later', 'later'],
    /is provisioning it/,
  ],
  [
    'waiting, with a note that may mean anything',
    {
      serviceProviderProvisioningState: 'NotProvisioned',
      serviceProviderNotes: ' We build it on 3 June. ',
      peerings: [],
    },
    ['done', 'current', 'later', 'later'],
    /given the service key.*\(NotProvisioned\)\.$/,
  ],
  [
    'taken down',
    { serviceProviderProvisioningState: 'Deprovisioning' },
    ['done', 'broken', 'done', 'later'],
    /takes it down/,
  ],
  ['without peering', { peerings: [] }, ['done', 'done', 'current', 'later'], /VLAN, two subnets/],
  [
    'peering off',
    { peerings: [{ id: '/p', name: 'azureprivatepeering', state: 'Disabled' }] },
    ['done', 'done', 'broken', 'later'],
    /switched off/,
  ],
  ['without connection', {}, ['done', 'done', 'done', 'current'], /joins it to the ExpressRoute gateway/],
])('%s', (_, change, expected, text) => {
  const stages = of(circuit('er', change))
  expect(states(stages)).toEqual(expected)
  expect(currentStage(stages)?.text).toMatch(text)
})

test('a note that may mean anything is quoted by itself while the provider is awaited, and at no other time', () => {
  const note = (serviceProviderProvisioningState: string) =>
    of(
      circuit('er', { serviceProviderProvisioningState, serviceProviderNotes: ' We build it on 3 June. ' }),
    )[1]?.note
  expect(note('NotProvisioned')).toBe('Colt writes: “We build it on 3 June.” Ask Colt if that is not clear.')
  expect([note('Provisioning'), note('Provisioned'), note('Deprovisioned')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('connections that failed join it to nothing, whatever else is there', () => {
  const one = circuit('er')
  const of = (...states: string[]) => {
    const joined = states.map((provisioningState, index) =>
      connection(`cn-${index}`, { circuitId: one.id, provisioningState }),
    )
    const estate = buildEstate([], [inventory([one, ...joined])])
    return [stagesOf(one, estate).at(-1), isBeingSetUp(one, estate)] as const
  }
  expect(of('Failed')).toMatchObject([
    { is: 'broken', text: expect.stringContaining('could not make cn-0') },
    true,
  ])
  expect(of('Failed', 'Failed')[0]?.text).toContain('could not make 2 connections')
  expect(of('Failed', 'Succeeded')).toMatchObject([
    { is: 'done', text: expect.stringMatching(/^1 connection leads/) },
    false,
  ])
})

test('on an own port the links stand in for the provider', () => {
  const direct = circuit('er', { serviceProviderProvisioningState: undefined, peerings: [] })
  expect(of(direct, ['Enabled', 'Disabled'])[1]).toMatchObject({
    title: 'Port',
    is: 'current',
    text: '1 of 2 links of its port is switched on.',
  })
  expect(of(direct, ['Enabled', 'Enabled'])[1]).toMatchObject({ is: 'done' })
})

test.each([
  [circuit('er', { serviceProviderProvisioningState: 'NotProvisioned' }), true],
  [circuit('er', { serviceProviderProvisioningState: 'Deprovisioning' }), true],
  [circuit('er', { serviceProviderProvisioningState: 'Provisioned' }), false],
  [circuit('er', { serviceProviderProvisioningState: undefined, expressRoutePortId: '/port' }), false],
  [port('p', { links: [{ name: 'link1', adminState: 'Enabled' }, { name: 'link2' }] }), true],
  [port('p', { links: [{ name: 'link1', adminState: 'Enabled' }] }), false],
  [port('p', { links: [] }), true],
])('what others have yet to do: %#', (resource, awaited) => expect(isAwaited(resource)).toBe(awaited))

test('the order holds what a provider needs, and the key', () => {
  const text = handOffText(
    circuit('er-1', {
      serviceKey: 'key-1',
      peeringLocation: 'Amsterdam',
      bandwidthInMbps: 500,
      peerings: [],
    }),
  )
  expect(text).toContain('Service key: key-1')
  expect(text).toMatch(/Provider: Colt\nPeering location: Amsterdam\nBandwidth: 500/)
  expect(text).toContain('VLAN ID, private peering: to be agreed')
  const more = handOffText(circuit('er-1', { peerings: [] }), {
    vlan: '310',
    contact: ' Ana, +31 20 555 0114 ',
  })
  expect(more).toContain('VLAN ID, private peering: 310, to be agreed')
  expect(more).not.toMatch(/AS number|Subnets/)
  const meant = handOffText(circuit('er-1', { peerings: [] }), {
    asn: '65010',
    links: ['172.16.0.0/30', '172.16.0.4/30', 'fd00:16::/126', 'fd00:16::4/126'],
  })
  expect(meant).toContain('AS number at our end: 65010')
  expect(meant).toContain(
    'Subnets of the links: 172.16.0.0/30 (primary) and 172.16.0.4/30 (secondary), fd00:16::/126 (primary) and fd00:16::4/126 (secondary)',
  )
  expect(meant).not.toContain('Microsoft peering')
  const both = handOffText(circuit('er-1', { peerings: [] }), { microsoftVlan: '311' })
  expect(both).toContain('VLAN ID, Microsoft peering: 311, to be agreed')
  const there = handOffText(
    circuit('er-1', {
      peerings: [
        {
          id: 'p',
          name: 'AzurePrivatePeering',
          peerASN: 65020,
          primaryPrefix: '10.1.0.0/30',
          secondaryPrefix: '10.1.0.4/30',
        },
      ],
    }),
    { asn: '65010', links: ['x', 'y'] },
  )
  expect(there).toContain('AS number at our end: 65020')
  expect(there).toContain('10.1.0.0/30 (primary) and 10.1.0.4/30 (secondary)')
  expect(more).toContain('Contact: Ana, +31 20 555 0114')
})

test.each([
  ['NotProvisioned', true],
  ['Provisioned', true],
  ['Deprovisioning', false],
])('a circuit without connection that is %s is being set up: %s', (state, expected) => {
  const one = circuit('er', { serviceProviderProvisioningState: state })
  expect(isBeingSetUp(one, buildEstate([], [inventory([one])]))).toBe(expected)
})
