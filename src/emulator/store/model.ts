import { idsWithin } from '../wire/read.ts'
import {
  groupKey,
  operationKey,
  type ActivityRow,
  type DeploymentRow,
  type GroupRow,
  type OperationRow,
  type ResourceRow,
  type Row,
} from './rows.ts'

/** The rows in memory, indexed by what requests ask for. One worker has one; the store keeps it true. */
export interface Model {
  put(row: Row): void
  resource(id: string): ResourceRow | undefined
  group(subscriptionId: string, name: string): GroupRow | undefined
  groups(subscriptionId: string): GroupRow[]
  operation(operationId: string): OperationRow | undefined
  operations(): Iterable<OperationRow>
  /** What was written and done, in the order it was asked for. */
  activities(): ActivityRow[]
  /** By its id. */
  deployment(id: string): DeploymentRow | undefined
  deployments(): Iterable<DeploymentRow>
  /** The rows below one collection path (`…/virtualnetworks` or `…/virtualnetworks/hub/subnets`), in order of creation. */
  collection(path: string): ResourceRow[]
  /** The rows whose id lies under `prefix`, `/subscriptions/s/resourcegroups/x/` for example; it names a subscription. */
  under(prefix: string): ResourceRow[]
  /** The rows of one type, `virtualnetworks/subnets`, in one subscription. */
  ofType(type: string, subscriptionId: string): ResourceRow[]
  /** The rows that name this id anywhere in their properties. */
  referrers(id: string): ResourceRow[]
  everything(): Iterable<ResourceRow>
}

export function createModel(rows: Iterable<Row>): Model {
  const resources = new Map<string, ResourceRow>()
  const groups = new Map<string, GroupRow>()
  const operations = new Map<string, OperationRow>()
  const activities = new Map<string, ActivityRow>()
  const deployments = new Map<string, DeploymentRow>()
  const collections = new Map<string, Map<string, ResourceRow>>()
  const types = new Map<string, Map<string, ResourceRow>>()
  const subscriptions = new Map<string, Map<string, ResourceRow>>()
  const naming = new Map<string, Set<string>>()

  function putResource(row: ResourceRow): void {
    const old = resources.get(row.key)
    if (old !== undefined) for (const id of namedBy(old)) naming.get(id)?.delete(row.key)
    resources.set(row.key, row)
    bucket(collections, collectionOf(row.key), () => new Map<string, ResourceRow>()).set(row.key, row)
    const subscription = subscriptionOf(row.key)
    const type = `${subscription} ${typeOf(row.key)}`
    bucket(types, type, () => new Map<string, ResourceRow>()).set(row.key, row)
    bucket(subscriptions, subscription, () => new Map<string, ResourceRow>()).set(row.key, row)
    for (const id of namedBy(row)) bucket(naming, id, () => new Set<string>()).add(row.key)
  }

  const model: Model = {
    put(row) {
      switch (row.kind) {
        case 'resource':
          return putResource(row)
        case 'group':
          return void groups.set(row.key, row)
        case 'operation':
          return void operations.set(row.key, row)
        case 'activity':
          return void activities.set(row.key, row)
        case 'deployment':
          return void deployments.set(row.key, row)
        default:
          row satisfies never
      }
    },
    resource: (id) => resources.get(id.toLowerCase()),
    group: (subscriptionId, name) => groups.get(groupKey(subscriptionId, name)),
    groups: (subscriptionId) => {
      const subscription = subscriptionId.toLowerCase()
      return [...groups.values()].filter((group) => group.subscriptionId.toLowerCase() === subscription)
    },
    operation: (operationId) => operations.get(operationKey(operationId)),
    operations: () => operations.values(),
    activities: () => [...activities.values()].sort((one, other) => one.sequence - other.sequence),
    deployment: (id) => deployments.get(id.toLowerCase()),
    deployments: () => deployments.values(),
    collection: (path) => [...(collections.get(path.toLowerCase())?.values() ?? [])],
    under: (prefix) => {
      const lower = prefix.toLowerCase()
      const rows = subscriptions.get(subscriptionOf(lower))?.values() ?? []
      return [...rows].filter((row) => row.key.startsWith(lower))
    },
    ofType: (type, subscriptionId) => [
      ...(types.get(`${subscriptionId} ${type}`.toLowerCase())?.values() ?? []),
    ],
    referrers: (id) =>
      [...(naming.get(id.toLowerCase()) ?? [])].flatMap((key) => {
        const row = resources.get(key)
        return row === undefined ? [] : [row]
      }),
    everything: () => resources.values(),
  }
  for (const row of rows) model.put(row)
  return model
}

/** Effects to come count too: what they will name is in use from the start. */
function namedBy(row: ResourceRow): Set<string> {
  const ids = idsWithin(row.properties)
  for (const due of row.due) idsWithin(due.merge, ids)
  return ids
}

/** Types of other namespaces keep theirs, so that they are never taken for the network's. */
function typeOf(key: string): string {
  const segments = key.split('/')
  const types = segments.filter((_, index) => index > 6 && index % 2 === 1).join('/')
  return segments[6] === 'microsoft.network' ? types : `${segments[6]}/${types}`
}

function subscriptionOf(key: string): string {
  return key.split('/', 3)[2] ?? ''
}

function collectionOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}

function bucket<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
