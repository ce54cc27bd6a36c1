import { expect, it, test } from 'vitest'
import type { Edit } from './edit.ts'
import { canBePutBack, putBack, putBackConfirms } from './put-back.ts'

const edit = (topic: string, changes: Edit['changes'], creates?: true): Edit => ({
  is: 'edit',
  method: 'PUT',
  topic,
  id: '/gw',
  name: 'gw',
  what: 'x',
  effect: 'as it was said',
  action: '',
  holds: [],
  changes,
  ...(creates && { creates }),
})

it.each<[what: string, edit: Edit, can: boolean]>([
  ['a rule that is new', edit('nat-rules', [], true), false],
  ['a SKU with zones', edit('sku', [{ path: ['sku'], from: 'VpnGw1AZ', to: 'VpnGw2AZ' }]), true],
  ['a SKU without zones', edit('sku', [{ path: ['sku'], from: 'VpnGw1', to: 'VpnGw1AZ' }]), false],
  [
    'more bandwidth of a circuit',
    edit('circuit', [{ path: ['properties', 'bandwidthInMbps'], from: 1000, to: 2000 }]),
    false,
  ],
  [
    'data of a circuit without a meter',
    edit('circuit', [{ path: ['sku', 'family'], from: 'MeteredData', to: 'UnlimitedData' }]),
    false,
  ],
  [
    'Premium of a circuit',
    edit('circuit', [{ path: ['sku', 'tier'], from: 'Standard', to: 'Premium' }]),
    true,
  ],
  [
    'a WAN that became Standard',
    edit('wan', [{ path: ['properties', 'type'], from: 'Basic', to: 'Standard' }]),
    false,
  ],
  ['BGP', edit('bgp', [{ path: ['asn'], from: 1, to: 2 }]), true],
])('%s can be put back or not', (_, one, can) => {
  expect(canBePutBack(one)).toBe(can)
})

test('the way back says what it does itself', () => {
  const active = edit('active-active', [{ path: ['properties', 'activeActive'], from: false, to: true }])
  expect(putBack(active).effect).toMatch(/second address end/)
  expect(putBack({ ...active, changes: putBack(active).changes }).effect).toMatch(/second address again/)
  expect(putBack(edit('bgp', [])).effect).toBe('as it was said')
})

test('a name is asked for where tunnels or people are cut off', () => {
  expect(['active-active', 'point-to-site', 'bgp'].map((topic) => putBackConfirms(edit(topic, [])))).toEqual([
    'gw',
    'gw',
    undefined,
  ])
})
