import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import { gateway, network } from '../../../tests/support/resources.ts'
import { nameOfId } from '../paths.ts'
import type { Answers } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { ipv6Problem, newIpv6, spaceOfSetUp, wantsIpv6 } from './ipv6.ts'
import { planOf } from './plan-of.ts'
import { settled } from './settled.ts'
import type { Surroundings } from './surroundings.ts'

const AROUND = aroundExpressRoute([])
const started = goodExpressRoute(AROUND, {}, { setUp: 'a1b2c3d4' })

function withAddressing(
  addressing: Answers['circuits'][number]['peering']['addressing'],
  answers = started,
  around = AROUND,
): Answers {
  const circuits = answers.circuits.map((one) => ({ ...one, peering: { ...one.peering, addressing } }))
  return settled({ ...answers, circuits }, around)
}

/** Once a run has made the virtual network of the answers; and its gateway, where that came to be. */
function afterRun(answers: Answers, gatewayIs?: 'made') {
  const { plan } = planOf(answers, AROUND, 'connect')
  const [first, last] = [plan.resources[0], plan.resources.at(-1)]
  const { space, subnet } = newIpv6(answers, AROUND) ?? { space: '', subnet: '' }
  const { addressSpace, gatewaySubnet, name } = answers.gateway
  const prefixes = (...texts: string[]) => texts.filter((text) => text !== '')
  return aroundExpressRoute([
    network(nameOfId(first!.id), {
      addressPrefixes: prefixes(addressSpace, space),
      subnets: [
        {
          id: `${first!.id}/subnets/GatewaySubnet`,
          name: 'GatewaySubnet',
          addressPrefixes: prefixes(gatewaySubnet, subnet),
        },
      ],
      body: first!.body,
    }),
    ...(gatewayIs ? [gateway(name, { gatewayType: 'ExpressRoute', body: last!.body })] : []),
  ])
}

/** What is said of the virtual network, by rule and field. */
const saidOf = (answers: Answers, around: Surroundings) =>
  checksOf(answers, {}, around).flatMap(({ rule, field }) =>
    ['dual-stack', 'name-taken', 'address-space-6'].includes(rule) ? [`${rule} ${field}`] : [],
  )

/** What the new virtual network is made with. */
function networkOf(answers: Answers) {
  const { plan } = planOf(answers, AROUND, 'connect')
  return plan.resources.find(({ type }) => type === 'Microsoft.Network/virtualNetworks')?.body
}

test('a new virtual network gets a space of its own and a /64 for GatewaySubnet where a peering has IPv6', () => {
  const answers = withAddressing('both')
  const { addressSpace, gatewaySubnet } = answers.gateway
  expect(networkOf(answers)).toMatchObject({
    properties: {
      addressSpace: { addressPrefixes: [addressSpace, 'fda1:b2c3:d400::/48'] },
      subnets: [
        {
          name: 'GatewaySubnet',
          properties: { addressPrefixes: [gatewaySubnet, 'fda1:b2c3:d400:ffff::/64'] },
        },
      ],
    },
  })
  expect(checksOf(answers, {}, AROUND).map(({ rule }) => rule)).not.toContain('dual-stack')
})

test('and none where no peering has it, or has it any more', () => {
  for (const answers of [started, withAddressing('ipv4', withAddressing('both'))])
    expect(networkOf(answers)).toMatchObject({
      properties: {
        addressSpace: { addressPrefixes: [answers.gateway.addressSpace] },
        subnets: [{ properties: { addressPrefix: answers.gateway.gatewaySubnet } }],
      },
    })
})

test('a virtual network that is made without IPv6 gets none by an answer: IPv6 ends at the circuit', () => {
  const around = afterRun(started, 'made')
  const answers = withAddressing('both', started, around)
  expect(planOf(answers, around, 'connect').plan.resources).toEqual([])
  expect(wantsIpv6(answers, around)).toBe(false)
  expect(saidOf(answers, around)).toEqual(['dual-stack gateway.network'])
})

test.each([
  ['ipv4', 'both', ['dual-stack gateway.network']],
  ['both', 'ipv4', []],
  ['both', 'ipv6', []],
] as const)(
  'the gateway still to be made goes into the virtual network that was made for %s, also for %s',
  (before, after, said) => {
    const first = withAddressing(before)
    const around = afterRun(first)
    const answers = settled(
      {
        ...withAddressing(after, first, around),
        gateway: { ...first.gateway, addressSpace6: 'fd00:9::/48' },
      },
      around,
    )
    const { resources } = planOf(answers, around, 'connect').plan
    expect(resources.map(({ type }) => type)).toEqual(['Microsoft.Network/virtualNetworkGateways'])
    expect(saidOf(answers, around)).toEqual(said)
  },
)

test.each([
  ['', undefined],
  ['fd00:1::/48', undefined],
  ['fd00:1::/64', undefined],
  ['fd00:1::/65', /no room/],
  ['fd00:1::1/48', /bits after the mask/],
  ['2001:db8::/48', undefined],
  ['::/0', /neither private.* nor public/],
  ['::/64', /neither private.* nor public/],
  ['fe80::/10', /neither private.* nor public/],
  ['ff00::/8', /neither private.* nor public/],
  ['10.0.0.0/16', /no IPv6 prefix/],
  ['fd00', /no IPv6 prefix/],
])('the space %s', (text, problem) => {
  if (problem) expect(ipv6Problem(text)).toMatch(problem)
  else expect(ipv6Problem(text)).toBeUndefined()
})

test.each([
  ['a1b2c3d4', 'fda1:b2c3:d400::/48'],
  ['00000000', 'fd00::/48'],
  ['', ''],
  ['no-hex!!', ''],
])('of the set-up %s it is %s', (setUp, space) => expect(spaceOfSetUp(setUp)).toBe(space))
