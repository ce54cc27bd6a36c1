import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { flagIn, oneOf, readChosen, textIn, textsIn } from '../wizard/read-stored.ts'
import { REGISTRIES } from '../edits/microsoft-peering.ts'
import type { Answers, CircuitAnswers, Gateway, Goal, MicrosoftAnswers, StoredAnswers } from './answers.ts'

/**
 * Answers of a draft. Storage is anybody's: a member of another shape is taken as not typed, and what is no object at all as no draft.
 * Circuits without a key of their own are left out.
 */
export function readAnswers(stored: StoredAnswers): Answers | undefined {
  const { goal, circuits, order, gateway, setUp, touched, namedIn } = stored
  if (!isJsonObject(goal) || !Array.isArray(circuits) || !isJsonObject(gateway)) return undefined
  return {
    goal: readGoal(goal),
    circuits: readCircuits(circuits),
    order: { agreed: isJsonObject(order) ? textIn(order.agreed) : '' },
    gateway: readGateway(gateway),
    setUp: /^[\w-]{1,40}$/.test(textIn(setUp)) ? textIn(setUp) : '',
    touched: textsIn(touched),
    ...(isJsonObject(namedIn) && {
      namedIn: { circuits: textIn(namedIn.circuits), gateway: textIn(namedIn.gateway) },
    }),
  }
}

function readGoal({ subscriptionId, group, resiliency, port, to }: JsonObject): Goal {
  return {
    subscriptionId: textIn(subscriptionId),
    group: readChosen(group),
    resiliency: oneOf(['maximum', 'high', 'standard'], resiliency),
    port: oneOf(['provider', 'direct'], port),
    to: oneOf(['network', 'hub'], to),
  }
}

function readCircuits(stored: readonly Json[]): CircuitAnswers[] {
  const circuits = new Map<string, CircuitAnswers>()
  for (const one of stored) {
    if (!isJsonObject(one) || typeof one.key !== 'string' || one.key === '' || circuits.has(one.key)) continue
    const peering = isJsonObject(one.peering) ? one.peering : {}
    const microsoft = isJsonObject(one.microsoft) ? one.microsoft : {}
    const connection = isJsonObject(one.connection) ? one.connection : {}
    circuits.set(one.key, {
      key: one.key,
      use: oneOf(['new', 'existing', 'redeemed'], one.use),
      existing: textIn(one.existing),
      uri: textIn(one.uri),
      name: textIn(one.name),
      region: textIn(one.region),
      provider: textIn(one.provider),
      location: textIn(one.location),
      bandwidth: textIn(one.bandwidth),
      portId: textIn(one.portId),
      gbps: textIn(one.gbps),
      rateLimiting: flagIn(one.rateLimiting),
      tier: oneOf(['Standard', 'Local', 'Premium'], one.tier),
      family: oneOf(['MeteredData', 'UnlimitedData'], one.family),
      peering: {
        by: oneOf(['customer', 'provider'], peering.by),
        addressing: oneOf(['ipv4', 'ipv6', 'both'], peering.addressing),
        asn: textIn(peering.asn),
        primary: textIn(peering.primary),
        secondary: textIn(peering.secondary),
        primary6: textIn(peering.primary6),
        secondary6: textIn(peering.secondary6),
        vlan: textIn(peering.vlan),
        md5: flagIn(peering.md5),
      },
      microsoft: readMicrosoft(microsoft),
      connection: {
        name: textIn(connection.name),
        weight: textIn(connection.weight),
        fastPath: flagIn(connection.fastPath),
        privateLinkFastPath: flagIn(connection.privateLinkFastPath),
      },
    })
  }
  return [...circuits.values()]
}

function readMicrosoft(stored: JsonObject): MicrosoftAnswers {
  return {
    wanted: flagIn(stored.wanted),
    addressing: oneOf(['ipv4', 'ipv6', 'both'], stored.addressing),
    asn: textIn(stored.asn),
    vlan: textIn(stored.vlan),
    primary: textIn(stored.primary),
    secondary: textIn(stored.secondary),
    primary6: textIn(stored.primary6),
    secondary6: textIn(stored.secondary6),
    prefixes: textIn(stored.prefixes),
    prefixes6: textIn(stored.prefixes6),
    customerAsn: textIn(stored.customerAsn),
    registry: oneOf(REGISTRIES, stored.registry),
    routeFilter: textIn(stored.routeFilter),
    routeFilter6: textIn(stored.routeFilter6),
  }
}

function readGateway(stored: JsonObject): Gateway {
  const units = isJsonObject(stored.units) ? stored.units : {}
  return {
    use: oneOf(['new', 'existing'], stored.use),
    existing: textIn(stored.existing),
    subscriptionId: textIn(stored.subscriptionId),
    group: readChosen(stored.group),
    region: textIn(stored.region),
    name: textIn(stored.name),
    sku: textIn(stored.sku),
    units: { min: textIn(units.min), max: textIn(units.max) },
    address: oneOf(['azure', 'own'], stored.address),
    publicAddress: readChosen(stored.publicAddress),
    network: readChosen(stored.network),
    addressSpace: textIn(stored.addressSpace),
    addressSpace6: textIn(stored.addressSpace6),
    gatewaySubnet: textIn(stored.gatewaySubnet),
    hub: textIn(stored.hub),
  }
}
