import { useEffect, useRef } from 'react'
import styles from './PickField.module.css'

export interface PickOption {
  value: string
  label: string
  /** Beside its name: `Sweden Central, rg-net-swc`. */
  facts?: string
}

interface PickListProps {
  id: string
  label: string
  options: readonly PickOption[]
  /** How many more there are. */
  more: number
  active: number
  chosen: string | undefined
  /** What is said where there is none. */
  nothing: string | undefined
  onPick: (value: string) => void
}

export function PickList({ id, label, options, more, active, chosen, nothing, onPick }: PickListProps) {
  const list = useRef<HTMLDivElement>(null)

  // The browser scrolls to what has the focus, and that is the field.
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  if (options.length === 0 && nothing === undefined) return null
  return (
    // A press on it must not take the focus from the field.
    <div className={styles.popup} onMouseDown={(event) => event.preventDefault()} role="presentation">
      <div ref={list} id={id} className={styles.list} role="listbox" aria-label={label}>
        {options.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and the keys
          <div
            key={option.value}
            id={`${id}${index}`}
            className={`${styles.option} ${index === active ? styles.active : ''}`}
            role="option"
            aria-selected={option.value === chosen}
            onClick={() => onPick(option.value)}
            tabIndex={-1}
          >
            <bdi className={styles.label}>{option.label}</bdi>{' '}
            {option.facts !== undefined && <bdi className={styles.facts}>{option.facts}</bdi>}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className={styles.note}>{nothing}</p>}
      {more > 0 && <p className={styles.note}>{more} more. Type to find them.</p>}
    </div>
  )
}
