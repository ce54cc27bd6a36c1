import { useEffect, useRef, useState, type FocusEvent, type PointerEvent } from 'react'
import type { Row } from '../../model/list/row.ts'

/** What floats beside a row. `shown` came with hover or focus and goes with it; `held` was asked for. */
export interface ListCard {
  is: 'reason' | 'related'
  row: Row
  target: HTMLElement
  how: 'shown' | 'held'
}

const OPEN_AFTER = 250
const CLOSE_AFTER = 200

/** One card for the whole list: opened by hover, focus, tap or Enter. `rowAt` finds the row of a part of it. */
export function useListCard(rowOf: (element: HTMLElement) => Row | undefined) {
  const [card, setCard] = useState<ListCard>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // A card must not open after the list has gone.
  useEffect(() => () => clearTimeout(timer.current), [])

  function later(change: () => void, delay: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(change, delay)
  }

  function cardFor(target: EventTarget, how: ListCard['how']): ListCard | undefined {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
    const row = button && rowOf(button)
    if (!button || !row) return undefined
    const is = button.dataset.card === 'related' ? 'related' : 'reason'
    return { is, row, target: button, how }
  }

  function showSoon(target: EventTarget, delay: number) {
    const next = cardFor(target, 'shown')
    if (next?.is !== 'reason' || (card?.target === next.target && card.how === 'held')) return
    later(() => setCard(next), delay)
  }

  function closeSoon() {
    later(() => setCard((old) => (old?.how === 'held' ? old : undefined)), CLOSE_AFTER)
  }

  return {
    card,
    close() {
      clearTimeout(timer.current)
      setCard(undefined)
    },
    /** True when the press was on something that has a card. */
    press(target: EventTarget): boolean {
      const next = cardFor(target, 'held')
      if (!next) return false
      clearTimeout(timer.current)
      setCard(next)
      return true
    },
    onPointerInside: (inside: boolean) => (inside ? clearTimeout(timer.current) : closeSoon()),
    listeners: {
      onPointerOver(event: PointerEvent) {
        if (event.pointerType !== 'touch') showSoon(event.target, OPEN_AFTER)
      },
      onPointerOut(event: PointerEvent) {
        if (event.pointerType !== 'touch' && cardFor(event.target, 'shown')) closeSoon()
      },
      onFocus(event: FocusEvent) {
        if (event.target.matches(':focus-visible')) showSoon(event.target, 0)
      },
      onBlur(event: FocusEvent) {
        if (cardFor(event.target, 'shown')) closeSoon()
      },
    },
  }
}
