import type { Estate } from '../estate.ts'
import type { Subscription } from '../inventory.ts'
import type { Right } from '../rights/right.ts'

/** Something asked for besides the estate. */
export type Asked<T> = { is: 'reading' } | { is: 'known'; value: T } | { is: 'notReadable'; why: string }

export interface Region {
  /** `swedencentral` */
  name: string
  /** `Sweden Central` */
  title: string
  /** Availability zones of the subscription there: `['1', '2', '3']`, or none. */
  zones: readonly string[]
}

export interface ResourceGroup {
  subscriptionId: string
  name: string
  location: string
}

/** How much of something a subscription has in a region, and may have: `StandardSkuPublicIpAddresses`. */
export interface Usage {
  name: string
  used: number
  limit: number
}

/** What lies on an existing GatewaySubnet and its virtual network, as far as it was read. */
export interface SubnetFacts {
  prefixes: readonly string[]
  networkSecurityGroupId?: string
  routeTableId?: string
  /** `undefined`: not read. */
  routes?: readonly { name: string; prefix: string }[]
  propagationDisabled?: boolean
  delegations: readonly string[]
  /** Ids of ip configurations in it. */
  usedBy: readonly string[]
}

/** What the answers of any wizard are held against. What could not be read blocks nothing and is said. */
export interface Around {
  estate: Estate
  subscriptions: readonly Subscription[]
  /** Of the chosen subscription. */
  regions: Asked<readonly Region[]>
  groups: Asked<readonly ResourceGroup[]>
  /** Of the chosen virtual network's GatewaySubnet; known and `undefined`: there is none. */
  gatewaySubnet: Asked<SubnetFacts | undefined>
  /** Of the subscription in the region; absent where nobody asked. */
  usages?: Asked<readonly Usage[]>
  /** By action and scope, `Microsoft.Network/virtualNetworkGateways/write /subscriptions/…`. */
  rights: ReadonlyMap<string, Right>
  /** Whether what is in the chosen resource groups can be deleted, asked in the same way; absent where nobody asked. */
  deletes?: ReadonlyMap<string, Right>
}
