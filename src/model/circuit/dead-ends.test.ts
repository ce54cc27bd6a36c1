import { expect, test } from 'vitest'
import { circuit, connection, gateway, inventory, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { circuitResiliency } from './circuit-resiliency.ts'
import { derivedResiliency } from './resiliency.ts'

const peering = (state: string) => [{ id: '/p', name: 'AzurePrivatePeering', state }]
const READY = { serviceProviderProvisioningState: 'Provisioned', peerings: peering('Enabled') }

/** Amsterdam and London on one gateway; what London and its connection say is what differs. */
test.each<[string, object, object, RegExp | undefined]>([
  ['all is well', {}, {}, undefined],
  ['a connection that is not connected', {}, { connectionStatus: 'NotConnected' }, /cn-lon is NotConnected/],
  ['one that failed', {}, { provisioningState: 'Failed' }, /cn-lon is Failed/],
  [
    'a provider that takes it down',
    { serviceProviderProvisioningState: 'Deprovisioning' },
    {},
    /the provider state of lon is Deprovisioning/,
  ],
  [
    'a peering that is off',
    { peerings: peering('Disabled') },
    {},
    /the private peering of lon is switched off/,
  ],
])('%s', (_, ofCircuit, ofConnection, dead) => {
  const ergw = gateway('ergw', { gatewayType: 'ExpressRoute' })
  const ams = circuit('ams', { ...READY, peeringLocation: 'Amsterdam' })
  const lon = circuit('lon', { ...READY, peeringLocation: 'London', ...ofCircuit })
  const to = (circuitId: string, name: string, more: object) =>
    connection(name, {
      connectionType: 'ExpressRoute',
      gateway1Id: ergw.id,
      circuitId,
      connectionStatus: 'Connected',
      ...more,
    })
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 'One' }],
    [inventory([ergw, ams, lon, to(ams.id, 'cn-ams', {}), to(lon.id, 'cn-lon', ofConnection)])],
  )
  const found = derivedResiliency(ergw, estate)
  expect(found).toMatchObject({ level: 'Maximum', verdict: dead ? 'attention' : 'healthy' })
  expect(found.sentence).toMatch(dead ?? /^Maximum: circuits in Amsterdam and London/)
  if (dead) expect(found.sentence).toMatch(/^Built for Maximum: .*That does not hold now/)
  const one = circuitResiliency(ams, estate)
  expect(one).toMatchObject({ level: 'Maximum', verdict: dead ? 'attention' : 'healthy' })
  if (dead) expect(one.sentence).toMatch(dead)
})
