import type { PlanRun } from '../model/deployments/run.ts'
import type { KeptList } from './kept-list.ts'
import { jsonOfRun, readRun } from './kept-runs.ts'

/** The runs as all tabs of the browser keep them. */
export interface RunRecord {
  /** The newest first; the same array until something changes. */
  list(): readonly PlanRun[]
  /** As it is now: another tab may have asked Azure to cancel it. */
  now(key: string): PlanRun | undefined
  /** Lists it in this tab alone: another one would take it over before this one holds its lock. */
  announce(run: PlanRun): void
  put(run: PlanRun): void
  /** Changes one that runs, and gives it as it is then; `undefined` where it runs no more. */
  update(key: string, change: Partial<PlanRun>): PlanRun | undefined
  forget(keys: readonly string[]): void
  /** Another tab has written. */
  readAgain(): void
}

export function createRunRecord(kept: KeptList, onChange: () => void): RunRecord {
  const announced = new Map<string, PlanRun>()
  let list = read()

  function read(): readonly PlanRun[] {
    const all = [...kept.read()].flatMap(([key, value]) => readRun(key, value) ?? [])
    return [...all, ...announced.values()].sort((one, other) => other.startedAt - one.startedAt)
  }

  function readAgain(): void {
    list = read()
    onChange()
  }

  function now(key: string): PlanRun | undefined {
    return readRun(key, kept.read().get(key))
  }

  function put(run: PlanRun): void {
    announced.delete(run.key)
    kept.write(run.key, jsonOfRun(run))
    readAgain()
  }

  return {
    list: () => list,
    now,
    announce(run) {
      announced.set(run.key, run)
      readAgain()
    },
    put,
    update(key, change) {
      const run = now(key)
      if (run?.state.is !== 'running') return undefined
      const next = { ...run, ...change }
      if (JSON.stringify(jsonOfRun(next)) !== JSON.stringify(jsonOfRun(run))) put(next)
      return next
    },
    forget(keys) {
      for (const key of keys) kept.write(key, undefined)
      if (keys.length > 0) readAgain()
    },
    readAgain,
  }
}
