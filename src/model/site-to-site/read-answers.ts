import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { readSiteValues } from '../edits/site.ts'
import { readPolicy } from '../wizard/read-policy.ts'
import { oneOf, readChosen, textIn, textsIn } from '../wizard/read-stored.ts'
import type { Answers, ConnectionAnswers, Gateway, Goal, Network, Site, StoredAnswers } from './answers.ts'

/**
 * Answers of a draft. Storage is anybody's: a member of another shape is taken as not typed, and what is no object at all as no draft.
 * Sites without a key of their own are left out.
 */
export function readAnswers(stored: StoredAnswers): Answers | undefined {
  const { goal, network, gateway, sites, connection, device, touched, namedIn } = stored
  if (!isJsonObject(goal) || !isJsonObject(network) || !isJsonObject(gateway)) return undefined
  if (!Array.isArray(sites) || !isJsonObject(connection)) return undefined
  return {
    goal: readGoal(goal),
    network: readNetwork(network),
    gateway: readGateway(gateway),
    sites: readSites(sites),
    connection: readConnection(connection),
    device: { vendor: textIn(isJsonObject(device) ? device.vendor : undefined) },
    touched: textsIn(touched),
    ...(typeof namedIn === 'string' && { namedIn }),
  }
}

function readGoal({ gateway, devices, routing, use }: JsonObject): Goal {
  return {
    gateway: oneOf(['new', 'existing'], gateway),
    devices: devices === 2 ? 2 : 1,
    routing: oneOf(['static', 'bgp'], routing),
    use: oneOf(['production', 'test'], use),
  }
}

function readNetwork(stored: JsonObject): Network {
  return {
    subscriptionId: textIn(stored.subscriptionId),
    group: readChosen(stored.group),
    region: textIn(stored.region),
    network: readChosen(stored.network),
    addressSpace: textIn(stored.addressSpace),
    gatewaySubnet: textIn(stored.gatewaySubnet),
  }
}

function readGateway(stored: JsonObject): Gateway {
  return {
    existing: textIn(stored.existing),
    name: textIn(stored.name),
    sku: textIn(stored.sku),
    generation: textIn(stored.generation),
    activeActive: stored.activeActive === true,
    addresses: Array.isArray(stored.addresses) ? stored.addresses.map(readChosen) : [],
    bgp: stored.bgp === true,
    asn: textIn(stored.asn),
    apipa: textsIn(stored.apipa),
  }
}

function readSites(stored: readonly Json[]): Site[] {
  const sites = new Map<string, Site>()
  for (const one of stored) {
    if (!isJsonObject(one) || typeof one.key !== 'string' || one.key === '' || sites.has(one.key)) continue
    sites.set(one.key, {
      key: one.key,
      use: oneOf(['new', 'existing'], one.use),
      existing: textIn(one.existing),
      name: textIn(one.name),
      values: readSiteValues(isJsonObject(one.values) ? one.values : {}),
      connection: textIn(one.connection),
    })
  }
  return [...sites.values()]
}

function readConnection(stored: JsonObject): ConnectionAnswers {
  return {
    key: oneOf(['generated', 'entered'], stored.key),
    oneKey: stored.oneKey === true,
    protocol: oneOf(['IKEv2', 'IKEv1'], stored.protocol),
    policy: oneOf(['default', 'Strong', 'Compatible', 'custom'], stored.policy),
    custom: readPolicy(isJsonObject(stored.custom) ? stored.custom : {}),
    dpd: textIn(stored.dpd),
    mode: oneOf(['Default', 'InitiatorOnly', 'ResponderOnly'], stored.mode),
    policyBased: stored.policyBased === true,
    selectors: Array.isArray(stored.selectors)
      ? stored.selectors
          .filter(isJsonObject)
          .map(({ local, remote }) => ({ local: textsIn(local), remote: textsIn(remote) }))
      : [],
  }
}
