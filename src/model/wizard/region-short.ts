/** Short forms of regions as they are common in names of resources; others are shortened to their first letters. */
const SHORT: Readonly<Record<string, string>> = {
  australiaeast: 'aue',
  brazilsouth: 'brs',
  canadacentral: 'cac',
  centralindia: 'inc',
  centralus: 'cus',
  denmarkeast: 'dke',
  eastasia: 'ea',
  eastus: 'eus',
  eastus2: 'eus2',
  francecentral: 'frc',
  germanywestcentral: 'gwc',
  italynorth: 'itn',
  japaneast: 'jpe',
  koreacentral: 'krc',
  northcentralus: 'ncus',
  northeurope: 'neu',
  norwayeast: 'noe',
  polandcentral: 'plc',
  southafricanorth: 'san',
  southcentralus: 'scus',
  southeastasia: 'sea',
  spaincentral: 'spc',
  swedencentral: 'sdc',
  switzerlandnorth: 'szn',
  uaenorth: 'uan',
  uksouth: 'uks',
  ukwest: 'ukw',
  westcentralus: 'wcus',
  westeurope: 'weu',
  westus: 'wus',
  westus2: 'wus2',
  westus3: 'wus3',
}

/** @param region short name as ARM spells it, `swedencentral` */
export function regionShort(region: string): string {
  return SHORT[region] ?? region.slice(0, 12)
}
