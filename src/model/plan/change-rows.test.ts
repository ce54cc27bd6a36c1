import { expect, test } from 'vitest'
import type { ResourceChange } from '../deployments/changes.ts'
import { changeCounts, changeRows, changeWord } from './change-rows.ts'
import type { Plan } from './plan.ts'

const S = '/subscriptions/11111111-1111-4111-8111-111111111111'
const N = `${S}/resourceGroups/rg-net-sdc/providers/Microsoft.Network`
const NETWORK = `${N}/virtualNetworks/vnet-hub-sdc`
const SUBNET = `${NETWORK}/subnets/GatewaySubnet`
const GATEWAY = `${N}/virtualNetworkGateways/vgw-sdc-prod`

const plan: Plan = {
  groups: [
    { subscriptionId: '11111111-1111-4111-8111-111111111111', name: 'rg-vpn', location: 'swedencentral' },
  ],
  at: { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg-vpn' },
  location: 'swedencentral',
  name: 's2s-vgw-sdc-prod',
  resources: [
    {
      id: SUBNET,
      type: 'Microsoft.Network/virtualNetworks/subnets',
      body: {},
      dependsOn: [],
      settings: '10.60.255.0/27',
    },
    {
      id: GATEWAY,
      type: 'Microsoft.Network/virtualNetworkGateways',
      body: {},
      dependsOn: [SUBNET],
      settings: 'VpnGw2AZ, active-active',
    },
  ],
  uses: [{ id: NETWORK, note: 'Only its new subnet is written' }],
}

test('before Azure was asked: what the plan writes is created, what it uses stays', () => {
  const rows = changeRows(plan)
  expect(rows.map(({ is, name, kind, settings }) => [changeWord(is), name, kind, settings])).toEqual([
    ['Create', 'rg-vpn', 'Resource group', 'swedencentral'],
    ['Create', 'GatewaySubnet', 'Subnet of vnet-hub-sdc', '10.60.255.0/27'],
    ['Create', 'vgw-sdc-prod', 'Virtual network gateway', 'VpnGw2AZ, active-active'],
    ['No change', 'vnet-hub-sdc', 'Virtual network', 'Only its new subnet is written'],
  ])
  expect(rows.map(({ isThere }) => isThere)).toEqual([false, false, false, true])
  expect(rows.every(({ differs }) => differs === undefined)).toBe(true)
  expect(rows[2]?.typical?.of).toBe('azure')
  expect(changeCounts(rows)).toBe('3 created, 0 modified, 0 deleted')
})

test('Azure’s word counts, and where it differs that is said', () => {
  const other = `${N}/publicIPAddresses/pip-other`
  const foreseen: ResourceChange[] = [
    { id: SUBNET.toUpperCase(), change: 'NoChange', deltas: [] },
    {
      id: NETWORK,
      change: 'Modify',
      deltas: [
        { path: 'properties.addressSpace', words: '10.0.0.0/16 to 10.1.0.0/16', noEffect: false },
        { path: 'properties.dhcpOptions', words: 'no effect', noEffect: true },
      ],
    },
    { id: other, change: 'Modify', deltas: [] },
    { id: `${N}/publicIPAddresses/pip-quiet`, change: 'NoChange', deltas: [] },
  ]
  const rows = changeRows(plan, foreseen)
  expect(rows.map(({ name, is, differs }) => [name, is, differs])).toEqual([
    ['rg-vpn', 'create', undefined],
    ['GatewaySubnet', 'none', 'It is there already, as planned: Azure would leave it as it is.'],
    ['vgw-sdc-prod', 'create', 'Azure’s forecast does not tell of it.'],
    ['vnet-hub-sdc', 'modify', 'The plan leaves it as it is; Azure would change it, as shown here.'],
    ['pip-other', 'modify', 'Azure foresees this, and the plan does not name it.'],
  ])
  expect(rows[3]?.deltas).toHaveLength(1)
})

test('what Azure foresees as planned is no difference', () => {
  const foreseen: ResourceChange[] = [SUBNET, GATEWAY].map((id) => ({ id, change: 'Create', deltas: [] }))
  expect(changeRows(plan, foreseen).map(({ differs }) => differs)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('what Azure cannot foresee is said with its reason', () => {
  const rows = changeRows(plan, [
    { id: SUBNET, change: 'Create', deltas: [] },
    { id: GATEWAY, change: 'Unsupported', deltas: [], reason: 'it depends on a value that is not known yet' },
  ])
  expect(rows[2]).toMatchObject({
    is: 'untold',
    isThere: false,
    differs:
      'Azure cannot say beforehand what it would do with it: it depends on a value that is not known yet.',
  })
})

test('what is there and failed is written again, and not said to be as planned', () => {
  const foreseen: ResourceChange[] = [
    { id: SUBNET, change: 'NoChange', deltas: [] },
    { id: GATEWAY, change: 'NoChange', deltas: [] },
    { id: NETWORK, change: 'NoChange', deltas: [] },
  ]
  const rows = changeRows(plan, foreseen, { hasFailed: (id) => id !== SUBNET })
  expect(rows.map(({ is, differs }) => [changeWord(is), differs])).toEqual([
    ['Create', undefined],
    ['No change', 'It is there already, as planned: Azure would leave it as it is.'],
    ['Write again', 'It is there, and its making failed: it is written again, as planned.'],
    ['No change', undefined],
  ])
  expect(changeCounts(rows)).toBe('1 created, 1 written again, 0 modified, 0 deleted')
  // Before Azure was asked it is known as well.
  expect(changeRows(plan, undefined, { hasFailed: (id) => id === GATEWAY })[2]).toMatchObject({ is: 'again' })
})
