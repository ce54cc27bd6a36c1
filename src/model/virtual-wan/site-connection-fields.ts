import type { Field } from '../details/field.ts'
import {
  absent,
  code,
  codes,
  field,
  number,
  resource,
  resources,
  text,
  texts,
  yesNo,
} from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { bandwidth, bytes } from '../format.ts'
import { nameOfId } from '../paths.ts'
import type { VpnConnection } from '../resources/virtual-wan.ts'
import { instanceLabel } from './hub-instances.ts'
import { endpointOf, type PlacedLink } from './site-links.ts'

/** How one link of a connection is set, with the site's side of it. */
export function linkFields({ link, end }: PlacedLink): Field[] {
  const custom = link.customBgpAddresses ?? []
  return [
    field('Far end', end === undefined ? absent('the site was not read') : code(endpointOf(end), 'none')),
    ...(end?.providerName === undefined ? [] : [field('Provider', text(end.providerName))]),
    ...(end?.speedInMbps === undefined ? [] : [field('Line', text(bandwidth(end.speedInMbps)))]),
    field('Protocol', text(link.protocol, 'not given by Azure')),
    field(
      'BGP',
      link.enableBgp
        ? text(
            `on${end?.asn === undefined ? ', and the site’s link has no AS number' : `, AS ${end.asn} at ${end.bgpPeeringAddress ?? 'no address'}`}`,
          )
        : text('off'),
    ),
    ...(custom.length === 0
      ? []
      : [
          field(
            'BGP from',
            codes(
              custom.map(
                ({ instance, address }) => `${address ?? '?'} (${instanceLabel(instance ?? 'no instance')})`,
              ),
            ),
          ),
        ]),
    field(
      'IPsec policy',
      text(link.ipsecPolicies.length === 0 ? 'Azure’s default' : 'custom, on the tab IPsec policy'),
    ),
    field('Expected bandwidth', number(link.connectionBandwidth, bandwidth)),
    field('Received', number(link.ingressBytes, bytes)),
    field('Sent', number(link.egressBytes, bytes)),
    field('Weight', text(link.routingWeight, 'not given by Azure')),
    ...(link.useLocalAzureIpAddress === true ? [field('Addresses', text('private, over ExpressRoute'))] : []),
    ...((link.natRuleIds ?? []).length === 0
      ? []
      : [field('NAT rules', texts((link.natRuleIds ?? []).map(nameOfId)))]),
  ]
}

/** Which tables of the hub a connection looks into and is told to (Virtual WAN 5.2 and 9.1). */
export function connectionRoutingFields(connection: VpnConnection, estate: Estate): Field[] {
  const { routing } = connection
  return [
    field('Weight', text(connection.routingWeight, 'not given by Azure')),
    field('Propagates the default route to the branch', yesNo(connection.enableInternetSecurity)),
    field('Associated route table', resource(routing?.associatedRouteTableId, estate, 'not given by Azure')),
    field('Propagates to', resources(routing?.propagatedRouteTableIds ?? [], estate)),
    field('Propagates to labels', texts(routing?.propagatedLabels ?? [])),
    ...(routing?.inboundRouteMapId === undefined
      ? []
      : [field('Inbound route map', text(nameOfId(routing.inboundRouteMapId)))]),
    ...(routing?.outboundRouteMapId === undefined
      ? []
      : [field('Outbound route map', text(nameOfId(routing.outboundRouteMapId)))]),
  ]
}
