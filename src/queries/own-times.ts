import { isJsonObject } from '../lib/json.ts'
import { type Run, runKey, type TypicalTime, typicalTime } from '../model/operations/durations.ts'
import type { KeptInTab } from './kept-in-tab.ts'

/** How long operations took in this browser, for one account. */
export interface OwnTimes {
  add(run: Run, milliseconds: number): void
  /** See `typicalTime`. */
  typicalOf(run: Run): TypicalTime | undefined
}

/** Of each kind of run the newest. */
const MOST = 9

export function createOwnTimes(kept: KeptInTab): OwnTimes {
  const timesOf = (key: string): number[] => {
    const all = kept.read()
    const times = isJsonObject(all) && Object.hasOwn(all, key) ? all[key] : undefined
    return Array.isArray(times) ? times.filter((one) => typeof one === 'number') : []
  }
  return {
    add(run, milliseconds) {
      const key = runKey(run)
      const all = kept.read()
      const times = [...timesOf(key), milliseconds].slice(-MOST)
      kept.write({ ...(isJsonObject(all) && all), [key]: times })
    },
    typicalOf: (run) => typicalTime(run, timesOf(runKey(run))),
  }
}

/** In the demo: its times are not Azure's, so none is kept, and those recorded on Azure stay what they are. */
export const RECORDED_TIMES: OwnTimes = { add: () => undefined, typicalOf: (run) => typicalTime(run) }
