import type { Estate, EstateResource, EstateSubscription, Tenant } from './estate.ts'

const home: Tenant = {
  tenantId: 'a1f4c7d0-3b62-4e85-9c1a-6d0e72f8b351',
  displayName: 'Northwind',
  defaultDomain: 'northwind.example',
  countryCode: 'NO',
}
const partner: Tenant = {
  tenantId: 'd83b05e6-72fa-4c19-8e4d-1b96a0c7f242',
  displayName: 'Tailspin',
  defaultDomain: 'tailspin.example',
  countryCode: 'FI',
}

/** At home in Northwind and a guest of Tailspin. */
const kim = {
  objectId: '6c2e9f14-85d3-4a70-b1c8-0f7d3e5a9b26',
  name: 'Kim Solberg',
  username: 'kim@northwind.example',
  tenantIds: [home.tenantId, partner.tenantId],
}
/** Of Tailspin alone. */
const sam = {
  objectId: '94a7d0b3-1e6c-4f28-a5d9-c38b60e2f714',
  name: 'Sam Lindqvist',
  username: 'sam@tailspin.example',
  tenantIds: [partner.tenantId],
}

const subscription = (
  subscriptionId: string,
  displayName: string,
  tenantId?: string,
): EstateSubscription => ({
  subscriptionId,
  displayName,
  state: 'Enabled',
  quotaId: 'EnterpriseAgreement_2014-09-01',
  ...(tenantId !== undefined && { tenantId }),
})
const network = subscription('33333333-3333-4333-8333-333333333333', 'Northwind Network')
const shop = subscription('44444444-4444-4444-8444-444444444444', 'Northwind Shop')
const shared = subscription('55555555-5555-4555-8555-555555555555', 'Tailspin Shared', partner.tenantId)

const scope = ({ subscriptionId }: EstateSubscription) => `/subscriptions/${subscriptionId}`
const site = (of: EstateSubscription, name: string, ip: string): EstateResource => ({
  id: `${scope(of)}/resourceGroups/rg-net/providers/Microsoft.Network/localNetworkGateways/${name}`,
  location: 'northeurope',
  tags: { env: 'prod' },
  properties: {
    gatewayIpAddress: ip,
    localNetworkAddressSpace: { addressPrefixes: ['10.20.0.0/16'] },
  },
})

/** Two directories and two people, for tests of sign-in; not in the demo's menu. */
export const twoTenants: Estate = {
  name: 'two-tenants',
  description:
    'Two directories: one person is at home in the first and a guest of the second, one is in the second alone.',
  tenant: home,
  otherTenants: [partner],
  people: [kim, sam],
  roleAssignments: [
    { principalId: kim.objectId, scope: scope(network), role: 'Owner' },
    { principalId: kim.objectId, scope: scope(shared), role: 'Reader' },
    { principalId: sam.objectId, scope: scope(shared), role: 'Owner' },
  ],
  subscriptions: [network, shop, shared],
  resourceGroups: [network, shop, shared].map(({ subscriptionId }) => ({
    subscriptionId,
    name: 'rg-net',
    location: 'northeurope',
  })),
  resources: [
    site(network, 'lng-bergen', '203.0.113.21'),
    site(shop, 'lng-oslo', '203.0.113.22'),
    site(shared, 'lng-turku', '203.0.113.23'),
  ],
  running: [],
}
