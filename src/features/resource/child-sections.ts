import type { FieldValue, Section } from '../../model/details/field.ts'
import type { Estate } from '../../model/estate.ts'
import { count } from '../../model/format.ts'
import { connectionVerdict } from '../../model/details/values.ts'
import { keyOf, nameOfId } from '../../model/paths.ts'
import type { Kind, Resource } from '../../model/resources/resource.ts'
import { isRouteServer } from '../../model/virtual-wan/readiness.ts'
import { judge } from '../../model/status/judge.ts'

/** Children that no list over a subscription knows: read when their parent is looked at. */
export interface ChildCollection {
  /** The last segment of the collection's address. */
  segment: string
  title: string
  /** In a sentence: "3 route tables". */
  one: string
  empty: string
}

const COLLECTIONS: Partial<Record<Kind, readonly ChildCollection[]>> = {
  virtualHub: [
    {
      segment: 'hubVirtualNetworkConnections',
      title: 'Virtual network connections',
      one: 'connection',
      empty: 'No virtual network is connected to this hub.',
    },
    {
      segment: 'hubRouteTables',
      title: 'Route tables',
      one: 'route table',
      empty: 'It has no route tables.',
    },
    {
      segment: 'routingIntent',
      title: 'Routing intent',
      one: 'intent',
      empty: 'not configured: route tables decide where traffic goes.',
    },
    {
      segment: 'bgpConnections',
      title: 'BGP peers',
      one: 'peer',
      empty: 'No router speaks BGP with it. Gateways of the hub need none of these.',
    },
  ],
}

export function childCollections(resource: Resource): readonly ChildCollection[] {
  const all = COLLECTIONS[resource.kind] ?? []
  // A Route Server has peers and nothing else of a hub.
  return resource.kind === 'virtualHub' && isRouteServer(resource)
    ? all.filter(({ segment }) => segment === 'bgpConnections')
    : all
}

/** A table of children: state, name, and what its kind is asked for first. */
export function childSection(
  collection: ChildCollection,
  children: readonly Resource[],
  estate: Estate,
): Section {
  return {
    title: collection.title,
    ...(children.length > 0 && { note: count(children.length, collection.one) }),
    columns: [{ label: 'State' }, { label: 'Name' }, ...columnsOf(children[0])],
    rows: children.map((child) => ({
      key: child.key,
      cells: [
        state(child, estate),
        { is: 'resource', id: child.id, name: child.name },
        ...cellsOf(child, estate),
      ],
    })),
    empty: collection.empty,
  }
}

function columnsOf(child: Resource | undefined): Section['columns'] {
  switch (child?.kind) {
    case 'hubVirtualNetworkConnection':
      return [
        { label: 'Virtual network' },
        { label: 'Route table' },
        { label: 'Propagates to' },
        { label: 'Internet security' },
      ]
    case 'hubRouteTable':
      return [
        { label: 'Labels' },
        { label: 'Static routes', align: 'end' },
        { label: 'Associated' },
        { label: 'Propagating' },
      ]
    case 'routingIntent':
      return [{ label: 'Traffic' }, { label: 'Next hop' }]
    case 'hubBgpConnection':
      return [{ label: 'Session' }, { label: 'Address' }, { label: 'AS' }, { label: 'Through' }]
    default:
      return []
  }
}

function cellsOf(child: Resource, estate: Estate): FieldValue[] {
  switch (child.kind) {
    case 'hubVirtualNetworkConnection':
      return [
        reference(child.remoteVirtualNetworkId, estate),
        reference(child.associatedRouteTableId, estate),
        list([
          ...child.propagatedRouteTableIds.map((id) => reference(id, estate)),
          ...child.propagatedLabels.map((label): FieldValue => ({ is: 'text', text: `label ${label}` })),
        ]),
        { is: 'text', text: child.enableInternetSecurity ? 'on' : 'off' },
      ]
    case 'hubRouteTable':
      return [
        list(child.labels.map((label) => ({ is: 'text', text: label }))),
        number(child.routes.length),
        list(child.associatedConnectionIds.map((id) => reference(id, estate))),
        list(child.propagatingConnectionIds.map((id) => reference(id, estate))),
      ]
    case 'routingIntent':
      return [
        list(
          child.policies.flatMap(({ destinations }) => destinations.map((text) => ({ is: 'text', text }))),
        ),
        list(child.policies.map(({ nextHopId }) => reference(nextHopId, estate))),
      ]
    case 'hubBgpConnection':
      return [
        child.connectionState === undefined
          ? { is: 'absent', text: 'not given' }
          : { is: 'state', text: child.connectionState, verdict: connectionVerdict(child.connectionState) },
        child.peerIp === undefined ? { is: 'absent', text: 'none' } : { is: 'code', text: child.peerIp },
        child.peerAsn === undefined
          ? { is: 'absent', text: 'none' }
          : { is: 'code', text: String(child.peerAsn) },
        reference(child.networkConnectionId, estate),
      ]
    default:
      return []
  }
}

function state(child: Resource, estate: Estate): FieldValue {
  const { verdict } = judge(child, (id) => estate.resources.get(keyOf(id)))
  return child.provisioningState === undefined
    ? { is: 'absent', text: 'not given' }
    : { is: 'state', text: child.provisioningState, verdict }
}

function reference(id: string | undefined, estate: Estate): FieldValue {
  if (id === undefined) return { is: 'absent', text: 'none' }
  const read = estate.resources.get(keyOf(id))
  return { is: 'resource', id: read?.id ?? id, name: read?.name ?? nameOfId(id) }
}

function list(items: FieldValue[]): FieldValue {
  return items.length === 0 ? { is: 'absent', text: 'none' } : { is: 'list', items }
}

function number(value: number): FieldValue {
  return { is: 'text', text: String(value) }
}
