import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/react-virtual'
import { useCallback, useMemo } from 'react'
import type { ListItem } from './items.ts'

interface ListWindowInput {
  items: readonly ListItem[]
  rowHeight: number
  groupHeight: number
  /** Pixels from the top of the document to the first item. */
  top: number
  /** What sticks over the items at the top. */
  covered: number
  /** Is kept, wherever the page is scrolled to, so that the focus is not lost. */
  activeIndex: number
}

interface ListWindow {
  /** What is drawn now. `start` counts from the first item. */
  visible: { index: number; start: number }[]
  /** The group whose rows are at the top of the view. */
  stuckIndex: number
  height: number
  show: (index: number) => void
}

/** Draws what is in view. Heights are fixed, so places are known before anything is measured. */
export function useListWindow(input: ListWindowInput): ListWindow {
  const { items, rowHeight, groupHeight, top, covered, activeIndex } = input
  const starts = useMemo(() => groupStarts(items, rowHeight, groupHeight), [items, rowHeight, groupHeight])

  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = new Set(defaultRangeExtractor(range))
      if (activeIndex < range.count) indexes.add(activeIndex)
      const head = starts.findLast(({ index }) => index <= range.startIndex)
      if (head) indexes.add(head.index)
      return [...indexes].sort((one, other) => one - other)
    },
    [activeIndex, starts],
  )

  // New functions would make the virtualizer measure all anew at each drawing, while scrolling too.
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items])
  const estimateSize = useCallback(
    (index: number) => (items[index]?.is === 'group' ? groupHeight : rowHeight),
    [items, groupHeight, rowHeight],
  )

  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize,
    getItemKey,
    scrollMargin: top,
    scrollPaddingStart: covered + (starts.length > 0 ? groupHeight : 0),
    scrollPaddingEnd: 40,
    overscan: 4,
    rangeExtractor,
  })

  const visible = virtualizer
    .getVirtualItems()
    .map(({ index, start }: VirtualItem) => ({ index, start: start - top }))
  const atTop = (virtualizer.scrollOffset ?? 0) - top + covered
  return {
    visible,
    stuckIndex: starts.findLast(({ start }) => start <= atTop || start === 0)?.index ?? -1,
    height: virtualizer.getTotalSize(),
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}

function groupStarts(items: readonly ListItem[], rowHeight: number, groupHeight: number) {
  const starts: { index: number; start: number }[] = []
  let start = 0
  for (const [index, item] of items.entries()) {
    if (item.is === 'group') starts.push({ index, start })
    start += item.is === 'group' ? groupHeight : rowHeight
  }
  return starts
}
