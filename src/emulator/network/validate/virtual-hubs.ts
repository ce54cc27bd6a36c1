import { parsePrefix } from '../../../lib/cidr.ts'
import type { Answer } from '../../arm/answer.ts'
import { parentId, sameId } from '../../arm/ids.ts'
import { networkError } from '../../arm/refusals.ts'
import { idAt, numberAt, objectAt, textAt } from '../../wire/read.ts'
import { find, referrers } from '../find.ts'
import { anotherOperation } from '../another-operation.ts'
import type { Draft } from '../network-type.ts'
import { anyOverlap, prefixesIn, refusePrefixes } from './prefixes.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** The rules are documented (Virtual WAN document 1 and 2.1); code and text are assumed. */
export const refuseVirtualWan: Rule = ({ sent, before, id }) =>
  before?.properties.type === 'Standard' && sent.type === 'Basic'
    ? networkError(
        400,
        'VirtualWanTypeCannotBeDowngraded',
        `Virtual WAN ${id} cannot be changed from Standard to Basic.`,
      )
    : undefined

function invalid(id: string, reason: string): Answer {
  return networkError(
    400,
    'InvalidVirtualHubAddressPrefix',
    `The address prefix of virtual hub ${id} is invalid. ${reason}`,
  )
}

/** A hub without a prefix is a Route Server (recorded behaviour 5). */
const addressPrefix: Rule = ({ sent, before, id, exchange }) => {
  const text = textAt(sent.addressPrefix)
  if (text === undefined || text === '') return undefined
  const malformed = refusePrefixes(id, [text])
  if (malformed !== undefined) return malformed
  const length = parsePrefix(text)?.length ?? 0
  if (length > 24) return invalid(id, 'It must be /24 or larger.')
  const old = textAt(before?.properties.addressPrefix)
  if (old !== undefined && old !== text) return invalid(id, 'It cannot be changed.')
  const wan = idAt(sent.virtualWan)
  const other = referrers(exchange, wan ?? '', 'virtualHubs').find(
    (one) =>
      !sameId(one.row.id, id) &&
      anyOverlap(prefixesIn([text]), prefixesIn([one.properties.addressPrefix ?? ''])),
  )
  return other === undefined
    ? undefined
    : invalid(id, `It overlaps with that of virtual hub ${other.row.id}.`)
}

/** 2 to 50 units, one of three preferences (Virtual WAN document 2.3 and 2.4). Codes and texts assumed. */
const settings: Rule = ({ sent, id }) => {
  const { minCapacity } = objectAt(sent.virtualRouterAutoScaleConfiguration)
  const units = numberAt(minCapacity)
  if (units !== undefined && !(Number.isInteger(units) && units >= 2 && units <= 50)) {
    return networkError(
      400,
      'InvalidVirtualRouterCapacity',
      `The minimum capacity ${units} of virtual hub ${id} is not valid: 2 to 50 units.`,
    )
  }
  const preference = textAt(sent.hubRoutingPreference)
  return preference === undefined || ['ExpressRoute', 'VpnGateway', 'ASPath'].includes(preference)
    ? undefined
    : networkError(
        400,
        'InvalidHubRoutingPreference',
        `The routing preference ${preference} of virtual hub ${id} is not ExpressRoute, VpnGateway or ASPath.`,
      )
}

export const refuseVirtualHub = firstOf(
  references(({ sent }) => [{ member: 'virtualWan', value: sent.virtualWan, type: 'virtualWans' }]),
  settings,
  addressPrefix,
)

/**
 * A gateway of a hub: the hub is there, has none of the type yet, and a Basic virtual WAN has site-to-site gateways only
 * (Virtual WAN document 1). Code and text assumed.
 */
export function refuseHubGateway(type: 'vpnGateways' | 'p2sVpnGateways' | 'expressRouteGateways'): Rule {
  return firstOf(
    references(({ sent }) => [
      { member: 'virtualHub', value: sent.virtualHub, type: 'virtualHubs', sameRegion: true },
    ]),
    (draft) => {
      const hub = idAt(draft.sent.virtualHub) ?? ''
      const other = referrers(draft.exchange, hub, type).find(
        (one) => !sameId(one.row.id, draft.id) && sameId(idAt(one.properties.virtualHub), hub),
      )
      if (other !== undefined) {
        return networkError(
          400,
          'VirtualHubAlreadyHasGateway',
          `Virtual hub ${hub} already has the gateway ${other.row.id}.`,
        )
      }
      return type === 'vpnGateways' ? undefined : refuseInBasicWan(draft, hub)
    },
  )
}

function refuseInBasicWan({ exchange, id }: Draft, hub: string): Answer | undefined {
  const wan = find(exchange, idAt(find(exchange, hub)?.properties.virtualWan) ?? '')
  if (wan?.properties.type !== 'Basic') return undefined
  return networkError(
    400,
    'GatewayNotSupportedInBasicVirtualWan',
    `Gateway ${id} needs a Standard virtual WAN; ${wan.row.id} is Basic.`,
  )
}

/** A network that comes to a hub (Virtual WAN document 8 and 14): codes of the last two are documented, texts assumed. */
export const refuseHubConnection = firstOf(
  references(({ sent }) => [
    { member: 'remoteVirtualNetwork', value: sent.remoteVirtualNetwork, type: 'virtualNetworks' },
  ]),
  alreadyConnected,
  ({ sent, id, exchange }) => {
    const hub = find(exchange, parentId(id) ?? '')
    const network = find(exchange, idAt(sent.remoteVirtualNetwork) ?? '')
    const space = prefixesIn(objectAt(network?.properties.addressSpace).addressPrefixes)
    if (!anyOverlap(prefixesIn([hub?.properties.addressPrefix ?? '']), space)) return undefined
    return networkError(
      400,
      'VnetAddressSpaceOverlapsWithAlreadyPeeredVnet',
      `The address space of virtual network ${network?.row.id} overlaps with the address prefix of virtual hub ${hub?.row.id}.`,
    )
  },
)

/** One network, one hub. Code and text unverified. */
function alreadyConnected({ exchange, sent, id }: Draft): Answer | undefined {
  const network = idAt(sent.remoteVirtualNetwork)
  if (network === undefined) return undefined
  const other = referrers(exchange, network, 'virtualHubs/hubVirtualNetworkConnections').find(
    (one) => one.row.key !== id.toLowerCase(),
  )
  if (other === undefined) return undefined
  return networkError(
    400,
    'RemoteVnetAlreadyConnectedToHub',
    `Virtual network ${network} is already connected to a virtual hub by ${other.row.id}.`,
  )
}

/**
 * A hub whose router is still coming up takes nothing that needs it (Virtual WAN document 2.2 and 14, number 1), however done the hub reads.
 * Recordings of 2021 to 2024 have such writes accepted: `hubRouters` says which it is.
 */
export const refuseWithoutRouter: Rule = ({ exchange, id }) => {
  const hub = find(exchange, parentId(id) ?? '')
  if (hub?.properties.routingState !== 'Provisioning' || exchange.settings.hubRouters === 'pass')
    return undefined
  return anotherOperation(exchange, hub.row, hub.row.write ?? { operationId: hub.row.guid })
}

/** Code documented (Virtual WAN document 14, number 2); text assumed. */
export const refuseBgpConnection: Rule = ({ exchange, id }) => {
  const state = textAt(find(exchange, parentId(id) ?? '')?.properties.routingState)
  if (state === undefined || state === 'Provisioned') return undefined
  return networkError(
    400,
    'HubBgpConnectionParentHubMustHaveProvisionedRoutingState',
    `BGP connection ${id} needs a hub whose routing state is Provisioned; it is ${state}.`,
  )
}

/** Code and text assumed. */
export const refuseRoutingIntent: Rule = ({ exchange, id }) => {
  const state = textAt(find(exchange, parentId(id) ?? '')?.properties.routingState)
  if (state === 'Provisioned') return undefined
  return networkError(
    400,
    'VirtualHubRouterNotProvisioned',
    `Routing intent ${id} needs the router of its hub to be provisioned; its routing state is ${state ?? 'None'}.`,
  )
}
