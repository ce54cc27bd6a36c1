import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute, tagsOf } from '../../../tests/support/express-route.ts'
import { circuit, network } from '../../../tests/support/resources.ts'
import { checksNow } from './checks-now.ts'
import { checksOf } from './checks-of.ts'
import { withoutConsent } from './consent.ts'
import { planOf } from './plan-of.ts'
import { settled } from './settled.ts'

const VNET = network('vnet-hub-weu')
const made = (name: string, change: Parameters<typeof circuit>[1] = {}) =>
  circuit(name, {
    tags: tagsOf('a1b2c3d4'),
    peerings: [],
    tier: 'Standard',
    bandwidthInMbps: 1000,
    ...change,
  })
const WAITS = { serviceProviderProvisioningState: 'Provisioning', serviceProviderName: 'Megaport' }

test('what is asked for a circuit that waits for its provider does not keep the gateway from being made', () => {
  const before = goodExpressRoute(aroundExpressRoute([VNET]), {}, { networkId: VNET.id })
  const around = aroundExpressRoute([VNET, made('erc-amsterdam'), made('erc-frankfurt', WAITS)])
  const unasked = {
    ...before,
    circuits: before.circuits.map((one) => ({
      ...one,
      peering: { ...one.peering, asn: '', md5: true },
      connection: { ...one.connection, weight: 'x' },
    })),
  }
  const answers = settled(unasked, around)
  const checks = checksOf(answers, {}, around)
  const { later } = planOf(answers, around, 'connect')
  expect(later.map(({ name }) => name)).toEqual(['erc-frankfurt'])
  const errors = (all: typeof checks) => all.filter(({ is }) => is === 'error').map(({ field }) => field)
  const asked = ['peering.asn', 'md5Key', 'connection.weight']
  expect(errors(checks)).toEqual(
    expect.arrayContaining([0, 1].flatMap((at) => asked.map((member) => `circuits.${at}.${member}`))),
  )
  // The other circuit is connected now.
  expect(errors(checksNow(checks, answers, later, 'connect'))).toEqual(
    asked.map((member) => `circuits.0.${member}`),
  )
  expect(checksNow(checks, answers, later, 'connect')).toContainEqual(
    expect.objectContaining({ rule: 'waits' }),
  )
})

test('a circuit that is still to be ordered does not keep the gateway from being made', () => {
  // The consent went with the order that was sent; of that one circuit came to be.
  const before = goodExpressRoute(aroundExpressRoute([VNET]), {}, { networkId: VNET.id })
  const around = aroundExpressRoute([VNET, made('erc-amsterdam')])
  const answers = withoutConsent(settled(before, around))
  const { plan, later } = planOf(answers, around, 'connect')
  expect(plan.resources.length).toBeGreaterThan(0)
  const errorsIn = (phase: 'order' | 'connect') =>
    checksNow(checksOf(answers, {}, around), answers, phase === 'order' ? [] : later, phase).flatMap((one) =>
      one.is === 'error' ? one.rule : [],
    )
  expect(errorsIn('order')).toEqual(['provider-ready'])
  expect(errorsIn('connect')).toEqual([])
})
