import { expect, test } from 'vitest'
import { readUsages } from '../../src/azure/surroundings.ts'
import { idOf, onContoso, type On } from './on-contoso.ts'

const ADDRESS = idOf('pip-vgw-weu-depots-2')
const subscriptionId = ADDRESS.split('/')[2] ?? ''

async function standard({ azure }: On, region: string): Promise<number> {
  const read = await readUsages(azure, { subscriptionId, region })
  if (!read.ok) throw new Error(read.error.code)
  const found = read.value.find(({ name }) => name === 'StandardSkuPublicIpAddresses')
  expect(found?.limit).toBeGreaterThan(found?.used ?? 0)
  return found?.used ?? 0
}

test('public IP addresses of a region are counted as they come', async () => {
  const on = onContoso()
  const [here, elsewhere] = [await standard(on, 'westeurope'), await standard(on, 'norwayeast')]
  expect([here > 0, elsewhere]).toEqual([true, 0])
  await on.emulator.ask('PUT', ADDRESS.replace(/[^/]+$/, 'pip-new'), {
    location: 'westeurope',
    sku: { name: 'Standard' },
    zones: ['1', '2', '3'],
    properties: { publicIPAllocationMethod: 'Static' },
  })
  on.emulator.pass(60)
  expect([await standard(on, 'westeurope'), await standard(on, 'norwayeast')]).toEqual([here + 1, 0])
})
