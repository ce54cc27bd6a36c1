import { expect, test } from 'vitest'
import { circuit, connection, gateway, inventory, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { tierAdvice } from './tier-advice.ts'

test.each<[string, string, string, string, RegExp[]]>([
  ['Premium', 'Standard', 'Amsterdam', 'westeurope', [/4,000/]],
  ['Premium', 'Standard', 'Amsterdam', 'eastus', [/4,000/, /Amsterdam is in Europe and East US outside/]],
  ['Premium', 'Local', 'Amsterdam', 'northeurope', [/4,000/, /reaches West Europe alone.*North Europe/]],
  ['Standard', 'Local', 'Amsterdam', 'westeurope', []],
  ['Standard', 'Local', 'Atlanta', 'eastus', [/^No Azure region is known here to be next to Atlanta/]],
  ['Standard', 'Premium', 'Amsterdam', 'eastus', []],
  ['Local', 'Standard', 'Amsterdam', 'westeurope', []],
])('%s to %s in %s, connected in %s', (from, to, peeringLocation, location, texts) => {
  const one = circuit('er', { tier: from, peeringLocation })
  const ergw = gateway('ergw', { gatewayType: 'ExpressRoute', location })
  const cn = connection('cn', { connectionType: 'ExpressRoute', gateway1Id: ergw.id, circuitId: one.id })
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 'One' }],
    [inventory([one, ergw, cn])],
  )
  expect(tierAdvice(one, to, estate)).toEqual(texts.map((text) => expect.stringMatching(text)))
})
