import { useEffect } from 'react'
import { topOf } from '../../model/edits/held-by.ts'
import { isRunning } from '../../model/operations/operation.ts'
import { workSeenOn } from '../../model/operations/noted-verbs.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useEdits } from '../../queries/use-edits.ts'
import { useEstate } from '../../queries/use-estate.ts'

/** Lists what is under way on Azure without this browser, as far as the estate tells. Draws nothing. */
export function NotedOperations() {
  const { ledger, runs } = useEdits()
  const { estate } = useEstate()
  // In a file time stands still: nothing in it ever ends.
  const isFile = useDemo()?.opened !== undefined

  // The ledger follows it from then on, whatever is drawn.
  useEffect(() => {
    if (isFile) return
    // What Resource Graph says is minutes old.
    // What a run of this browser makes is listed as that.
    const made = new Set(
      runs
        .getSnapshot()
        .filter(isRunning)
        .flatMap(({ resources }) => resources.map(({ id }) => topOf(id))),
    )
    const changing = estate.rows
      .flatMap(({ key }) => estate.resources.get(key) ?? [])
      .filter((resource) => workSeenOn(resource) !== undefined && resource.source !== 'graph')
      .filter(({ key }) => !made.has(key))
    if (changing.length > 0) ledger.note(changing)
  }, [ledger, runs, estate, isFile])

  return null
}
