import { useCallback, useEffect, useRef } from 'react'
import { createRowsInView } from './rows-in-view.ts'

/** One for the page: there is one screen. */
export const rowsInView = createRowsInView()

/** To be told which rows are looked at, by their keys: their statuses are then read before those of others. */
export function useStatusOf(): (keys: readonly string[]) => void {
  const lookAway = useRef<() => void>(undefined)
  // Who leaves the page looks at nothing any more.
  useEffect(() => () => lookAway.current?.(), [])
  return useCallback((keys) => {
    lookAway.current?.()
    lookAway.current = rowsInView.look(keys)
  }, [])
}
