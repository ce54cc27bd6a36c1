import type { Field, Section } from '../details/field.ts'
import { absent, code, codes, field, text, yesNo } from '../details/values.ts'
import { count } from '../format.ts'
import type { VpnHubGateway } from '../resources/virtual-wan.ts'
import { siteThroughputWords } from './gateway-capacity.ts'
import { hubInstances, instanceLabel } from './hub-instances.ts'

/** What a hub's VPN gateway carries, and how its packets travel (Virtual WAN 4). */
export function siteGatewayFields(gateway: VpnHubGateway): Field[] {
  const { scaleUnits, bgp, isRoutingPreferenceInternet, bgpRouteTranslation } = gateway
  return [
    field(
      'Throughput',
      scaleUnits === undefined
        ? absent('scale units not given by Azure')
        : text(siteThroughputWords(scaleUnits)),
    ),
    field(
      'One tunnel',
      text('about 1\u2009Gbps, up to 1.25\u2009Gbps with GCMAES256 for encryption and integrity'),
    ),
    field(
      'BGP',
      bgp?.asn === undefined ? absent('not given by Azure') : text(`AS ${bgp.asn}, which cannot be changed`),
    ),
    field(
      'Routing preference',
      isRoutingPreferenceInternet === undefined
        ? absent('not given by Azure')
        : text(isRoutingPreferenceInternet ? 'the Internet' : 'Microsoft’s network'),
    ),
    field('Translates BGP routes for NAT', yesNo(bgpRouteTranslation === true)),
  ]
}

/** Where devices reach each instance, and where its BGP speaks from. */
export function instancesSection(gateway: VpnHubGateway): Section {
  const instances = hubInstances(gateway)
  return {
    title: 'Instances',
    ...(instances.length > 0 && { note: 'a device needs a tunnel to each of them' }),
    columns: [
      { label: 'Instance' },
      { label: 'Public address' },
      { label: 'Private address' },
      { label: 'BGP address' },
      { label: 'Custom BGP addresses' },
    ],
    rows: instances.map((one) => ({
      key: one.name,
      cells: [
        text(one.label),
        code(one.publicAddress, 'not given'),
        code(one.privateAddress, 'not given'),
        codes(one.bgpAddresses, 'not given'),
        codes(one.customBgpAddresses, 'none'),
      ],
    })),
    empty:
      gateway.source === 'get'
        ? 'Azure lists its instances once it is provisioned.'
        : 'Its instances have not been read yet.',
  }
}

/** How addresses are translated between sites and the hub. */
export function natSection({ natRules = [] }: VpnHubGateway): Section {
  return {
    title: 'NAT rules',
    ...(natRules.length > 0 && { note: count(natRules.length, 'rule') }),
    columns: [
      { label: 'Rule' },
      { label: 'Type' },
      { label: 'Mode' },
      { label: 'Internal' },
      { label: 'External' },
      { label: 'Instance' },
    ],
    rows: natRules.map((rule) => ({
      key: rule.id ?? rule.name,
      cells: [
        text(rule.name),
        text(rule.natType),
        text(rule.mode),
        codes(rule.internalPrefixes),
        codes(rule.externalPrefixes),
        text(rule.instance === undefined ? 'both' : instanceLabel(rule.instance)),
      ],
    })),
    empty: 'No address is translated.',
  }
}
