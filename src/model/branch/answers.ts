import type { JsonObject } from '../../lib/json.ts'
import type { TypedPolicy } from '../edits/ipsec-policy.ts'
import type { Chosen } from '../wizard/chosen.ts'

export const STEPS = [
  'goal',
  'hub',
  'gateway',
  'sites',
  'connection',
  'review',
  'deploy',
  'devices',
  'verify',
] as const
export type Step = (typeof STEPS)[number]

export interface Goal {
  /** Of what is new; that of the virtual WAN where that is there. */
  subscriptionId: string
  group: Chosen
  wan: Chosen
}

export type RoutingPreference = 'ExpressRoute' | 'VpnGateway' | 'ASPath'

export interface Hub {
  use: 'new' | 'existing'
  /** ARM id of the existing hub. */
  existing: string
  name: string
  /** Short name; of a hub that is there its own. */
  region: string
  prefix: string
  /** Routing infrastructure units, at least. */
  capacity: string
  preference: RoutingPreference
  /** ARM ids of virtual networks that come to the hub. */
  networks: string[]
}

/** Of a hub without a VPN gateway; one that is there is used as it is, since a hub takes one. */
export interface Gateway {
  name: string
  units: string
  /** Its traffic goes over the internet of providers rather than over Microsoft's network; chosen once. */
  internet: boolean
}

/** One way from a site to the internet. It speaks BGP where it has an AS number. */
export interface SiteLink {
  name: string
  provider: string
  /** Mbps. */
  speed: string
  /** Public IPv4 address or DNS name of the device. */
  endpoint: string
  asn: string
  /** The address that the device speaks BGP from. */
  peer: string
}

/** A branch: a VPN site, and the connection of the hub to it. Members of what is not its use stay as they were typed. */
export interface Site {
  /** Stays while others come and go. */
  key: string
  use: 'new' | 'existing'
  /** ARM id of the existing VPN site. */
  existing: string
  name: string
  vendor: string
  model: string
  prefixes: string[]
  links: SiteLink[]
}

/** The same for all branches. */
export interface ConnectionAnswers {
  /** One key for all that is typed, one for each that is made here, or Azure makes them. The key itself is never an answer (`Keys`). */
  key: 'azure' | 'each' | 'one'
  protocol: 'IKEv2' | 'IKEv1'
  policy: 'default' | 'Strong' | 'Compatible' | 'custom'
  custom: TypedPolicy
  /** Links with an AS number speak BGP. */
  bgp: boolean
  /** The hub's default route goes to the branches: `enableInternetSecurity`. */
  defaultRoute: boolean
  policyBased: boolean
}

/** Everything somebody chose or typed in the wizard: plain data, so that it can be kept as a draft. No secret. */
export interface Answers {
  goal: Goal
  hub: Hub
  gateway: Gateway
  sites: Site[]
  connection: ConnectionAnswers
  /** Fields somebody touched, by their place: what is not touched follows from the rest. */
  touched: string[]
  /** The place that the names were proposed for, see `placeKeyOf`; absent before any was. */
  namedIn?: string
}

/** Shared keys by the key of their site, or `ONE_KEY`. In memory only. */
export type Keys = Readonly<Record<string, string>>

/** Under which `Keys` has the one that is typed for all. */
export const ONE_KEY = 'one'

/** What a draft is stored as. */
export type StoredAnswers = JsonObject
