import { keyOf, typeOfId } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import type { ResourceChange } from './changes.ts'

/**
 * A PUT of these is the whole of them: subnets, peerings, authorizations, routing and route tables that it does not name go (ARM contract 9.1,
 * ExpressRoute document 10). A plan holds them only where they are not there, or says that it writes one again.
 */
const WRITTEN_WHOLE: ReadonlySet<string> = new Set([
  'microsoft.network/virtualnetworks',
  'microsoft.network/virtualnetworks/subnets',
  'microsoft.network/expressroutecircuits',
  'microsoft.network/expressroutecircuits/peerings',
  'microsoft.network/virtualhubs/hubvirtualnetworkconnections',
])

/** What has to be seen before a plan is sent, ids as the plan has them. */
export interface Overwrites {
  /** Planned as new, and there. */
  there: readonly string[]
  /** Nothing that a plan is sent to do: whatever it is of. */
  deleted: readonly string[]
  /** Planned as new, and to be read: what-if does not say that they are there, which takes a while and may not see everything. */
  toRead: readonly string[]
}

/**
 * What a deployment would write over.
 * @param changes what what-if says; `undefined` where it says nothing
 * @param planned what the plan writes
 */
export function overwritesIn(
  changes: readonly ResourceChange[] | undefined,
  planned: readonly Pick<PlannedResource, 'id' | 'again'>[],
): Overwrites {
  const found = new Map(changes?.map(({ id, change }) => [keyOf(id), change]))
  const whole = planned.flatMap(({ id, again }) =>
    again !== true && WRITTEN_WHOLE.has(keyOf(typeOfId(id) ?? '')) ? id : [],
  )
  const there: string[] = []
  const toRead: string[] = []
  for (const id of whole) {
    const change = found.get(keyOf(id))
    switch (change) {
      case 'NoChange':
      case 'NoEffect':
      case 'Delete':
        break
      case 'Modify':
      case 'Deploy':
        there.push(id)
        break
      case 'Create':
      case 'Ignore':
      case 'Unsupported':
      case undefined:
        toRead.push(id)
        break
      default:
        change satisfies never
    }
  }
  return {
    there,
    deleted: (changes ?? []).flatMap(({ id, change }) => (change === 'Delete' ? id : [])),
    toRead,
  }
}
