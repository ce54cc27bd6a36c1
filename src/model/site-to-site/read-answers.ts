import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { IPSEC_OPTIONS, PRESETS, type TypedPolicy } from '../edits/ipsec-policy.ts'
import { readSiteValues } from '../edits/site.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type {
  Answers,
  ConnectionAnswers,
  Gateway,
  Goal,
  Network,
  Site,
  StoredAnswers,
} from './answers.ts'

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
    device: { vendor: textOf(isJsonObject(device) ? device.vendor : undefined) },
    touched: textsOf(touched),
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
    subscriptionId: textOf(stored.subscriptionId),
    group: readChosen(stored.group),
    region: textOf(stored.region),
    network: readChosen(stored.network),
    addressSpace: textOf(stored.addressSpace),
    gatewaySubnet: textOf(stored.gatewaySubnet),
  }
}

function readGateway(stored: JsonObject): Gateway {
  return {
    existing: textOf(stored.existing),
    name: textOf(stored.name),
    sku: textOf(stored.sku),
    generation: textOf(stored.generation),
    activeActive: stored.activeActive === true,
    addresses: Array.isArray(stored.addresses) ? stored.addresses.map(readChosen) : [],
    bgp: stored.bgp === true,
    asn: textOf(stored.asn),
    apipa: textsOf(stored.apipa),
  }
}

function readSites(stored: readonly Json[]): Site[] {
  const sites = new Map<string, Site>()
  for (const one of stored) {
    if (!isJsonObject(one) || typeof one.key !== 'string' || one.key === '' || sites.has(one.key)) continue
    sites.set(one.key, {
      key: one.key,
      use: oneOf(['new', 'existing'], one.use),
      existing: textOf(one.existing),
      name: textOf(one.name),
      values: readSiteValues(isJsonObject(one.values) ? one.values : {}),
      connection: textOf(one.connection),
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
    dpd: textOf(stored.dpd),
    mode: oneOf(['Default', 'InitiatorOnly', 'ResponderOnly'], stored.mode),
    policyBased: stored.policyBased === true,
    selectors: Array.isArray(stored.selectors)
      ? stored.selectors
          .filter(isJsonObject)
          .map(({ local, remote }) => ({ local: textsOf(local), remote: textsOf(remote) }))
      : [],
  }
}

/** An algorithm no list offers is none: text that is shown and sent comes from the app. */
function readPolicy(stored: JsonObject): TypedPolicy {
  const algorithm = (member: keyof typeof IPSEC_OPTIONS) => {
    const options: readonly string[] = IPSEC_OPTIONS[member]
    const value = textOf(stored[member])
    return options.includes(value) ? value : PRESETS.Strong[member]
  }
  const number = (member: 'saLifeTimeSeconds' | 'saDataSizeKilobytes') => {
    const value = stored[member]
    return typeof value === 'string' ? value : PRESETS.Strong[member]
  }
  return {
    ikeEncryption: algorithm('ikeEncryption'),
    ikeIntegrity: algorithm('ikeIntegrity'),
    dhGroup: algorithm('dhGroup'),
    ipsecEncryption: algorithm('ipsecEncryption'),
    ipsecIntegrity: algorithm('ipsecIntegrity'),
    pfsGroup: algorithm('pfsGroup'),
    saLifeTimeSeconds: number('saLifeTimeSeconds'),
    saDataSizeKilobytes: number('saDataSizeKilobytes'),
  }
}

function readChosen(stored: Json | undefined): Chosen {
  if (!isJsonObject(stored)) return { is: 'new', name: '' }
  return stored.is === 'existing'
    ? { is: 'existing', id: textOf(stored.id) }
    : { is: 'new', name: textOf(stored.name) }
}

function oneOf<T extends string>(options: readonly [T, ...T[]], value: Json | undefined): T {
  return options.find((option) => option === value) ?? options[0]
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
