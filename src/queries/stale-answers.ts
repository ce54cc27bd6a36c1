import type { QueryKey } from '@tanstack/react-query'
import type { Write } from '../model/edits/write.ts'
import { keyOf } from '../model/paths.ts'

/** Forms of a circuit that its paths go by. */
const OF_PATHS: readonly string[] = ['peering', 'microsoft-peering', 'circuit']

/**
 * Which answers a write makes untrue: after a failover test those of its gateway and of the paths of whichever circuits lead to it, after
 * a change of a circuit or its peering those of its own paths. What was read before says nothing of them any more.
 */
export function makesUntrue({ id, topic }: Pick<Write, 'id' | 'topic'>): (key: QueryKey) => boolean {
  if (topic === 'failover-test')
    return (key) => isOfPaths(key) || (key[0] === 'question' && key[1] === keyOf(id))
  const circuit = /^.*\/expressroutecircuits\/[^/]+/.exec(keyOf(id))?.[0]
  if (circuit === undefined || !OF_PATHS.includes(topic)) return () => false
  return (key) => isOfPaths(key) && String(key[1]).startsWith(`${circuit}/`)
}

function isOfPaths([of, , what]: QueryKey): boolean {
  return of === 'question' && (what === 'paths' || what === 'routes')
}
