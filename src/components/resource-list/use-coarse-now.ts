import { useSyncExternalStore } from 'react'
import type { ListView } from '../../model/list/view.ts'

const STEP = 10_000

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, STEP)
  return () => clearInterval(timer)
}

function never(): () => void {
  return () => undefined
}

/** The time in steps, where a view asks for it; a filter by age needs no second hand. */
export function useCoarseNow(view: ListView): number {
  const needed = view.filters.some(({ field }) => field === 'age')
  return useSyncExternalStore(needed ? subscribe : never, () =>
    needed ? Math.floor(Date.now() / STEP) * STEP : 0,
  )
}
