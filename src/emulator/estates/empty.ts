import type { Estate } from './estate.ts'

/** Nothing yet: for the first-run experience and for tests that make their own resources. */
export const empty: Estate = {
  name: 'empty',
  description: 'Two subscriptions without a single resource, as on the first day.',
  tenant: {
    tenantId: '7f1c8a52-2b34-4d0e-9a6b-53c0c1d9e001',
    displayName: 'Fabrikam',
    defaultDomain: 'fabrikam.onmicrosoft.com',
    countryCode: 'DE',
  },
  subscriptions: [
    {
      subscriptionId: '11111111-1111-4111-8111-111111111111',
      displayName: 'Fabrikam Connectivity',
      state: 'Enabled',
      quotaId: 'EnterpriseAgreement_2014-09-01',
    },
    {
      subscriptionId: '22222222-2222-4222-8222-222222222222',
      displayName: 'Fabrikam Sandbox',
      state: 'Enabled',
      quotaId: 'MSDN_2014-09-01',
    },
  ],
  resourceGroups: [],
  resources: [],
  running: [],
}
