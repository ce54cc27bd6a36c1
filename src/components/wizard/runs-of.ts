import { useSearchParams } from 'react-router-dom'
import type { PlanRun } from '../../model/deployments/run.ts'
import { isRunning } from '../../model/operations/operation.ts'

export interface RunsHere {
  run: PlanRun | undefined
  ofDraft: readonly PlanRun[]
  /** The address names a run. */
  named: boolean
}

/**
 * The runs that an address is about, the newest first: the one it names and others of its draft, or those of the draft it names, of which
 * the one under way is shown.
 * Runs are found by themselves, so that a link to one works without its draft.
 */
export function useRunsHere(runs: readonly PlanRun[]): RunsHere {
  const [search] = useSearchParams()
  const key = search.get('run')
  const named = runs.find((run) => run.key === key)
  const draft = named?.origin.draft ?? search.get('draft')
  const ofDraft = runs.filter(({ origin }) => draft !== null && origin.draft === draft)
  const run = key === null ? (ofDraft.find(isRunning) ?? ofDraft[0]) : named
  return { run, ofDraft: ofDraft.length > 0 ? ofDraft : run ? [run] : [], named: key !== null }
}
