import { expect, test } from 'vitest'
import { hubGateway, linkFact } from '../../../../tests/support/branch-why-facts.ts'
import type { P2sVpnGateway } from '../../resources/virtual-wan.ts'
import type { JudgedLink } from './link-findings.ts'
import { clientGatewayFindings, siteGatewayFindings } from './vpn-findings.ts'

// Virtual WAN document, section 15.1.
test.each<[what: string, link: JudgedLink, finds: string[]]>([
  ['up on both instances', linkFact('Connected', 'both'), []],
  ['up on one', linkFact('Connected', 'one'), ['VW-009']],
  ['up, and the instances were not told', linkFact('Connected', 'unread'), []],
  ['down', linkFact('NotConnected', 'none'), ['VW-010']],
  [
    'a weak policy',
    linkFact('Connected', 'both', {
      ipsecPolicies: [{ ikeEncryption: 'DES3', ipsecEncryption: 'GCMAES256' }],
    }),
    ['VW-012'],
  ],
  ['no PFS', linkFact('Connected', 'both', { ipsecPolicies: [{ pfsGroup: 'None' }] }), ['VW-012']],
  ['IKEv1', linkFact('Connected', 'both', { protocol: 'IKEv1' }), ['VW-014']],
  [
    'AES on a fast line, beyond what one unit carries',
    linkFact('Connected', 'both', { ipsecPolicies: [{ ipsecEncryption: 'AES256' }] }, { speedInMbps: 600 }),
    ['VW-013', 'VW-015'],
  ],
])('%s', (_, link, finds) => {
  expect(siteGatewayFindings(hubGateway(), [link]).map(({ rule }) => rule)).toEqual(finds)
})

test.each<[what: string, change: Partial<P2sVpnGateway>, finds: number]>([
  ['as it should be', { connectedClients: 400, addressPools: ['172.28.0.0/20'] }, 0],
  ['more than 80 % of its users', { connectedClients: 401, addressPools: ['172.28.0.0/20'] }, 1],
  ['a pool too small', { connectedClients: 1, addressPools: ['172.28.0.0/24'] }, 1],
  ['nothing told', { addressPools: [] }, 0],
])('people: %s', (_, change, finds) => {
  const { instances: _instances, connectionIds: _ids, kind: _kind, ...rest } = hubGateway()
  const gateway: P2sVpnGateway = {
    ...rest,
    kind: 'p2sVpnGateway',
    addressPools: [],
    connectionConfigurationIds: [],
    customDnsServers: [],
    ...change,
  }
  expect(clientGatewayFindings(gateway).filter(({ rule }) => rule === 'VW-027')).toHaveLength(finds)
})
