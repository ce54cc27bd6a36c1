import type { Living } from '../store/living.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { guidOf, numberOf } from '../clock.ts'
import { parentId } from '../arm/ids.ts'
import { inUse } from '../arm/refusals.ts'
import { scaled } from '../arm/timing.ts'
import { livingIn, referrers } from './find.ts'
import { incomingOf, reachesOthers } from './global-reach.ts'
import type { NetworkType } from './network-type.ts'
import { isObject, objectAt, textAt, without } from '../wire/read.ts'
import { refuseCircuit } from './validate/express-route-circuits.ts'
import { failsPeering, refusePeering } from './validate/express-route-peerings.ts'

export const expressRouteCircuits: NetworkType = {
  type: 'expressRouteCircuits',
  noun: 'ExpressRouteCircuit',
  lists: ['subscription', 'group'],
  seconds: { create: 42, update: 11, remove: 11 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  inlines: [
    { member: 'peerings', type: 'expressRouteCircuits/peerings', absent: 'deletes' },
    { member: 'authorizations', type: 'expressRouteCircuits/authorizations', absent: 'deletes' },
  ],
  readOnly: [
    'stag',
    'serviceKey',
    'circuitProvisioningState',
    'serviceProviderProvisioningState',
    'gatewayManagerEtag',
    'authorizationStatus',
  ],
  refuse: refuseCircuit,
  // `Disabled` and no `stag` until it is provisioned (azure-cli recording 2023), then as in recorded behaviour 5.
  fill: ({ sent, before, exchange }) => ({
    allowClassicOperations: false,
    allowGlobalReach: false,
    globalReachEnabled: false,
    ...sent,
    circuitProvisioningState: before?.properties.circuitProvisioningState ?? 'Disabled',
    serviceKey: before?.properties.serviceKey ?? exchange.newGuid(),
    serviceProviderProvisioningState: before?.properties.serviceProviderProvisioningState ?? 'NotProvisioned',
    gatewayManagerEtag: before?.properties.gatewayManagerEtag,
    stag: before?.properties.stag,
    serviceProviderNotes: before?.properties.serviceProviderNotes,
  }),
  settles: ({ id, before, sent }) => {
    if (before?.properties.stag !== undefined) return []
    // A circuit on a port has no provider to wait for (assumed).
    const direct =
      sent.expressRoutePort === undefined ? {} : { serviceProviderProvisioningState: 'Provisioned' }
    const merge = {
      circuitProvisioningState: 'Enabled',
      gatewayManagerEtag: '',
      stag: 1 + numberOf(id, 200),
      ...direct,
    }
    return [{ after: 0, merge }]
  },
  derive: (at, exchange) => (reachesOthers(exchange, at) ? { globalReachEnabled: true } : {}),
  // Refusals documented ("delete connections first"), codes assumed (ARM contract 5).
  holds: (at, exchange) => {
    const peerings = livingIn(exchange, `${at.row.key}/peerings`)
    const hubs = peerings.flatMap((peering) =>
      referrers(exchange, peering.row.id, 'expressRouteGateways/expressRouteConnections'),
    )
    const reached = peerings.flatMap((peering) => [
      ...livingIn(exchange, `${peering.row.key}/connections`),
      ...referrers(exchange, peering.row.id, 'expressRouteCircuits/peerings/connections'),
    ])
    const user = referrers(exchange, at.row.id, 'connections')[0] ?? hubs[0] ?? reached[0]
    // From the provider's first act to its last (ExpressRoute document 2.6).
    const provisioned = ['Provisioned', 'Provisioning', 'Deprovisioning'].includes(
      textAt(at.properties.serviceProviderProvisioningState) ?? '',
    )
    if (user !== undefined) {
      return inUse(
        'InUseExpressRouteCircuitCannotBeDeleted',
        `Express Route circuit ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
      )
    }
    if (!provisioned || at.properties.expressRoutePort !== undefined) return undefined
    return inUse(
      'ExpressRouteCircuitProvisionedCannotBeDeleted',
      `Express Route circuit ${at.row.id} cannot be deleted while the service provider has it provisioned.`,
    )
  },
}

const PEERINGS = ['AzurePrivatePeering', 'MicrosoftPeering', 'AzurePublicPeering']

export const circuitPeerings: NetworkType = {
  type: 'expressRouteCircuits/peerings',
  noun: 'ExpressRouteCircuitPeering',
  lists: ['parent'],
  seconds: { create: 11, update: 21, remove: 11 },
  retryAfter: 10,
  notifies: false,
  etagHeader: false,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  inlines: [{ member: 'connections', type: 'expressRouteCircuits/peerings/connections', absent: 'deletes' }],
  readOnly: ['lastModifiedBy', 'peeredConnections', 'gatewayManagerEtag', 'azureASN'],
  // Peerings are called by their type whatever the case in the path (recorded behaviour 6).
  canonicalName: (name) => PEERINGS.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name,
  refuse: refusePeering,
  fails: failsPeering,
  fill: ({ sent, name, before }) => ({
    peeringType: name,
    // Not known before the peering is there (azure-cli recordings 2022 and 2023).
    azureASN: before?.properties.azureASN ?? 0,
    ...sent,
    primaryAzurePort: before?.properties.primaryAzurePort,
    secondaryAzurePort: before?.properties.secondaryAzurePort,
    state: sent.state ?? 'Enabled',
    gatewayManagerEtag: before?.properties.gatewayManagerEtag,
    lastModifiedBy: before?.properties.lastModifiedBy ?? '',
    microsoftPeeringConfig: microsoftConfig(
      sent.microsoftPeeringConfig,
      before?.properties.microsoftPeeringConfig,
    ),
    ipv6PeeringConfig: ipv6Config(sent.ipv6PeeringConfig, before),
    peeredConnections: [],
  }),
  // The router at the other end is there a minute after a new peering is, in a demo; who that is Azure does not know.
  inside: ({ before, exchange }, endsAt, failed) =>
    before !== undefined || failed
      ? (before?.inside ?? {})
      : { upAt: endsAt + scaled(60, exchange.settings.speed) },
  derive: (at, exchange) => ({ peeredConnections: incomingOf(exchange, at) }),
  // Whether a key for MD5 is told is not recorded; here it is not (ExpressRoute document 3.1, unverified).
  present: (properties) => without(properties, ['sharedKey']),
  settles: ({ id, sent, before }) => {
    const port = `A51-MSEE-06GMR-CIS`
    const letter = guidOf(id).charAt(0).toUpperCase()
    const config = microsoftConfig(sent.microsoftPeeringConfig, before?.properties.microsoftPeeringConfig)
    const six = ipv6Config(sent.ipv6PeeringConfig, before)
    const config6 = six?.microsoftPeeringConfig
    const merge = {
      azureASN: 12076,
      gatewayManagerEtag: '',
      lastModifiedBy: 'Customer',
      primaryAzurePort: `${port}-1-PRI-${letter}`,
      secondaryAzurePort: `${port}-2-SEC-${letter}`,
      ...(config && { microsoftPeeringConfig: lookedAt(config) }),
      ...(isObject(config6) && { ipv6PeeringConfig: { ...six, microsoftPeeringConfig: lookedAt(config6) } }),
    }
    return [{ after: 0, merge }]
  },
  holds: (at, exchange) => {
    // Connections and Global Reach go first (ExpressRoute document 9, number 21).
    const ofNetworks =
      textAt(at.properties.peeringType) === 'AzurePrivatePeering'
        ? referrers(exchange, parentId(at.row.id) ?? '', 'connections')
        : []
    const [user] = [
      ...referrers(exchange, at.row.id, 'expressRouteGateways/expressRouteConnections'),
      ...ofNetworks,
      ...livingIn(exchange, `${at.row.key}/connections`),
      ...referrers(exchange, at.row.id, 'expressRouteCircuits/peerings/connections'),
    ]
    if (user === undefined) return undefined
    return inUse(
      'InUseExpressRouteCircuitPeeringCannotBeDeleted',
      `Peering ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

/** The IPv6 half, whose prefixes have a check of their own (ExpressRoute document 3.1; that it goes as the other does is assumed). */
function ipv6Config(sent: Json | undefined, before: Living | undefined): JsonObject | undefined {
  if (!isObject(sent)) return undefined
  const old = objectAt(objectAt(before?.properties.ipv6PeeringConfig).microsoftPeeringConfig)
  const config = microsoftConfig(sent.microsoftPeeringConfig, old)
  return { ...sent, state: sent.state ?? 'Enabled', ...(config && { microsoftPeeringConfig: config }) }
}

/** Prefixes are looked at once the peering is there (azure-cli recording 2023 and net recording 2019). */
function lookedAt(config: JsonObject): JsonObject {
  const { advertisedPublicPrefixesState: state } = config
  return {
    ...config,
    advertisedPublicPrefixesState:
      state === 'NotConfigured' ? 'ValidationNeeded' : (state ?? 'NotConfigured'),
  }
}

function microsoftConfig(sent: Json | undefined, before: Json | undefined): JsonObject | undefined {
  if (sent === undefined) return undefined
  return {
    customerASN: 0,
    routingRegistryName: 'NONE',
    ...objectAt(sent),
    advertisedPublicPrefixesState: objectAt(before).advertisedPublicPrefixesState ?? 'NotConfigured',
    legacyMode: 0,
  }
}
