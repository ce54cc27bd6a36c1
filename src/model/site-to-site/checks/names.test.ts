import { test } from 'vitest'
import { VNET } from '../../../../tests/support/surroundings.ts'
import { publicAddress, site } from '../../../../tests/support/resources.ts'
import { gate, place, expectSaid, type Case } from './said.test-support.ts'

test.each<[rule: string, ofCase: Case, text: RegExp]>([
  ['E name gateway gateway.name', { answers: gate({ name: '-vgw' }) }, /1 to 80/],
  [
    'E name network network.network',
    {
      answers: place({
        network: { is: 'new', name: 'v' },
        addressSpace: '10.1.0.0/16',
        gatewaySubnet: '10.1.0.0/27',
      }),
    },
    /2 to 64/,
  ],
  [
    'E name-taken gateway gateway.addresses.1',
    {
      beside: [publicAddress('pip-b')],
      answers: (a) => gate({ addresses: a.gateway.addresses.with(1, { is: 'new', name: 'PIP-B' }) })(a),
    },
    /^rg-net-weu has a public IP address PIP-B already/,
  ],
  [
    'E name-taken gateway gateway.addresses.1',
    {
      answers: (a) =>
        gate({ addresses: a.gateway.addresses.with(1, { is: 'new', name: 'pip-vgw-weu-1' }) })(a),
    },
    /Another public IP address of this plan/,
  ],
  [
    'E name-taken sites sites.0.name',
    {
      beside: [site('lng-onprem-9')],
      answers: (a) => ({ ...a, sites: a.sites.map((one) => ({ ...one, name: 'lng-onprem-9' })) }),
    },
    /with other settings/,
  ],
  [
    'E group network network.group',
    { answers: place({ group: { is: 'new', name: ' ' } }) },
    /name for the resource group/,
  ],
  ['E name network network.group', { answers: place({ group: { is: 'new', name: 'rg.' } }) }, /period/],
  [
    'A group-there network network.group',
    { answers: place({ group: { is: 'new', name: 'RG-net-weu' } }) },
    /RG-net-weu already/,
  ],
  [
    'E group network network.group',
    { answers: place({ group: { is: 'existing', id: '/subscriptions/x/resourceGroups/rg-net-weu' } }) },
    /another subscription/,
  ],
  [
    'E group network network.group',
    {
      answers: (a) =>
        place({ group: { is: 'existing', id: VNET.id.split('/').slice(0, 4).join('/') + '/rg-gone' } })(a),
    },
    /no resource group rg-gone/,
  ],
])('%s', expectSaid)
