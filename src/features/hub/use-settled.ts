import { useEffect, useState } from 'react'
import type { EstatePhase } from '../../components/resource-list/use-list-rows.ts'

/** Longer than this nobody should wait for an order that does not change any more. */
const PATIENCE = 3_000

/**
 * False while the first reading is under way, so that rows ranked by their state are not drawn only to move. Once true
 * it stays so: a later reading changes what is there, row by row.
 */
export function useSettled(phase: EstatePhase): boolean {
  const [settled, setSettled] = useState(phase === 'done')
  if (phase === 'done' && !settled) setSettled(true)

  // A limit of time is a timer's business.
  useEffect(() => {
    if (settled) return undefined
    const timer = setTimeout(setSettled, PATIENCE, true)
    return () => clearTimeout(timer)
  }, [settled])

  return settled || phase === 'done'
}
