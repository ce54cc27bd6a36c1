import type { JsonObject } from '../../lib/json.ts'
import { SCALE } from './gateway-skus.ts'
import { prefixesIn } from '../edits/microsoft-peering.ts'
import type { Answers, CircuitAnswers, Gateway, MicrosoftAnswers, PeeringAnswers } from './answers.ts'

/** What a PUT of each resource sends (ExpressRoute document 1, 3, 4, 5). */

export function circuitBody(
  circuit: CircuitAnswers,
  port: Answers['goal']['port'],
  tags: Record<string, string>,
): JsonObject {
  const { region, tier, family, provider, location, bandwidth, portId, gbps, rateLimiting } = circuit
  return {
    location: region,
    tags,
    // The name is made of both (ExpressRoute document 1.1).
    sku: { name: `${tier}_${family}`, tier, family },
    properties:
      port === 'direct'
        ? {
            expressRoutePort: { id: portId },
            bandwidthInGbps: numberIn(gbps),
            enableDirectPortRateLimit: rateLimiting,
          }
        : {
            serviceProviderProperties: {
              serviceProviderName: provider,
              peeringLocation: location,
              bandwidthInMbps: numberIn(bandwidth),
            },
          },
  }
}

export function peeringBody({
  addressing,
  asn,
  vlan,
  primary,
  secondary,
  primary6,
  secondary6,
}: PeeringAnswers): JsonObject {
  return {
    properties: {
      peeringType: 'AzurePrivatePeering',
      peerASN: numberIn(asn),
      vlanId: numberIn(vlan),
      ...(addressing !== 'ipv6' && {
        primaryPeerAddressPrefix: primary.trim(),
        secondaryPeerAddressPrefix: secondary.trim(),
      }),
      ...(addressing !== 'ipv4' && {
        ipv6PeeringConfig: {
          primaryPeerAddressPrefix: primary6.trim(),
          secondaryPeerAddressPrefix: secondary6.trim(),
        },
      }),
    },
  }
}

export function microsoftBody(answers: MicrosoftAnswers): JsonObject {
  const { addressing, asn, vlan, primary, secondary, primary6, secondary6 } = answers
  return {
    properties: {
      peeringType: 'MicrosoftPeering',
      peerASN: numberIn(asn),
      vlanId: numberIn(vlan),
      ...(addressing !== 'ipv6' && {
        primaryPeerAddressPrefix: primary.trim(),
        secondaryPeerAddressPrefix: secondary.trim(),
        ...announced(answers, answers.prefixes, answers.routeFilter),
      }),
      ...(addressing !== 'ipv4' && {
        ipv6PeeringConfig: {
          primaryPeerAddressPrefix: primary6.trim(),
          secondaryPeerAddressPrefix: secondary6.trim(),
          ...announced(answers, answers.prefixes6, answers.routeFilter6),
        },
      }),
    },
  }
}

/** What a family of a Microsoft peering announces, and which of Microsoft's services it takes. */
function announced(
  { customerAsn, registry }: MicrosoftAnswers,
  prefixes: string,
  filter: string,
): JsonObject {
  return {
    microsoftPeeringConfig: {
      advertisedPublicPrefixes: prefixesIn(prefixes),
      ...(customerAsn.trim() !== '' && { customerASN: numberIn(customerAsn) }),
      ...(registry !== 'NONE' && { routingRegistryName: registry }),
    },
    ...(filter !== '' && { routeFilter: { id: filter } }),
  }
}

/** @param ids of its subnet, and of its public address where it has one of the subscription */
export function networkGatewayBody(
  location: string,
  { sku, units }: Gateway,
  ids: { subnet: string; address: string | undefined },
  tags: Record<string, string>,
): JsonObject {
  return {
    location,
    tags,
    properties: {
      gatewayType: 'ExpressRoute',
      sku: { name: sku, tier: sku },
      ...(sku === SCALE && { autoScaleConfiguration: { bounds: bounds(units) } }),
      ipConfigurations: [
        {
          name: 'default',
          properties: {
            privateIPAllocationMethod: 'Dynamic',
            subnet: { id: ids.subnet },
            ...(ids.address !== undefined && { publicIPAddress: { id: ids.address } }),
          },
        },
      ],
    },
  }
}

export function hubGatewayBody(
  location: string,
  { units }: Gateway,
  hubId: string,
  tags: Record<string, string>,
): JsonObject {
  return {
    location,
    tags,
    properties: {
      virtualHub: { id: hubId },
      autoScaleConfiguration: { bounds: bounds(units) },
    },
  }
}

function bounds({ min, max }: Gateway['units']): JsonObject {
  return { min: numberIn(min), max: numberIn(max) }
}

export function connectionBody(
  location: string,
  { weight, fastPath, privateLinkFastPath }: CircuitAnswers['connection'],
  ends: { gateway: string; circuit: string },
): JsonObject {
  return {
    location,
    properties: {
      connectionType: 'ExpressRoute',
      virtualNetworkGateway1: { id: ends.gateway, properties: {} },
      peer: { id: ends.circuit },
      routingWeight: numberIn(weight),
      expressRouteGatewayBypass: fastPath,
      ...(fastPath && privateLinkFastPath && { enablePrivateLinkFastPath: true }),
    },
  }
}

/** A hub is connected to the peering, not to the circuit (ExpressRoute document 2.5). */
export function hubConnectionBody(
  { weight, fastPath, privateLinkFastPath }: CircuitAnswers['connection'],
  peering: string,
): JsonObject {
  return {
    properties: {
      expressRouteCircuitPeering: { id: peering },
      routingWeight: numberIn(weight),
      expressRouteGatewayBypass: fastPath,
      ...(fastPath && privateLinkFastPath && { enablePrivateLinkFastPath: true }),
    },
  }
}

/** What is no number goes as it was typed: a check has said so, and Azure would too. */
function numberIn(text: string): number | string {
  return /^\d+$/.test(text.trim()) ? Number(text) : text.trim()
}
