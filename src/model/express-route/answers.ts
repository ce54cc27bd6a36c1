import type { JsonObject } from '../../lib/json.ts'
import type { Chosen } from '../wizard/chosen.ts'

export const STEPS = [
  'resiliency',
  'circuits',
  'order',
  'ordered',
  'provider',
  'peering',
  'microsoft',
  'gateway',
  'connection',
  'review',
  'deploy',
  'verify',
] as const
export type Step = (typeof STEPS)[number]

/** What is created first, and what once the provider has done its part; the gateway may be made meanwhile. */
export type Phase = 'order' | 'connect'

/** Two circuits in two locations; one of a Metro location; one (ExpressRoute document 2.1). */
export type Resiliency = 'maximum' | 'high' | 'standard'

export interface Goal {
  /** Of new circuits. */
  subscriptionId: string
  /** Of new circuits. */
  group: Chosen
  resiliency: Resiliency
  port: 'provider' | 'direct'
  to: 'network' | 'hub'
}

export interface PeeringAnswers {
  /** `provider`: it runs layer 3 and makes the peering itself; it is waited for. */
  by: 'customer' | 'provider'
  addressing: 'ipv4' | 'ipv6' | 'both'
  asn: string
  /** /30 each. */
  primary: string
  secondary: string
  /** /126 each. */
  primary6: string
  secondary6: string
  vlan: string
  /** Whether an MD5 key goes with it; the key itself is never an answer (`Keys`). */
  md5: boolean
}

/** The Microsoft peering that a circuit may have too. Members of what is not wanted stay as they were typed. */
export interface MicrosoftAnswers {
  wanted: boolean
  addressing: 'ipv4' | 'ipv6' | 'both'
  asn: string
  vlan: string
  /** Public /30 each. */
  primary: string
  secondary: string
  /** Public /126 each. */
  primary6: string
  secondary6: string
  /** Public prefixes that are announced, as lines. */
  prefixes: string
  prefixes6: string
  /** Whose AS number they are registered for, where that is not the peer's. */
  customerAsn: string
  /** Of `REGISTRIES`. */
  registry: string
  /** ARM id; empty: none, and then Microsoft advertises nothing. */
  routeFilter: string
  routeFilter6: string
}

export interface ConnectionAnswers {
  name: string
  weight: string
  fastPath: boolean
  privateLinkFastPath: boolean
}

/** A circuit, its peerings and the connection to it. Members of what is not its use stay as they were typed. */
export interface CircuitAnswers {
  /** Stays while others come and go. */
  key: string
  /** `redeemed`: of somebody else, by its URI and an authorization key, which is never an answer (`Keys`). */
  use: 'new' | 'existing' | 'redeemed'
  /** ARM id of the existing circuit. */
  existing: string
  /** ARM id of somebody else's circuit, as it was given. */
  uri: string
  name: string
  /** Short name; of the resource, not of its peering location. */
  region: string
  /** As the subscription's list spells them: they are sent back verbatim (ExpressRoute document 7.1). */
  provider: string
  location: string
  /** Mbps. */
  bandwidth: string
  /** Of a circuit on an own port. */
  portId: string
  gbps: string
  rateLimiting: boolean
  tier: 'Local' | 'Standard' | 'Premium'
  family: 'MeteredData' | 'UnlimitedData'
  peering: PeeringAnswers
  microsoft: MicrosoftAnswers
  connection: ConnectionAnswers
}

export interface Gateway {
  use: 'new' | 'existing'
  /** ARM id of the existing ExpressRoute gateway, of a virtual network or of a hub as the goal says. */
  existing: string
  /** Of a new gateway and what is new around it; given by an existing virtual network or hub. */
  subscriptionId: string
  /** Of a new gateway, its public address and the connections. */
  group: Chosen
  /** Given by the virtual network or hub where that is there. */
  region: string
  name: string
  /** Of one in a virtual network. */
  sku: string
  /** Scale units, of SKU ErGwScale and of one in a hub. */
  units: { min: string; max: string }
  /** `azure`: it is given one by Azure, which regions come to do; `own`: one of the subscription. */
  address: 'azure' | 'own'
  publicAddress: Chosen
  network: Chosen
  /** Of a new virtual network. */
  addressSpace: string
  /** The same, where a private peering has IPv6; empty: none. */
  addressSpace6: string
  /** Of a new GatewaySubnet; not asked where there is one. */
  gatewaySubnet: string
  /** ARM id of the virtual hub that a new gateway goes into. */
  hub: string
}

/** Everything somebody chose or typed in the wizard: plain data, so that it can be kept as a draft. No secret. */
export interface Answers {
  goal: Goal
  /** One, or two for `maximum`. */
  circuits: CircuitAnswers[]
  /** "My provider is ready, billing starts now": what was agreed to, as `withConsent` has it; empty where nothing was. */
  order: { agreed: string }
  gateway: Gateway
  /** What circuits of one set-up share as a tag: short, letters and digits. */
  setUp: string
  /** Fields somebody touched, by their place: what is not touched follows from the rest. */
  touched: string[]
  /** The places that the names were proposed for, `placeKeyOf` each; absent before any was. */
  namedIn?: { circuits: string; gateway: string }
}

/** MD5 keys and authorization keys, by `md5KeyOf` and `authorizationKeyOf` of their circuit. In memory only. */
export type Keys = Readonly<Record<string, string>>

export function md5KeyOf({ key }: Pick<CircuitAnswers, 'key'>): string {
  return `${key}.md5`
}

export function authorizationKeyOf({ key }: Pick<CircuitAnswers, 'key'>): string {
  return `${key}.authorization`
}

/** What a draft is stored as. */
export type StoredAnswers = JsonObject
