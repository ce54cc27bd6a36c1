import { describe, expect, it } from 'vitest'
import { empty } from '../estates/empty.ts'
import type { Estate } from '../estates/estate.ts'
import { living } from './living.ts'
import { loadEstate } from './load-estate.ts'
import type { ResourceRow, Row } from './rows.ts'

const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw'
const estate: Estate = {
  ...empty,
  resources: [{ id, location: 'westeurope', properties: { sku: { name: 'VpnGw1AZ' } } }],
  running: [
    {
      resourceId: id,
      startedSecondsAgo: 60,
      durationSeconds: 100,
      effect: { sku: { name: 'VpnGw2AZ' } },
      shows: 'resource',
    },
  ],
}

function gatewayIn(rows: Row[]): ResourceRow {
  const row = rows.find((one) => one.kind === 'resource')
  if (row === undefined) throw new Error('no gateway')
  return row
}

describe('loadEstate', () => {
  it('gives the same rows for the same estate and time', () => {
    expect(loadEstate(estate, 5000)).toEqual(loadEstate(estate, 5000))
  })

  it('anchors what is under way to the moment of loading', () => {
    const row = gatewayIn(loadEstate(estate, 1_000_000))
    expect(living(row, 1_000_000)).toMatchObject({
      state: 'Updating',
      properties: { sku: { name: 'VpnGw1AZ' } },
    })
    expect(living(row, 1_040_000)).toMatchObject({
      state: 'Succeeded',
      properties: { sku: { name: 'VpnGw2AZ' } },
    })
  })
})
