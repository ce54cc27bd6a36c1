import { SearchRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import styles from './ListToolbar.module.css'

interface SearchFieldProps {
  text: string
  onChange: (text: string) => void
}

/** Filters as you type. The address follows behind, so the field listens to it only when somebody else changed it. */
export function SearchField({ text, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(text)
  /** What was typed and has not come back through the address. */
  const sent = useRef<string[]>([])

  // The address changes in a transition, whose drawing may be thrown away: only what was committed counts.
  useEffect(() => {
    const echo = sent.current.lastIndexOf(text)
    if (echo < 0) setTyped(text)
    sent.current = sent.current.slice(echo + 1)
  }, [text])

  return (
    <label className={styles.search}>
      <span className={styles.searchIcon} aria-hidden>
        <SearchRegular />
      </span>
      <input
        type="search"
        className={styles.searchInput}
        data-search
        aria-label="Filter the list"
        placeholder="Name, address, ASN, tag"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          const next = event.target.value
          setTyped(next)
          sent.current = [...sent.current, next].slice(-50)
          onChange(next)
        }}
      />
      <kbd className={styles.key} aria-hidden>
        /
      </kbd>
    </label>
  )
}
