import type { JsonObject } from '../../lib/json.ts'

/** A secret that goes into a body only where Azure is to get it. */
export interface PlannedSecret {
  /** Where it stands in the body: `['properties', 'sharedKey']`. */
  path: readonly string[]
  /** The template's parameter: letters and digits, one for each secret of the plan, `sharedKeyMalmo1`. */
  parameter: string
  /** `the shared key of cn-sdc-to-malmo-1` */
  what: string
}

/** One resource that is to be written, whole. */
export interface PlannedResource {
  /** ARM id, the last segment its name. */
  id: string
  /** As ARM spells it: `Microsoft.Network/virtualNetworks/subnets`. */
  type: string
  /** What a PUT sends, in wire shape, without secrets. */
  body: JsonObject
  secrets?: readonly PlannedSecret[]
  /** Ids of resources of this plan that have to be there before. Others are there already. */
  dependsOn: readonly string[]
  /** It is there and is written over on purpose: its making failed, and it holds nothing that would be lost. */
  again?: true
  /** What a reader of the table wants to know: `VpnGw2AZ, active-active, AS 65515`. */
  settings: string
}

export interface PlannedGroup {
  subscriptionId: string
  name: string
  location: string
}

/**
 * What a wizard comes to: everything that is missing and nothing that is there already, in an order in which each resource comes after what it
 * depends on. Pure data without secrets, so that table, picture, exports, rehearsal and the run show the same.
 */
export interface Plan {
  /** Resource groups that are not there yet; they are put first. */
  groups: readonly PlannedGroup[]
  /** The resource group whose deployment it is. Resources of other groups are in nested deployments of it. */
  at: { subscriptionId: string; resourceGroup: string }
  /** Short region name of `at`, `swedencentral`. */
  location: string
  /** Begins the deployment's name: `s2s-vgw-sdc-prod`. */
  name: string
  resources: readonly PlannedResource[]
  /** Resources that are there and only referred to, or whose child is written. */
  uses: readonly { id: string; note: string }[]
}
