import type { JsonObject } from '../../lib/json.ts'
import type { TypedPolicy } from '../edits/ipsec-policy.ts'
import type { SiteValues } from '../edits/site.ts'
import type { Chosen } from '../wizard/chosen.ts'

export const STEPS = [
  'goal',
  'network',
  'gateway',
  'sites',
  'connection',
  'device',
  'review',
  'deploy',
  'verify',
] as const
export type Step = (typeof STEPS)[number]

export interface Goal {
  gateway: 'new' | 'existing'
  /** On-premises devices. */
  devices: 1 | 2
  routing: 'static' | 'bgp'
  use: 'production' | 'test'
}

export interface Network {
  subscriptionId: string
  /** Of the gateway and all that is new; an existing virtual network may be in another. */
  group: Chosen
  /** Short name, `swedencentral`. Given by the virtual network where that is there. */
  region: string
  network: Chosen
  /** Of a new virtual network. */
  addressSpace: string
  /** Of a new GatewaySubnet; not asked where there is one. */
  gatewaySubnet: string
}

export interface Gateway {
  /** ARM id of the existing gateway, where the goal is one. */
  existing: string
  name: string
  sku: string
  generation: string
  activeActive: boolean
  /** One for each instance. */
  addresses: Chosen[]
  bgp: boolean
  asn: string
  /** Custom BGP addresses of each instance, typed with commas or blanks. */
  apipa: string[]
}

/** A device on-premises: a local network gateway and the connection to it. */
export interface Site {
  /** Stays while others come and go. */
  key: string
  use: 'new' | 'existing'
  /** ARM id of the existing local network gateway. */
  existing: string
  name: string
  values: SiteValues
  /** Of the connection. */
  connection: string
}

export interface ConnectionAnswers {
  /** The key itself is never an answer: it lives in memory only, by site (`Keys`). */
  key: 'generated' | 'entered'
  /** One key for all sites, or one for each. */
  oneKey: boolean
  protocol: 'IKEv2' | 'IKEv1'
  policy: 'default' | 'Strong' | 'Compatible' | 'custom'
  custom: TypedPolicy
  dpd: string
  mode: 'Default' | 'InitiatorOnly' | 'ResponderOnly'
  policyBased: boolean
  /** Pairs of prefixes, with policy-based selectors on; empty: what Azure proposes by itself. */
  selectors: { local: string[]; remote: string[] }[]
}

/** Everything somebody chose or typed in the wizard: plain data, so that it can be kept as a draft. No secret. */
export interface Answers {
  goal: Goal
  network: Network
  gateway: Gateway
  sites: Site[]
  connection: ConnectionAnswers
  device: { vendor: string }
  /** Fields somebody touched, by their place: what is not touched follows the goal's defaults. */
  touched: string[]
  /** The place that the names were proposed for, see `placeKey`; absent before any was. */
  namedIn?: string
}

/** Shared keys by the key of their site. In memory only. */
export type Keys = Readonly<Record<string, string>>

/** What a draft is stored as. */
export type StoredAnswers = JsonObject
