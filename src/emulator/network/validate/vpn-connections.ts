import { networkError } from '../../arm/refusals.ts'
import type { OperationFailure } from '../../store/rows.ts'
import { idAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { find } from '../find.ts'
import type { Draft } from '../network-type.ts'
import { refusePolicies } from './ipsec-policies.ts'
import { firstOf, type Rule } from './rule.ts'

/** Recorded 400 (recorded behaviour 3). */
const deprecated: Rule = ({ sent, id }) =>
  objectsAt(sent.vpnLinkConnections).length > 0 && objectsAt(sent.ipsecPolicies).length > 0
    ? networkError(
        400,
        'VpnConnectionPropertyIsDeprecated',
        `Update request for VpnConnection ${id} contains deprecated property IpsecPolicies. Please use corresponding ` +
          'VpnSiteLinkConnection property instead.',
      )
    : undefined

/** At most four links (Virtual WAN document 5.1), each with a policy that is whole. Code and text assumed. */
const links: Rule = ({ sent, id }) => {
  const all = objectsAt(sent.vpnLinkConnections)
  if (all.length > 4) {
    return networkError(
      400,
      'VpnLinkConnectionCountLimitReached',
      `VpnConnection ${id} can have at most 4 link connections.`,
    )
  }
  for (const one of [sent, ...all.map((link) => objectAt(link.properties))]) {
    const refusal = refusePolicies(id, one.ipsecPolicies)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** Each link is named once. Code and text assumed. */
export const refuseLinks: Rule = ({ sent, id }) => {
  const names = objectsAt(sent.vpnLinkConnections).map(({ name }) => (textAt(name) ?? '').toLowerCase())
  if (new Set(names).size < names.length) {
    return networkError(
      400,
      'DuplicateVpnLinkConnection',
      `VpnConnection ${id} names a link connection more than once.`,
    )
  }
  return undefined
}

export const refuseVpnConnection = firstOf(deprecated, links)

/** Recorded as a late failure, with these three reasons in its text (recorded behaviour 3). */
export function failsWithoutSite({ sent, exchange }: Draft): OperationFailure | undefined {
  const id = idAt(sent.remoteVpnSite)
  if (id === undefined) return undefined
  const site = find(exchange, id)
  const links = objectsAt(site?.properties.vpnSiteLinks).map(({ name }) => textAt(name)?.toLowerCase())
  const named = objectsAt(sent.vpnLinkConnections).map((link) =>
    idAt(objectAt(link.properties).vpnSiteLink)?.split('/').at(-1)?.toLowerCase(),
  )
  // That a link of another name fails as none does is assumed.
  const unlinked = links.length > 0 && !(named.length > 0 && named.every((one) => links.includes(one)))
  if (site !== undefined && !unlinked) return undefined
  return {
    code: 'InvalidConnectedSiteId',
    message:
      `The vpnsite id '${id}' is invalid or the vpnsite does not exist or the vpnsite exists with links and no link ` +
      'connections are configured.',
  }
}
