import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute, withCircuitAt } from '../../../tests/support/express-route.ts'
import { circuit } from '../../../tests/support/resources.ts'
import { checksOf } from './checks-of.ts'
import { areReady } from './readiness.ts'

const URI =
  '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/er-partner'
const TAKEN = { serviceProviderProvisioningState: 'Deprovisioning', serviceProviderName: 'Megaport' }

test('a circuit of somebody else is waited for by its owner, not here', () => {
  const at = (state: string) =>
    aroundExpressRoute([circuit('erc-frankfurt', { serviceProviderProvisioningState: state })])
  const answers = withCircuitAt(goodExpressRoute(at('Provisioned')), 0, { use: 'redeemed', uri: URI })
  const known = withCircuitAt(answers, 1, { use: 'existing', existing: circuit('erc-frankfurt').id })
  expect(areReady(known, at('Provisioned'))).toBe(true)
  expect(areReady(known, at('Provisioning'))).toBe(false)
  expect(areReady(withCircuitAt(known, 1, { existing: '' }), at('Provisioned'))).toBe(false)
})

test('what the provider takes down is not promised a peering', () => {
  const { id } = circuit('er-one')
  const says = (change: object) => {
    const around = aroundExpressRoute([circuit('er-one', change)])
    const answers = withCircuitAt(goodExpressRoute(around), 0, { use: 'existing', existing: id })
    return checksOf(answers, {}, around).find(({ rule }) => rule === 'waits')?.text
  }
  expect(says({ ...TAKEN, serviceProviderProvisioningState: 'Provisioning' })).toContain('come afterwards')
  expect(says(TAKEN)).toContain('ordered again')
  expect(says(TAKEN)).not.toContain('come afterwards')
})
