import { heldByRun } from '../model/deployments/run-holds.ts'
import type { PlanRun } from '../model/deployments/run.ts'
import type { KeptList } from './kept-list.ts'
import { readRun } from './kept-runs.ts'
import type { RunRecord } from './run-record.ts'
import { holdAll, type TabLocks } from './tab-locks.ts'
import { heldNames, type Holders, takeWhenFree } from './turns.ts'

interface TurnOptions {
  kept: KeptList
  locks: TabLocks
  /** What single writes hold; `name`: of their locks. */
  ledger: { name: string } & Holders
}

/** Runs wait for what holds their hubs and gateways, and hold them as the writes of the ledger do. */
export function createRunTurn(
  { update }: Pick<RunRecord, 'update'>,
  { kept, locks, ledger }: TurnOptions,
  subscribe: Holders['subscribe'],
) {
  /** The run that has one of the keys, whichever tab began it. One that waits has none. */
  function holder(holds: readonly string[], key?: string): string | undefined {
    if (holds.length === 0) return undefined
    for (const [other, value] of kept.read()) {
      const run = other === key ? undefined : readRun(other, value)
      if (run?.state.is !== 'running' || run.turn?.is === 'waiting') continue
      if (heldByRun(run).some((held) => holds.includes(held))) return `the deployment ${run.name}`
    }
    return undefined
  }

  return {
    holder,
    /** @param carry until the run has an end. Throws when `signal` stops the waiting */
    async hold(run: PlanRun, signal: AbortSignal, carry: () => Promise<void>): Promise<void> {
      const { key } = run
      const holds = heldByRun(run)
      const ahead = () => ledger.holder(holds) ?? holder(holds, key)
      const onWait = () => {
        update(key, { turn: { is: 'waiting', behind: ahead() ?? 'another change of this browser' } })
      }
      const take = () => void update(key, { turn: { is: 'taken' } })
      return holdAll(
        locks,
        heldNames(ledger.name, holds),
        async () => {
          // Of a tab that is gone: it holds no lock, and Azure is still at it.
          if (ahead() !== undefined) onWait()
          await takeWhenFree(() => ahead() === undefined, take, [ledger.subscribe, subscribe], signal)
          return carry()
        },
        { signal, onWait },
      )
    },
  }
}
