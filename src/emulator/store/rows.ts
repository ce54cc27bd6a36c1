import type { Json, JsonObject } from '../wire/json.ts'

/** Everything the emulator remembers is one of these; `key` is unique over all of them. */
export type Row = ResourceRow | GroupRow | OperationRow | ActivityRow | DeploymentRow

export interface ResourceRow {
  kind: 'resource'
  /** The id in lower case. */
  key: string
  /** The id as ARM first wrote it. */
  id: string
  location?: string
  tags?: Record<string, string>
  sku?: JsonObject
  zones?: string[]
  /** The `kind` member of the resource, `RouteServer` on a hub for example. */
  flavour?: string
  identity?: JsonObject
  /** The edge zone it is in, where it is in one. */
  extendedLocation?: JsonObject
  /** Without provisioningState, resourceGuid, and without children, which are rows of their own. */
  properties: JsonObject
  guid: string
  etag: string
  /** What the etag becomes when the write under way ends: `Updating` and `Succeeded` have different ones (recorded behaviour 2.4). */
  nextEtag?: { at: number; etag: string }
  /** The state when no write is under way: a settled one, or whatever an opened file says. */
  state: string
  write?: RunningWrite
  /** Members that change by the clock alone, soonest first. */
  due: Due[]
  /** As it stands in the opened file; gone with the first PUT. */
  body?: JsonObject
  /** What the service knows of it and no answer shows as it is: the far side of a tunnel, clients, a capture. Times in ms. */
  inside?: JsonObject
}

export type SettledState = 'Succeeded' | 'Failed' | 'Canceled'

/** A write that was accepted. It is over when the clock says so: nothing ticks. */
export interface RunningWrite {
  operationId: string
  /** As ARM names it in messages: `PutVirtualNetworkGatewayOperation`. */
  name: string
  shows: 'Updating' | 'Deleting'
  endsAt: number
  endsIn: SettledState
}

export interface Due {
  at: number
  merge: JsonObject
  /** Merged into `inside` at the same moment. */
  inside?: JsonObject
}

export interface GroupRow {
  kind: 'group'
  key: string
  subscriptionId: string
  name: string
  location: string
  tags?: Record<string, string>
  /** When the group is gone. Until then it reads `Deleting`. */
  goneAt?: number
  /** When a deletion that will fail gives up. Until then it reads `Deleting`. */
  blockedUntil?: number
}

export interface OperationRow {
  kind: 'operation'
  key: string
  operationId: string
  startedAt: number
  endsAt: number
  failure?: OperationFailure
  /** What a group deletion that was blocked answers at the end, with 409. */
  blockedBy?: JsonObject
  /** What the operation resource carries besides its status when it succeeded (recorded behaviour 1.4). */
  succeedsWith?: JsonObject
  /** What `operationResults` answers at the end: 204 after a delete, 200 after an action. */
  resultStatus: 200 | 204
  /** The body of that answer; `null` when an action has nothing to tell. */
  result?: Json
  /** Of those with the same text one runs at a time. */
  exclusive?: string
  /** Header names the start sent, repeated by the answers of `operationResults`. */
  announces: readonly OperationHeader[]
  /** Whether the start said `Azure-AsyncNotification`: its results say it too (azure-cli recordings 2023 and 2024). */
  notifies?: boolean
}

export type OperationHeader = 'Azure-AsyncOperation' | 'Location'

export interface OperationFailure {
  code: string
  message: string
}

/** One write, delete or action that was asked for. Its events follow from it and the clock (`insights/activity-events.ts`). */
export interface ActivityRow {
  kind: 'activity'
  /** See `activityKey`: a new one takes the place of the oldest. */
  key: string
  /** Counts up; those an estate brings along count from below. */
  sequence: number
  correlationId: string
  clientRequestId?: string
  /** `Microsoft.Network/connections/sharedkey/write` */
  action: string
  /** ARM id of what it was about. */
  scope: string
  method: string
  caller: { name: string; objectId: string; tenantId?: string; appId?: string }
  startedAt: number
  /** HTTP status of the answer. */
  status: number
  /** Of a long-running operation. */
  endsAt?: number
  /** Why it was refused, or failed at its end. */
  failure?: OperationFailure
}

/** A deployment of a template: what it was told, and how far it is. Its resources are rows of their own. */
export interface DeploymentRow {
  kind: 'deployment'
  /** The id in lower case. */
  key: string
  id: string
  name: string
  location?: string
  tags?: Record<string, string>
  /** Whose rights its writes have. */
  caller: ActivityRow['caller']
  correlationId: string
  /** Names this run in the address of its status. */
  runId: string
  /** Where the client reached ARM: addresses in answers to its writes begin with it. */
  origin: string
  startedAt: number
  /** Until then it is Accepted. */
  beginsAt: number
  template: JsonObject
  /** As an answer shows them. */
  parameters: JsonObject
  /** The parameters as sent, with secure values; gone when it has ended. */
  sent?: JsonObject
  /** Texts of secure values, to keep them out of answers. */
  secrets: string[]
  steps: DeploymentStep[]
  end?: DeploymentEnd
  /** When it is no more. */
  goneAt?: number
}

export interface DeploymentEnd {
  at: number
  state: SettledState
  error?: JsonObject
  outputs?: JsonObject
}

/** One resource of a deployment. */
export interface DeploymentStep {
  /** The id in lower case. */
  key: string
  id: string
  operationId: string
  type: string
  name: string
  apiVersion: string
  location?: string
  /** What is PUT; gone when it was. */
  body?: JsonObject
  /** Keys of the steps that have to be done before. */
  waitsFor: string[]
  state: StepState
}

export type StepState =
  /** `tries`: how often it was told to come back later. */
  | { is: 'waiting'; notBefore?: number; tries?: number }
  /** The write was accepted; with what it fails at its end is known from the start. */
  | { is: 'begun'; at: number; status: number; endsAt: number; failure?: JsonObject }
  /** A nested deployment is under way. */
  | { is: 'nested'; at: number; status: number }
  | { is: 'refused'; at: number; status: number; failure: JsonObject }

export function groupKey(subscriptionId: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${name}`.toLowerCase()
}

export function operationKey(operationId: string): string {
  return `operation/${operationId.toLowerCase()}`
}

/** How many activities of people are kept; an estate's past is beside them. */
const KEPT_ACTIVITIES = 500

/** @param sequence negative for what an estate brings along */
export function activityKey(sequence: number): string {
  return `activity/${sequence < 0 ? sequence : sequence % KEPT_ACTIVITIES}`
}
