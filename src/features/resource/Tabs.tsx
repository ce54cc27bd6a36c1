import { useEffect, useEffectEvent } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { resourcePath } from '../../model/paths.ts'
import { type TabId, tabName } from '../../model/resources/tabs.ts'
import { areLetterKeysOff } from '../../ui/letter-keys.ts'
import styles from './Tabs.module.css'

interface TabsProps {
  id: string
  tabs: readonly TabId[]
  current: TabId
  /** Instead of a part's own name. */
  names?: Partial<Record<TabId, string>>
}

/** Parts of one resource, each with an address of its own: links, so that they open in a tab of the browser too. */
export function Tabs({ id, tabs, current, names = {} }: TabsProps) {
  const navigate = useNavigate()

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const step = stepOf(event)
    if (step === 0) return
    const next = tabs[tabs.indexOf(current) + step]
    if (next === undefined) return
    event.preventDefault()
    void navigate(resourcePath(id, next))
  })

  // The keys are the page's, whatever has the focus.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  return (
    <nav className={styles.bar} aria-label="Parts of this resource" data-tabs>
      <ul className={styles.list}>
        {tabs.map((tab) => (
          <li key={tab}>
            <Link
              className={styles.tab}
              to={resourcePath(id, tab)}
              aria-current={tab === current ? 'page' : undefined}
              preventScrollReset
            >
              {names[tab] ?? tabName(tab)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `[` goes back, `]` on; never while typing, with a modifier, over a dialog, or with the keys switched off. */
function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return 0
  if (event.target instanceof Element && event.target.closest(TYPING) !== null) return 0
  if (areLetterKeysOff() || document.querySelector('[aria-modal="true"]') !== null) return 0
  return event.key === '[' ? -1 : event.key === ']' ? 1 : 0
}

const TYPING = 'input, textarea, select, [contenteditable], [role="textbox"], [role="dialog"]'
