import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import type { Answers } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { ipv6Problem, spaceOfSetUp } from './ipv6.ts'
import { planOf } from './plan-of.ts'
import { settled } from './settled.ts'

const AROUND = aroundExpressRoute([])
const started = goodExpressRoute(AROUND, {}, { setUp: 'a1b2c3d4' })

function withAddressing(
  addressing: Answers['circuits'][number]['peering']['addressing'],
  answers = started,
): Answers {
  const circuits = answers.circuits.map((one) => ({ ...one, peering: { ...one.peering, addressing } }))
  return settled({ ...answers, circuits }, AROUND)
}

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

test.each([
  ['', undefined],
  ['fd00:1::/48', undefined],
  ['fd00:1::/64', undefined],
  ['fd00:1::/65', /no room/],
  ['fd00:1::1/48', /bits after the mask/],
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
