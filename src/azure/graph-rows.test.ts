import { expect, test } from 'vitest'
import { wireFromGraph } from './graph-rows.ts'
import { networkId } from './scripted.ts'

test('a row reads as a list of ARM has it', () => {
  const id = networkId('p2sVpnGateways', 'people', 'Net-RG')
  const row = {
    id,
    name: 'people',
    type: 'microsoft.network/p2svpngateways',
    resourceGroup: 'net-rg',
    subscriptionId: 's',
    tenantId: 't',
    kind: '',
    sku: null,
    tags: { env: 'prod' },
    properties: { provisioningState: 'Succeeded' },
  }
  expect(wireFromGraph(row)).toEqual({
    id,
    name: 'people',
    type: 'Microsoft.Network/p2sVpnGateways',
    tags: { env: 'prod' },
    properties: { provisioningState: 'Succeeded' },
  })
})

test('a type nobody knows stays as it is', () => {
  expect(wireFromGraph({ id: '/x', type: 'microsoft.other/things' }).type).toBe('microsoft.other/things')
})
