import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { readPolicy } from '../wizard/read-policy.ts'
import { flagIn, oneOf, readChosen, textIn, textsIn } from '../wizard/read-stored.ts'
import type { Answers, ConnectionAnswers, Hub, Site, SiteLink, StoredAnswers } from './answers.ts'

/**
 * Answers of a draft. Storage is anybody's: a member of another shape is taken as not typed, and what is no object at all as no draft.
 * Sites without a key of their own are left out.
 */
export function readAnswers(stored: StoredAnswers): Answers | undefined {
  const { goal, hub, gateway, sites, connection, touched, namedIn } = stored
  if (!isJsonObject(goal) || !isJsonObject(hub) || !isJsonObject(gateway)) return undefined
  if (!Array.isArray(sites) || !isJsonObject(connection)) return undefined
  return {
    goal: {
      subscriptionId: textIn(goal.subscriptionId),
      group: readChosen(goal.group),
      wan: readChosen(goal.wan),
    },
    hub: readHub(hub),
    gateway: {
      name: textIn(gateway.name),
      units: textIn(gateway.units),
      internet: flagIn(gateway.internet),
    },
    sites: readSites(sites),
    connection: readConnection(connection),
    touched: textsIn(touched),
    ...(typeof namedIn === 'string' && { namedIn }),
  }
}

function readHub(stored: JsonObject): Hub {
  return {
    use: oneOf(['new', 'existing'], stored.use),
    existing: textIn(stored.existing),
    name: textIn(stored.name),
    region: textIn(stored.region),
    prefix: textIn(stored.prefix),
    capacity: textIn(stored.capacity),
    preference: oneOf(['ExpressRoute', 'VpnGateway', 'ASPath'], stored.preference),
    networks: textsIn(stored.networks),
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
      vendor: textIn(one.vendor),
      model: textIn(one.model),
      prefixes: textsIn(one.prefixes),
      links: Array.isArray(one.links) ? one.links.filter(isJsonObject).map(readLink) : [],
    })
  }
  return [...sites.values()]
}

function readLink({ name, provider, speed, endpoint, asn, peer }: JsonObject): SiteLink {
  return {
    name: textIn(name),
    provider: textIn(provider),
    speed: textIn(speed),
    endpoint: textIn(endpoint),
    asn: textIn(asn),
    peer: textIn(peer),
  }
}

function readConnection(stored: JsonObject): ConnectionAnswers {
  return {
    key: oneOf(['azure', 'each', 'one'], stored.key),
    protocol: oneOf(['IKEv2', 'IKEv1'], stored.protocol),
    policy: oneOf(['default', 'Strong', 'Compatible', 'custom'], stored.policy),
    custom: readPolicy(isJsonObject(stored.custom) ? stored.custom : {}),
    bgp: stored.bgp !== false,
    defaultRoute: flagIn(stored.defaultRoute),
    policyBased: flagIn(stored.policyBased),
  }
}
