import { count, sentenceList } from '../format.ts'
import type { Link } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import type { Judgement, Reason } from './verdict.ts'

/** Kinds whose connections, gateways or hubs stand beside them as counts. */
const PARENTS = new Set<Resource['kind']>([
  'virtualNetworkGateway',
  'vpnGateway',
  'expressRouteGateway',
  'expressRouteCircuit',
  'virtualHub',
  'virtualWan',
  // Azure tells no state of a site but that of its last change (Virtual WAN document 5.1).
  'vpnSite',
])

/** What a child is of its parent, and what several are called. */
const ROLES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  Connections: ['connection', 'connections'],
  'Hub connections': ['connection', 'connections'],
  Gateways: ['gateway', 'gateways'],
  Hubs: ['hub', 'hubs'],
}

/** Whether a resource's children can add to its verdict. */
export function isParent(kind: Resource['kind']): boolean {
  return PARENTS.has(kind)
}

/** How many names a reason spells out before it only counts. */
const NAMED = 3

/**
 * What children add to the verdict of a gateway, a circuit, a site, a hub or a WAN: Attention at most, never Down. A hub's gateway counts for its
 * connections too, and a WAN's hub for its gateways.
 * @param own of a resource by its own states alone
 */
export function childReasons(
  resource: Resource,
  links: (key: string) => readonly Link[],
  own: (key: string) => Judgement | undefined,
): Reason[] {
  if (!isParent(resource.kind)) return []
  const children = childrenOf(resource.key, links)
  const bad = children.filter(({ id }) => isBad(keyOf(id), links, own))
  const first = bad[0]
  if (!first) return []
  const names = bad.slice(0, NAMED).map(({ id }) => id.slice(id.lastIndexOf('/') + 1))
  if (bad.length > NAMED) names.push(count(bad.length - NAMED, 'more', 'more'))
  const [one, many] = ROLES[first.role] ?? ['resource', 'resources']
  const share = `${bad.length} of ${count(children.length, one, many)}`
  const text = `${share} ${bad.length === 1 ? 'needs' : 'need'} attention: ${sentenceList(names)}`
  return [{ verdict: 'attention', text, about: first.id, inherited: true }]
}

function childrenOf(key: string, links: (key: string) => readonly Link[]): Link[] {
  return links(key).filter(({ role, direction }) => direction === 'usedBy' && Object.hasOwn(ROLES, role))
}

function isBad(
  key: string,
  links: (key: string) => readonly Link[],
  own: (key: string) => Judgement | undefined,
): boolean {
  const verdict = own(key)?.verdict
  if (verdict === 'down' || verdict === 'attention') return true
  return childrenOf(key, links).some(({ id }) => isBad(keyOf(id), links, own))
}
