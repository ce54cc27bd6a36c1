import { Dialog, DialogSurface } from '@fluentui/react-components'
import { DismissRegular, SearchRegular } from '@fluentui/react-icons'
import { useId, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useHref, useNavigate } from 'react-router-dom'
import { Kbd } from '../../ui/Kbd.tsx'
import { closeOverlay } from '../overlay.ts'
import type { Entry, EntryGroup } from './entries.tsx'
import { Marked } from './Marked.tsx'
import { usePaletteEntries } from './use-palette-entries.ts'
import styles from './Palette.module.css'

/** One field to any resource, page or action. The focus stays in the field; arrows choose below it. */
export function Palette({ open }: { open: boolean }) {
  return (
    <Dialog open={open} onOpenChange={closeOverlay}>
      <DialogSurface className={styles.surface} aria-label="Search or jump to">
        <PaletteContent />
      </DialogSurface>
    </Dialog>
  )
}

/** Begins anew each time it is opened. */
function PaletteContent() {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { groups, matching, searched } = usePaletteEntries(text)
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups])
  const activeIndex = Math.min(active, entries.length - 1)
  const listId = useId()
  const optionId = (index: number) => `${listId}-${index}`
  const start = useStart()

  function onKeyDown(event: KeyboardEvent) {
    const step = stepOf(event.key)
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      const next = (activeIndex + step + entries.length) % entries.length
      setActive(next)
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const entry = entries[activeIndex]
      if (entry) start(entry, event.ctrlKey || event.metaKey)
    }
  }

  return (
    <>
      <div className={styles.field}>
        <span className={styles.glass} aria-hidden>
          <SearchRegular />
        </span>
        <input
          className={styles.input}
          role="combobox"
          aria-label="Search for a resource, a page or an action"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? optionId(activeIndex) : undefined}
          placeholder="Name, address, ASN, tag, page or action"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.close} aria-label="Esc closes" onClick={closeOverlay}>
          <span className={styles.esc} aria-hidden>
            <Kbd>Esc</Kbd>
          </span>
          <span className={styles.dismiss} aria-hidden>
            <DismissRegular />
          </span>
        </button>
      </div>
      <div id={listId} role="listbox" aria-label="Results" className={styles.list}>
        {groups.map((group, index) => (
          <Group
            key={group.title}
            group={group}
            first={groups.slice(0, index).reduce((sum, { entries: { length } }) => sum + length, 0)}
            activeIndex={activeIndex}
            wanted={text}
            optionId={optionId}
            onStart={start}
          />
        ))}
      </div>
      {entries.length === 0 && (
        <p className={styles.none}>
          Nothing matches “{text.trim()}”. Names, addresses, prefixes, AS numbers and tags are searched.
        </p>
      )}
      <div className={styles.foot}>
        <span className={styles.key}>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
        </span>
        <span className={styles.key}>
          <Kbd>Enter</Kbd> open
        </span>
        <span className={styles.key}>
          <Kbd>Ctrl Enter</Kbd> new tab
        </span>
        <span className={styles.matching} role="status">
          {text.trim() === '' ? `${searched} resources` : `${matching} of ${searched} resources match`}
        </span>
      </div>
    </>
  )
}

interface GroupProps {
  group: EntryGroup
  /** Where its first entry stands among all. */
  first: number
  activeIndex: number
  wanted: string
  optionId: (index: number) => string
  onStart: (entry: Entry, newTab: boolean) => void
}

function Group({ group: { title, entries }, first, activeIndex, wanted, optionId, onStart }: GroupProps) {
  const titleId = useId()
  return (
    <div role="group" aria-labelledby={titleId}>
      <div id={titleId} className={styles.title}>
        {title}
      </div>
      {entries.map((entry, index) => {
        const active = first + index === activeIndex
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and the keys
          <div
            key={entry.key}
            id={optionId(first + index)}
            role="option"
            tabIndex={-1}
            aria-selected={active}
            className={`${styles.entry} ${active ? styles.active : ''}`}
            // The focus stays in the field.
            onMouseDown={(event: MouseEvent) => event.preventDefault()}
            onClick={(event) => onStart(entry, event.ctrlKey || event.metaKey)}
          >
            <span className={styles.icon}>{entry.icon}</span>
            <span className={styles.label}>
              <Marked text={entry.label} wanted={wanted} />
            </span>
            <span className={styles.hint}>{entry.hint}</span>
            {active && (
              <span className={styles.enter} aria-hidden>
                <Kbd>Enter</Kbd>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

function stepOf(key: string): number | undefined {
  if (key === 'ArrowDown') return 1
  if (key === 'ArrowUp') return -1
  return undefined
}

/** Closes the palette and does what the entry says. */
function useStart(): (entry: Entry, newTab: boolean) => void {
  const navigate = useNavigate()
  const base = useHref('/').replace(/\/$/, '')
  return ({ does }, newTab) => {
    closeOverlay()
    switch (does.is) {
      case 'go':
        if (newTab) window.open(base + does.to, '_blank', 'noopener')
        else void navigate(does.to)
        break
      case 'leave':
        window.open(does.href, '_blank', 'noopener')
        break
      case 'run':
        does.run()
        break
    }
  }
}
