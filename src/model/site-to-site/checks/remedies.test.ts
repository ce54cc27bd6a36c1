import { describe, expect, test } from 'vitest'
import { idOf, publicAddress } from '../../../../tests/support/resources.ts'
import { goodKeys } from '../../../../tests/support/surroundings.ts'
import { checksOf } from '../checks-of.ts'
import {
  gate,
  place,
  join,
  behind,
  address,
  VGW,
  policy,
  said,
  type Case,
  onGateway,
} from './said.test-support.ts'

describe('a click puts right what it can', () => {
  test.each<[label: string, Case]>([
    ['Use VpnGw2AZ', { answers: gate({ sku: 'VpnGw2' }) }],
    ['Use Generation1', { answers: gate({ sku: 'VpnGw1AZ' }) }],
    [
      'Create another public IP address',
      { answers: (a) => gate({ addresses: a.gateway.addresses.slice(0, 1) })(a) },
    ],
    ['Use VpnGw1AZ', { answers: gate({ sku: 'Basic', generation: 'Generation1' }) }],
    ['Use 65515', { answers: gate({ bgp: true, asn: '65518' }) }],
    [
      'Create pip-vgw-weu-2 with zones 1, 2, 3 instead',
      { beside: [publicAddress('pip')], answers: address(idOf('publicIPAddresses', 'pip')) },
    ],
    ['Use 10.20.255.224/27', { answers: place({ gatewaySubnet: '10.20.0.32/27' }) }],
    ['Use 10.20.255.0/27', { answers: place({ gatewaySubnet: '10.20.255.1/27' }) }],
    [
      'Connect the site to vgw-a',
      { beside: [VGW], answers: (a) => ({ ...a, goal: { ...a.goal, gateway: 'new' } }) },
    ],
    [
      'Name it pip-b-2',
      {
        beside: [publicAddress('pip-b')],
        answers: (a) => gate({ addresses: a.gateway.addresses.with(1, { is: 'new', name: 'pip-b' }) })(a),
      },
    ],
    ['Remove 10.20.3.0/24', { answers: behind({ prefixes: ['10.90.0.0/16', '10.20.3.0/24'] }) }],
    ['Use 10.90.0.0/16', { answers: behind({ prefixes: ['10.90.0.1/16'] }) }],
    ['Turn BGP of the gateway on', { answers: behind({ bgp: true }) }],
    [
      'Use BGP',
      { goal: { devices: 2 }, answers: (a) => behind({ bgp: false }, 1)(behind({ bgp: false })(a)) },
    ],
    ['Use 45', { answers: join({ dpd: '8' }) }],
    ['Use GCMAES256 for both', { answers: policy({ ipsecIntegrity: 'SHA256' }) }],
    [
      'Turn on policy-based traffic selectors',
      { answers: join({ selectors: [{ local: ['10.20.0.0/16'], remote: ['10.90.0.0/16'] }] }) },
    ],
    ['Use static routes', { ...onGateway(), answers: behind({ bgp: true }) }],
  ])('%s', (label, ofCase) => {
    const { checks, answers, known } = said(ofCase)
    const found = checks.find(({ is, remedy }) => is === 'error' && remedy?.label === label)
    expect(checks.map(({ remedy }) => remedy?.label)).toContain(label)
    const mended = found?.remedy?.change(answers) ?? answers
    const after = checksOf(mended, goodKeys(mended), known).filter(({ is }) => is === 'error')
    expect(after).toEqual([])
  })

  test('another space for a new virtual network that a site overlaps', () => {
    const { checks, answers, known } = said({
      answers: (a) =>
        behind({ prefixes: ['10.0.3.0/24'] })(
          place({
            network: { is: 'new', name: 'vnet-x' },
            addressSpace: '10.0.0.0/16',
            gatewaySubnet: '10.0.255.224/27',
          })(a),
        ),
    })
    const found = checks.find(({ rule }) => rule === 'VAL-LNG-04')
    expect(found?.remedy?.label).toBe('Use 10.1.0.0/16 for vnet-x')
    const mended = found?.remedy?.change(answers) ?? answers
    expect(mended.network).toMatchObject({ addressSpace: '10.1.0.0/16', gatewaySubnet: '10.1.255.224/27' })
    expect(checksOf(mended, goodKeys(mended), known).filter(({ is }) => is === 'error')).toEqual([])
  })
})
