import { useEffect, useRef } from 'react'
import type { ListItem } from './items.ts'

/** Rows that only pass by in a scroll are nobody's concern. */
const REST_MS = 150

/** Tells which rows are in view once the view has come to rest, and again when others are. */
export function useRowsShown(
  items: readonly ListItem[],
  visible: readonly { index: number }[],
  onShown: ((keys: readonly string[]) => void) | undefined,
): void {
  const keys = visible.flatMap(({ index }) => {
    const item = items[index]
    return item?.is === 'row' ? [item.row.key] : []
  })
  const text = keys.join('\n')
  const latest = useRef(keys)
  // A view that rests is a matter of time, and only what was drawn is in view.
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!onShown) return undefined
    const timer = setTimeout(() => onShown(latest.current), REST_MS)
    return () => clearTimeout(timer)
  }, [text, onShown])
}
