import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ListItem } from './items.ts'
import { areLetterKeysOff } from '../../ui/letter-keys.ts'

interface ListFocusInput {
  items: readonly ListItem[]
  show: (index: number) => void
  open: (item: ListItem) => void
  fold: (item: ListItem, open: boolean) => void
}

const PAGE = 10

/** The roving focus: one row is reached by Tab, keys move it, and what is inside a row is reached from the row. */
export function useListFocus(activeKey: string | undefined, setActiveKey: (key: string) => void) {
  const bodyRef = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ index: number }>()

  // Only after drawing does the row that takes the focus exist.
  useLayoutEffect(() => {
    if (wanted) focusTarget(bodyRef.current, wanted.index)?.focus({ preventScroll: true })
  }, [wanted])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>, input: ListFocusInput) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    if (!bodyRef.current?.contains(event.target)) return
    const { items, show, open, fold } = input
    const index = Math.max(
      0,
      items.findIndex(({ key }) => key === activeKey),
    )
    const item = items[index]
    if (!item) return
    const to = destination(event.key, index, items.length)
    if (to !== undefined) {
      event.preventDefault()
      const next = items[to]
      if (!next) return
      setActiveKey(next.key)
      show(to)
      setWanted({ index: to })
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault()
      if (item.is === 'group') fold(item, event.key === 'ArrowRight')
      else focusBeside(bodyRef.current, index, event.target, event.key === 'ArrowRight' ? 1 : -1)
    } else if (event.key === 'Enter' && event.target.getAttribute('role') === 'row') {
      event.preventDefault()
      open(item)
    }
  }

  return { bodyRef, onKeyDown }
}

function destination(key: string, index: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return lettersOff(key) ? undefined : Math.min(length - 1, index + 1)
    case 'ArrowUp':
    case 'k':
      return lettersOff(key) ? undefined : Math.max(0, index - 1)
    case 'PageDown':
      return Math.min(length - 1, index + PAGE)
    case 'PageUp':
      return Math.max(0, index - PAGE)
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return undefined
  }
}

function lettersOff(key: string): boolean {
  return key.length === 1 && areLetterKeysOff()
}

function focusTarget(body: HTMLElement | null, index: number): HTMLElement | null {
  const row = body?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
  return row?.querySelector<HTMLElement>('[data-fold]') ?? row
}

function focusBeside(body: HTMLElement | null, index: number, from: HTMLElement, step: 1 | -1) {
  const row = focusTarget(body, index)
  if (!row) return
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a, button, input')]
  const at = stops.indexOf(from)
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus()
}
