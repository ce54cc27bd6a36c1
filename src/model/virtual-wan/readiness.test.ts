import { expect, test } from 'vitest'
import { hub as virtualHub } from '../../../tests/support/resources.ts'
import { hubStates, isRouted } from './readiness.ts'

test.each([
  ['Succeeded', 'Provisioned', 'Standard', 'healthy', 'healthy', true],
  ['Succeeded', 'Provisioning', 'Standard', 'healthy', 'inProgress', false],
  ['Updating', 'Provisioned', 'Standard', 'inProgress', 'healthy', true],
  ['Failed', 'Provisioned', 'Standard', 'attention', 'healthy', true],
  ['Succeeded', 'Failed', 'Standard', 'healthy', 'attention', false],
  ['Succeeded', 'None', 'Basic', 'healthy', 'healthy', true],
  ['Succeeded', 'None', 'Standard', 'healthy', 'unknown', false],
  ['Succeeded', 'Rebalancing', 'Standard', 'healthy', 'unknown', false],
] as const)(
  '%s with a router that is %s, of a %s hub',
  (provisioningState, routingState, sku, own, router, routed) => {
    const hub = virtualHub('h', { provisioningState, routingState, sku })
    expect(hubStates(hub).map(({ verdict }) => verdict)).toEqual([own, router])
    expect(isRouted(hub)).toBe(routed)
  },
)

test('a hub that says Succeeded while its router is on its way tells what waits for it', () => {
  const [, router] = hubStates(
    virtualHub('h', { provisioningState: 'Succeeded', routingState: 'Provisioning' }),
  )
  expect(router.meaning).toMatch(/although the hub says Succeeded.*refuses virtual network connections/)
})

test('where a router is reset is said: this app cannot', () => {
  const [, router] = hubStates(virtualHub('h', { provisioningState: 'Succeeded', routingState: 'Failed' }))
  expect(router.meaning).toContain('in the Azure portal')
})
