import { radiusField } from '../details/client-sign-in.ts'
import type { Field, Section } from '../details/field.ts'
import { absent, code, codes, field, number, resource, text, texts, yesNo } from '../details/values.ts'
import type { ClientSession } from '../diagnostics/client-session.ts'
import type { Estate } from '../estate.ts'
import { bytes, count } from '../format.ts'
import { nameOfId } from '../paths.ts'
import type { P2sVpnGateway, VpnServerConfiguration } from '../resources/virtual-wan.ts'
import { spanWords } from '../vpn/bgp-words.ts'
import { sessionName } from '../vpn/point-to-site.ts'
import { clientCapacity, clientCapacityRows, clientCapacityWords } from './gateway-capacity.ts'
import { poolAddresses } from './findings/vpn-findings.ts'

const THIN = '\u2009'
const words = (number: number) => number.toLocaleString('en-GB')

/** What a hub's point-to-site gateway carries, and what its clients are given. */
export function clientGatewayFields(gateway: P2sVpnGateway): Field[] {
  const { scaleUnits, customDnsServers, isRoutingPreferenceInternet, connectedClients } = gateway
  return [
    field(
      'Capacity',
      scaleUnits === undefined
        ? absent('scale units not given by Azure')
        : text(clientCapacityWords(scaleUnits)),
    ),
    field('Clients connected', text(connectedClients, 'not given by Azure')),
    field('DNS servers', codes(customDnsServers, 'those that Azure gives')),
    field(
      'Routing preference',
      text(isRoutingPreferenceInternet === true ? 'the Internet' : 'Microsoft’s network'),
    ),
  ]
}

/** Pools, and how many addresses each instance has of them: Azure divides every pool among its instances (Virtual WAN 7). */
export function poolsSection(gateway: P2sVpnGateway, estate: Estate): Section {
  const { configurations = [], scaleUnits } = gateway
  const instances = scaleUnits === undefined ? undefined : clientCapacity(scaleUnits)?.instances
  return {
    title: 'Address pools',
    ...(instances !== undefined && { note: `each divided among ${count(instances, 'instance')}` }),
    columns: [
      { label: 'Configuration' },
      { label: 'Pools' },
      { label: 'Addresses', align: 'end' },
      { label: 'For each instance, about', align: 'end' },
      { label: 'Default route to clients' },
      { label: 'For groups' },
      { label: 'Route table' },
    ],
    rows: configurations.map((one) => {
      const addresses = poolAddresses(one.addressPools)
      return {
        key: one.id ?? one.name,
        cells: [
          text(one.name),
          codes(one.addressPools),
          number(addresses, words),
          number(
            addresses === undefined || instances === undefined
              ? undefined
              : Math.floor(addresses / instances),
            words,
          ),
          yesNo(one.enableInternetSecurity),
          texts(one.policyGroupIds.map(nameOfId), 'everybody'),
          resource(one.routing.associatedRouteTableId, estate, 'not given'),
        ],
      }
    }),
    empty: 'It has no address pool, so no device can connect.',
  }
}

/** Microsoft's table of scale units, with the row of this gateway marked. */
export function capacitySection(gateway: P2sVpnGateway): Section {
  const units = gateway.scaleUnits
  return {
    title: 'What scale units are for',
    columns: [
      { label: 'Scale units' },
      { label: 'Instances', align: 'end' },
      { label: 'Users, at most', align: 'end' },
      { label: 'Throughput together', align: 'end' },
      { label: 'This gateway' },
    ],
    rows: clientCapacityRows().map(({ units: range, from, to, capacity }) => ({
      key: range,
      cells: [
        text(range),
        text(capacity.instances),
        text(words(capacity.users)),
        text(from === to ? `${capacity.gbps}${THIN}Gbps` : `${from / 2} to ${capacity.gbps}${THIN}Gbps`),
        units !== undefined && units >= from && units <= to ? text(count(units, 'unit')) : absent('–'),
      ],
    })),
    empty: '',
  }
}

/** Who is connected, as Azure wrote it. */
export function sessionsSection(sessions: readonly ClientSession[]): Section {
  return {
    title: 'Connected clients',
    note: count(sessions.length, 'client'),
    columns: [
      { label: 'Client' },
      { label: 'Pool address' },
      { label: 'From' },
      { label: 'Connected for' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
    ],
    rows: sessions.map((session, index) => ({
      key: `${index} ${session.vpnConnectionId}`,
      cells: [
        text(sessionName(session), 'not given'),
        code(session.privateIpAddress, '–'),
        code(session.publicIpAddress, '–'),
        number(session.durationSeconds, (seconds) => spanWords(seconds * 1000)),
        number(session.ingressBytes, bytes),
        number(session.egressBytes, bytes),
      ],
    })),
    empty: 'Nobody is connected.',
  }
}

/** How people sign in by a server configuration. */
export function serverFields(configuration: VpnServerConfiguration): Field[] {
  const { protocols, authenticationTypes, radiusServers = [], aad } = configuration
  return [
    field('Protocols', texts(protocols, 'not given by Azure')),
    field('Sign-in', texts(authenticationTypes, 'not given by Azure')),
    ...(aad === undefined
      ? []
      : [
          field('Entra tenant', code(aad.tenant)),
          field('Entra audience', code(aad.audience)),
          field('Entra issuer', code(aad.issuer)),
        ]),
    radiusField(radiusServers),
  ]
}

/** Groups of people, in the order in which Azure tries them. */
export function groupsSection({ policyGroups = [] }: VpnServerConfiguration): Section {
  const sorted = policyGroups.toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
  return {
    title: 'Policy groups',
    ...(sorted.length > 0 && { note: 'the first that fits decides the pool' }),
    columns: [
      { label: 'Priority', align: 'end' },
      { label: 'Group' },
      { label: 'Who is in it' },
      { label: 'Default' },
    ],
    rows: sorted.map((group) => ({
      key: group.id ?? group.name,
      cells: [
        text(group.priority, '–'),
        text(group.name),
        texts(
          group.members.map(({ attributeType, value }) => `${attributeType ?? 'attribute'} ${value ?? ''}`),
          'nobody',
        ),
        yesNo(group.isDefault),
      ],
    })),
    empty: 'It has no groups: everybody is given addresses of the same pools.',
  }
}
