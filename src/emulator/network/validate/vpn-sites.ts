import { parseAddress } from '../../../lib/cidr.ts'
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

/** One to four, each once, the peer's address not the device's own (Virtual WAN document 5.1). Code and text assumed. */
const links: Rule = ({ sent, id }) => {
  const all = objectsAt(sent.vpnSiteLinks)
  const invalid = (reason: string) =>
    networkError(400, 'InvalidVpnSiteLink', `The links of VPN site ${id} are not valid. ${reason}`)
  if (all.length > 4) return invalid('A site has at most four.')
  const names = all.map(({ name }) => (textAt(name) ?? '').toLowerCase())
  if (new Set(names).size < names.length) return invalid('Two have the same name.')
  for (const { properties } of all) {
    const { ipAddress, bgpProperties } = objectAt(properties)
    const [address, peer] = [textAt(ipAddress), textAt(objectAt(bgpProperties).bgpPeeringAddress)]
    if (address !== undefined && address !== '' && parseAddress(address)?.family !== 4)
      return invalid(`${address} is no IPv4 address.`)
    if (peer !== undefined && peer !== '' && parseAddress(peer) === undefined)
      return invalid(`${peer} is no address of a BGP peer.`)
    if (peer !== undefined && peer !== '' && peer === address)
      return invalid(`The BGP peer ${peer} cannot have the address of the link.`)
  }
  return undefined
}

export const refuseVpnSite = firstOf(
  references(({ sent }) => [{ member: 'virtualWan', value: sent.virtualWan, type: 'virtualWans' }]),
  defaultLink,
  ({ sent, id }) => refusePrefixes(id, objectAt(sent.addressSpace).addressPrefixes),
  asns,
  links,
)
