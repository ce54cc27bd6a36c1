import { type Run, type TypicalTime, typicalTime } from '../operations/durations.ts'
import { keyOf } from '../paths.ts'
import type { PlannedResource } from './plan.ts'

export type TypicalOf = (run: Run) => TypicalTime | undefined

/** What making a resource of a plan is timed as. */
export function creationOf({ id }: Pick<PlannedResource, 'id'>): Run {
  return { method: 'PUT', id, creates: true }
}

/**
 * How long the resources take together: the longest chain of those that wait for each other, since the rest run beside it. One whose time
 * nobody knows counts for nothing.
 * @param done gives what of a resource is over already, in milliseconds, or `all`
 * @returns `undefined` where nothing of it is known
 */
export function planTime(
  { resources }: { resources: readonly Pick<PlannedResource, 'id' | 'dependsOn'>[] },
  typicalOf: TypicalOf = typicalTime,
  done: (id: string) => number | 'all' = () => 0,
): TypicalTime | undefined {
  const ends = new Map<string, { from: number; to: number }>()
  const sources = new Set<TypicalTime['of']>()
  for (const resource of resources) {
    const typical = typicalOf(creationOf(resource))
    if (typical) sources.add(typical.of)
    const over = done(resource.id)
    const before = resource.dependsOn.flatMap((id) => ends.get(keyOf(id)) ?? [])
    const left = (of: number) => (over === 'all' ? 0 : Math.max(0, of - over))
    ends.set(keyOf(resource.id), {
      from: Math.max(0, ...before.map(({ from }) => from)) + left(typical?.from ?? 0),
      to: Math.max(0, ...before.map(({ to }) => to)) + left(typical?.to ?? 0),
    })
  }
  if (sources.size === 0) return undefined
  const all = [...ends.values()]
  return {
    from: Math.max(...all.map(({ from }) => from)),
    to: Math.max(...all.map(({ to }) => to)),
    of: sources.has('azure') ? 'azure' : 'browser',
  }
}
