import type { EstateResourceGroup, EstateSubscription } from '../estate.ts'
import type { Tags } from '../build/build.ts'

export const connectivity: EstateSubscription = {
  subscriptionId: '3f6a1c52-8d0b-4e77-9a41-5c2e7b90d1a4',
  displayName: 'Connectivity',
  state: 'Enabled',
  quotaId: 'EnterpriseAgreement_2014-09-01',
  tags: { owner: 'network-team' },
}
export const production: EstateSubscription = {
  subscriptionId: '7b1e94d0-2c6f-4a83-b5d7-0e9f41a86c33',
  displayName: 'Production',
  state: 'Enabled',
  quotaId: 'EnterpriseAgreement_2014-09-01',
}
export const lab: EstateSubscription = {
  subscriptionId: 'c48d2f7e-61a9-4b05-8e3c-d97a50f12b68',
  displayName: 'Lab',
  state: 'Enabled',
  quotaId: 'MSDNDevTest_2014-09-01',
}

const group = (
  { subscriptionId }: EstateSubscription,
  name: string,
  location: string,
  tags?: Tags,
): EstateResourceGroup => ({ subscriptionId, name, location, tags })

export const platform: Tags = { env: 'prod', owner: 'network-team', 'cost-center': 'CC-4100' }
export const business: Tags = { env: 'prod', 'cost-center': 'CC-2200' }
export const bench: Tags = { env: 'lab', owner: 'f.brandl' }

/** Where a resource serves one place on the ground, its tag says which, in that place's own spelling. */
export const at = (tags: Tags, site: string): Tags => ({ ...tags, site })

export const groups = {
  netWeu: group(connectivity, 'rg-net-weu', 'westeurope', platform),
  netNeu: group(connectivity, 'rg-net-neu', 'northeurope', platform),
  netEus: group(connectivity, 'rg-net-eus', 'eastus', platform),
  netSea: group(connectivity, 'rg-net-sea', 'southeastasia', platform),
  netSwc: group(connectivity, 'rg-net-swc', 'swedencentral', platform),
  erWeu: group(connectivity, 'rg-er-weu', 'westeurope', platform),
  vwan: group(connectivity, 'rg-vwan-prod', 'westeurope', platform),
  erpWeu: group(production, 'rg-erp-weu', 'westeurope', business),
  shopWeu: group(production, 'rg-shop-weu', 'westeurope', business),
  plantNeu: group(production, 'RG-Plant-MES-NEU', 'northeurope', business),
  analyticsEus: group(production, 'rg.analytics.eus', 'eastus', business),
  appsSea: group(production, 'rg_apps_sea', 'southeastasia', business),
  telemetrySwc: group(production, 'rg-telemetry-swc', 'swedencentral', business),
  labNeu: group(lab, 'rg-lab-neu', 'northeurope', bench),
  labOld: group(lab, 'rg-lab-(old)', 'westeurope'),
  labVwan: group(lab, 'rg-lab-vwan', 'westeurope', bench),
}

/** A shared key as somebody would choose it, marked so that a test can look for it where it must not be. */
export const psk = (site: string) => `contoso-psk-SECRET-${site}-7Qm4xT`
