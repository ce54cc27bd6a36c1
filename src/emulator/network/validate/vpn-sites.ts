import { networkError } from '../../arm/refusals.ts'
import { objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { refuseAsn } from './asn.ts'
import { refusePrefixes } from './prefixes.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** Recorded 400: a site made without links cannot simply get some (azure-cli recording 2024). */
const defaultLink: Rule = ({ sent, before, id, name }) => {
  const links = objectsAt(sent.vpnSiteLinks)
  const hadLinks = objectsAt(before?.properties.vpnSiteLinks).length > 0
  const hasDefault = links.some((link) => textAt(link.name)?.toLowerCase() === name.toLowerCase())
  if (before === undefined || hadLinks || links.length === 0 || hasDefault) return undefined
  return networkError(
    400,
    'MissingDefaultLinkForVpnSiteDuringMigrationToLinkFormat',
    `Default Vpn link is missing while migrating Vpn Site ${id} to include links. One default link with same name and ` +
      `properties as VpnSite ${name} is mandatory.`,
  )
}

const asns: Rule = ({ sent, id }) => {
  const links = objectsAt(sent.vpnSiteLinks).map((link) => objectAt(link.properties))
  for (const one of [sent, ...links]) {
    const refusal = refuseAsn(id, objectAt(one.bgpProperties).asn, 'other')
    if (refusal !== undefined) return refusal
  }
  return undefined
}

export const refuseVpnSite = firstOf(
  references(({ sent }) => [{ member: 'virtualWan', value: sent.virtualWan, type: 'virtualWans' }]),
  defaultLink,
  ({ sent, id }) => refusePrefixes(id, objectAt(sent.addressSpace).addressPrefixes),
  asns,
)
