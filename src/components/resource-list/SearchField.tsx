import { SearchRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import styles from './ListToolbar.module.css'

interface SearchFieldProps {
  text: string
  onChange: (text: string) => void
}

interface Typed {
  text: string
  /** The address' text when it was last looked at. */
  seen: string
  /** What was typed and has not come back through the address. */
  sent: string[]
}

/** Filters as you type. The address follows behind, so the field listens to it only when somebody else changed it. */
export function SearchField({ text, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState<Typed>({ text, seen: text, sent: [] })
  if (typed.seen !== text) {
    const echo = typed.sent.lastIndexOf(text)
    setTyped(
      echo < 0 ? { text, seen: text, sent: [] } : { ...typed, seen: text, sent: typed.sent.slice(echo + 1) },
    )
  }
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
        value={typed.text}
        onChange={(event) => {
          const next = event.target.value
          setTyped((old) => ({ ...old, text: next, sent: [...old.sent, next].slice(-50) }))
          onChange(next)
        }}
      />
      <kbd className={styles.key} aria-hidden>
        /
      </kbd>
    </label>
  )
}
