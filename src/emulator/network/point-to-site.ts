import type { Exchange } from '../arm/exchange.ts'
import { sameId } from '../arm/ids.ts'
import { inUse } from '../arm/refusals.ts'
import type { JsonObject } from '../wire/json.ts'
import { idAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { find, referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { routingOr } from './routing.ts'
import { refuseP2sVpnGateway } from './validate/point-to-site.ts'

export const vpnServerConfigurations: NetworkType = {
  type: 'vpnServerConfigurations',
  noun: 'VpnServerConfiguration',
  lists: ['subscription', 'group'],
  seconds: { create: 12, update: 12, remove: 12 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  readOnly: ['p2SVpnGateways', 'name'],
  inlines: [
    {
      member: 'configurationPolicyGroups',
      type: 'vpnServerConfigurations/configurationPolicyGroups',
      absent: 'keeps',
    },
  ],
  fill: ({ sent }) => ({
    vpnProtocols: ['IkeV2'],
    vpnAuthenticationTypes: ['Certificate'],
    vpnClientRootCertificates: [],
    vpnClientRevokedCertificates: [],
    radiusServers: [],
    radiusServerRootCertificates: [],
    radiusClientRootCertificates: [],
    aadAuthenticationParameters: {},
    vpnClientIpsecPolicies: [],
    ...sent,
  }),
  holds: (at, exchange) => {
    const [user] = referrers(exchange, at.row.id, 'p2sVpnGateways')
    if (user === undefined) return undefined
    return inUse(
      'InUseVpnServerConfigurationCannotBeDeleted',
      `VPN server configuration ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

/** Groups of users by what their sign-in says of them (published example); durations as of the configuration. */
export const configurationPolicyGroups: NetworkType = {
  type: 'vpnServerConfigurations/configurationPolicyGroups',
  noun: 'ConfigurationPolicyGroup',
  lists: ['parent'],
  seconds: { create: 12, update: 12, remove: 12 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: false,
  readOnly: ['p2SConnectionConfigurations'],
  fill: ({ sent }) => ({ isDefault: false, priority: 0, policyMembers: [], ...sent }),
  derive: (at, exchange) => ({
    p2SConnectionConfigurations: configurationsWith(exchange, at.row.id).map((id) => ({ id })),
  }),
  // Follows the pattern of the in-use refusals (ARM contract 5), assumed.
  holds: (at, exchange) => {
    const [user] = configurationsWith(exchange, at.row.id)
    if (user === undefined) return undefined
    return inUse(
      'InUseConfigurationPolicyGroupCannotBeDeleted',
      `Configuration policy group ${at.row.id} is in use by ${user} and cannot be deleted.`,
    )
  },
}

/** The connection configurations of gateways that name a group. */
function configurationsWith(exchange: Exchange, group: string): string[] {
  return referrers(exchange, group, 'p2sVpnGateways').flatMap((gateway) =>
    objectsAt(gateway.properties.p2SConnectionConfigurations)
      .filter(({ properties }) =>
        objectsAt(objectAt(properties).configurationPolicyGroupAssociations).some((one) =>
          sameId(idAt(one), group),
        ),
      )
      .map((one) => `${gateway.row.id}/p2sConnectionConfigurations/${textAt(one.name) ?? 'default'}`),
  )
}

/** Requests say `p2svpnGateways`, answers `p2sVpnGateways` (recorded behaviour 6). */
export const p2sVpnGateways: NetworkType = {
  type: 'p2sVpnGateways',
  noun: 'P2SVpnGateway',
  lists: ['subscription', 'group'],
  seconds: { create: 1585, update: 2304, remove: 888 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  embeds: [
    {
      member: 'p2SConnectionConfigurations',
      segment: 'p2sConnectionConfigurations',
      typeAt: 'afterEtag',
      readable: false,
    },
  ],
  required: ['virtualHub'],
  refuse: refuseP2sVpnGateway,
  readOnly: ['vpnClientConnectionHealth', 'vpnGatewayDetachStatus'],
  fill: ({ sent, exchange, location }) => ({
    ...sent,
    vpnServerConfigurationLocation: locationOf(exchange, idAt(sent.vpnServerConfiguration)) ?? location,
    p2SConnectionConfigurations: objectsAt(sent.p2SConnectionConfigurations).map((one) =>
      connectionConfiguration(one, idAt(sent.virtualHub)),
    ),
    vpnGatewayDetachStatus: 'Attached',
    vpnGatewayScaleUnit: sent.vpnGatewayScaleUnit ?? 1,
    customDnsServers: sent.customDnsServers ?? [],
    isRoutingPreferenceInternet: sent.isRoutingPreferenceInternet ?? false,
    useRadiusProxyIPs: false,
    radiusProxyIPs: [],
  }),
}

function locationOf(exchange: Exchange, configuration: string | undefined): string | undefined {
  return configuration === undefined ? undefined : find(exchange, configuration)?.row.location
}

function connectionConfiguration(one: JsonObject, hub: string | undefined): JsonObject {
  const properties = without(objectAt(one.properties), ['provisioningState'])
  return {
    name: one.name,
    properties: {
      enableInternetSecurity: true,
      ...properties,
      routingConfiguration: routingOr(properties, hub, false),
    },
  }
}
