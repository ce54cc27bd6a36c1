import type { Field, FieldValue, Section } from '../details/field.ts'
import { absent, code, codes, field, resource, resources, text, texts } from '../details/values.ts'
import type { Topic } from '../edits/topics.ts'
import type { Estate } from '../estate.ts'
import { bandwidth, sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { NatRule, VirtualNetworkGateway } from '../resources/vpn.ts'
import { connectionsAt } from './gateway-tunnels.ts'
import { instancesOf } from './instances.ts'
import { BASIC_ADDRESS_RETIRED, DATES_LAST_CHECKED, skuNotice, type SkuNotice } from './retirements.ts'
import { skuLacks, skuLimits } from './sku-limits.ts'

/** What belongs together on the Configuration tab, with the form that changes it. */
export interface ConfigurationGroup {
  title: string
  change?: { topic: Topic; label: string }
  notices: SkuNotice[]
  fields: Field[]
  table?: Section
}

/** Everything that is set on a VPN gateway, but its NAT rules and point-to-site. */
export function configurationOf(gateway: VirtualNetworkGateway, estate: Estate): ConfigurationGroup[] {
  return [
    skuGroup(gateway),
    instancesGroup(gateway, estate),
    bgpGroup(gateway, estate),
    routingGroup(gateway, estate),
  ]
}

function skuGroup(gateway: VirtualNetworkGateway): ConfigurationGroup {
  const { sku, generation, vpnType, capacity, migration } = gateway
  const notice = skuNotice(sku)
  return {
    title: 'SKU',
    change: { topic: 'sku', label: 'Change SKU' },
    notices: notice
      ? [{ ...notice, text: `${notice.text} Dates last checked in ${DATES_LAST_CHECKED}.` }]
      : [],
    fields: [
      field('SKU', text(sku, 'not given by Azure')),
      field('Generation', text(generation, 'not given by Azure')),
      field('VPN type', text(vpnType, 'not given by Azure')),
      field('Capacity', text(capacity, 'not given by Azure')),
      ...limitFields(gateway),
      ...(migration
        ? [
            field('Migration', texts([migration.state, migration.phase].filter((one) => one !== undefined))),
            ...(migration.errorMessage === undefined
              ? []
              : [field('Migration failed with', text(migration.errorMessage))]),
          ]
        : []),
    ],
  }
}

function limitFields({ sku, generation }: VirtualNetworkGateway): Field[] {
  const limits = skuLimits(sku, generation)
  const lacks = skuLacks(sku)
  const without = lacks.length === 0 ? [] : [field('Does not have', text(sentenceList(lacks)))]
  if (!limits) return [field('Limits', absent('not known for this SKU and generation')), ...without]
  return [
    field('Throughput, benchmark', text(bandwidth(limits.megabits))),
    field('Tunnels, at most', text(limits.tunnels)),
    field(
      'Clients, at most',
      limits.clients === undefined
        ? text(`${limits.sstpClients} by SSTP`)
        : text(`${limits.clients} by IKEv2 or OpenVPN, ${limits.sstpClients} by SSTP`),
    ),
    field('Machines that use it, at most', text(limits.virtualMachines)),
    ...without,
  ]
}

function instancesGroup(gateway: VirtualNetworkGateway, estate: Estate): ConfigurationGroup {
  const addresses = gateway.ipConfigurations.flatMap(({ publicIPAddressId }) => {
    const read = estate.resources.get(keyOf(publicIPAddressId ?? ''))
    return read?.kind === 'publicIPAddress' ? [read] : []
  })
  const basic = addresses.some(({ sku }) => sku?.toLowerCase() === 'basic')
  const instances = instancesOf(gateway, estate)
  return {
    title: 'Instances and addresses',
    change: {
      topic: 'active-active',
      label: gateway.activeActive ? 'Turn active-active off' : 'Turn active-active on',
    },
    notices: basic
      ? [
          {
            verdict: 'attention',
            text: `${BASIC_ADDRESS_RETIRED} Dates last checked in ${DATES_LAST_CHECKED}.`,
          },
        ]
      : [],
    fields: [
      field('Mode', text(gateway.activeActive ? 'Active-active' : 'Active-standby')),
      field(
        'Zones of the public IP',
        addresses.length === 0
          ? absent('public IP addresses were not read')
          : texts([...new Set(addresses.flatMap(({ zones }) => zones))].toSorted(), 'none'),
      ),
    ],
    table: {
      title: 'Instances',
      columns: [
        { label: 'Instance' },
        { label: 'IP configuration' },
        { label: 'Public IP address' },
        { label: 'Address' },
        { label: 'BGP peer address' },
        { label: 'APIPA addresses' },
      ],
      rows: instances.map((one) => ({
        key: one.label,
        cells: [
          text(one.label),
          text(one.ipConfigurationName, '–'),
          resource(one.publicIPAddressId, estate, 'not given by Azure'),
          codes(one.addresses, '–'),
          codes(one.bgpAddresses, '–'),
          codes(one.customBgpAddresses, 'none'),
        ],
      })),
      empty: 'Azure lists no IP configuration.',
    },
  }
}

function bgpGroup(gateway: VirtualNetworkGateway, estate: Estate): ConfigurationGroup {
  const { bgp, enableBgp, options } = gateway
  const others = instancesOf(gateway, estate).flatMap(({ customBgpAddresses }) => customBgpAddresses)
  return {
    title: 'BGP',
    change: { topic: 'bgp', label: 'Change BGP' },
    notices: [],
    fields: [
      field('BGP', text(enableBgp ? 'enabled' : 'not enabled')),
      field('AS number', code(bgp?.asn, 'not given by Azure')),
      field('Peer addresses', codes((bgp?.peeringAddress ?? '').split(',').filter(Boolean), 'none')),
      field('APIPA addresses', codes(others, 'none')),
      field('Peer weight', text(bgp?.peerWeight, 'not given by Azure')),
      field('Route translation for NAT', onOff(options?.bgpRouteTranslation)),
    ],
  }
}

function routingGroup(gateway: VirtualNetworkGateway, estate: Estate): ConfigurationGroup {
  const { options } = gateway
  return {
    title: 'Routing and protection',
    notices:
      options?.replayProtectionOff === true
        ? [
            {
              verdict: 'attention',
              text: 'Replay protection is off: packets that somebody recorded and sends again are taken.',
            },
          ]
        : [],
    fields: [
      field('Forced tunnelling to', resource(gateway.defaultSiteId, estate, 'not configured')),
      field('Custom routes', codes(gateway.customRoutes, 'none')),
      field('Private IP address', onOff(options?.privateIpAddress)),
      field('IPsec replay protection', onOff(inverse(options?.replayProtectionOff))),
      field('DNS forwarding', onOff(options?.dnsForwarding)),
      field('High bandwidth', onOff(options?.highBandwidth)),
      field('Managed identities', resources(gateway.identityIds ?? [], estate)),
    ],
  }
}

function inverse(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}

function onOff(value: boolean | undefined): FieldValue {
  return value === undefined ? absent('not given by Azure') : text(value ? 'on' : 'off')
}

/** NAT rules with the connections that use each. */
export function natRulesTable(
  gateway: VirtualNetworkGateway,
  rules: readonly NatRule[],
  estate: Estate,
): Section {
  const instances = instancesOf(gateway, estate)
  const connections = connectionsAt(gateway, estate)
  return {
    title: 'NAT rules',
    columns: [
      { label: 'Rule' },
      { label: 'Type' },
      { label: 'Mode' },
      { label: 'Internal' },
      { label: 'External' },
      { label: 'Instance' },
      { label: 'Used by' },
    ],
    rows: rules.map((rule) => {
      const users = connections.filter(({ natRuleIds }) => natRuleIds.some((id) => keyOf(id) === rule.key))
      const at = instances.find(
        ({ ipConfigurationId }) => keyOf(ipConfigurationId ?? '') === keyOf(rule.ipConfigurationId ?? '-'),
      )
      return {
        key: rule.key,
        cells: [
          { is: 'resource', id: rule.id, name: rule.name },
          text(rule.natType, 'not given by Azure'),
          text(rule.mode, 'not given by Azure'),
          codes(rule.internalPrefixes, '–'),
          codes(rule.externalPrefixes, '–'),
          rule.ipConfigurationId === undefined ? text('both') : text(at?.label ?? rule.ipConfigurationId),
          resources(
            users.map(({ id }) => id),
            estate,
            'no connection',
          ),
        ],
      }
    }),
    empty: 'There are no NAT rules.',
  }
}
