import { count, sentenceList } from '../format.ts'
import type { Link } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import type { Judgement, Reason } from './verdict.ts'

/** Kinds whose connections stand beside them as counts. */
const PARENTS = new Set<Resource['kind']>([
  'virtualNetworkGateway',
  'vpnGateway',
  'expressRouteGateway',
  'expressRouteCircuit',
])

/** Whether a resource's connections can add to its verdict. */
export function isParent(kind: Resource['kind']): boolean {
  return PARENTS.has(kind)
}

/** How many names a reason spells out before it only counts. */
const NAMED = 3

/** What a gateway's or a circuit's connections add to its verdict: Attention at most, never Down. */
export function childReasons(
  resource: Resource,
  links: readonly Link[],
  judgement: (key: string) => Judgement | undefined,
): Reason[] {
  if (!isParent(resource.kind)) return []
  const connections = links.filter(
    ({ role, direction }) => direction === 'usedBy' && (role === 'Connections' || role === 'Hub connections'),
  )
  const bad = connections.filter(({ id }) => {
    const verdict = judgement(keyOf(id))?.verdict
    return verdict === 'down' || verdict === 'attention'
  })
  const first = bad[0]
  if (!first) return []
  const names = bad.slice(0, NAMED).map(({ id }) => id.slice(id.lastIndexOf('/') + 1))
  if (bad.length > NAMED) names.push(count(bad.length - NAMED, 'more', 'more'))
  const share = `${bad.length} of ${count(connections.length, 'connection')}`
  const text = `${share} ${bad.length === 1 ? 'needs' : 'need'} attention: ${sentenceList(names)}`
  return [{ verdict: 'attention', text, about: first.id, inherited: true }]
}
