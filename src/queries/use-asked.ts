import { useMemo } from 'react'
import { errorIn } from '../model/errors.ts'
import type { Asked } from '../model/wizard/around.ts'
import type { Chosen } from '../model/wizard/chosen.ts'
import { deletesAsked } from '../model/wizard/delete-lock.ts'
import { rightKey, type NeededRight } from '../model/wizard/needed-rights.ts'
import type { Around } from '../model/wizard/around.ts'
import { useRightsOf } from './use-rights.ts'

/** A query that is off, since there is nothing to ask, reads as being read: nobody looks at it. */
export function useAsked<T>({ data, error }: { data: T | undefined; error: Error | null }): Asked<T> {
  return useMemo(() => {
    if (data !== undefined) return { is: 'known', value: data }
    return error === null ? { is: 'reading' } : { is: 'notReadable', why: errorIn(error).message }
  }, [data, error])
}

/**
 * What a plan is held against, with the rights that it needs.
 * @param groups that new resources go into
 */
export function useWithRights<A extends Around>(
  around: A,
  needs: readonly NeededRight[],
  groups: readonly Chosen[],
): A {
  const deletes = useMemo(() => deletesAsked(groups), [groups])
  const asked = useMemo(() => [...needs, ...deletes], [needs, deletes])
  const rights = useRightsOf(asked)
  return useMemo(() => {
    const known = asked.flatMap((need, at) => {
      const right = rights[at]
      return right ? [[rightKey(need), right] as const] : []
    })
    return {
      ...around,
      rights: new Map(known.slice(0, needs.length)),
      deletes: new Map(known.slice(needs.length)),
    }
  }, [around, needs, asked, rights])
}
