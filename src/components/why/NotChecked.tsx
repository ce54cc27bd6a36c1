import { CircleHintRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { NotChecked as Missing } from '../../model/why/finding.ts'
import type { Named } from '../../model/why/judge-rules.ts'
import styles from './Why.module.css'

interface NotCheckedProps {
  items: readonly Named<Missing>[]
  /** What no rule asks for, as further items. */
  children: ReactNode
}

/** What no rule could look at, with what is missing and how to get it: one line for each thing that is missing. */
export function NotChecked({ items, children }: NotCheckedProps) {
  const missing = new Map<string, Named<Missing>[]>()
  for (const item of items) missing.set(item.missing, [...(missing.get(item.missing) ?? []), item])
  return (
    <section aria-labelledby="not-checked">
      <h2 id="not-checked" className={styles.heading}>
        Not checked
      </h2>
      <ul className={styles.notChecked}>
        {[...missing].map(([what, of]) => (
          <NotCheckedItem key={what} title={of.map(({ rule }) => rule).join(', ')}>
            <bdi>{what}.</bdi> {of[0]?.how}
          </NotCheckedItem>
        ))}
        {children}
      </ul>
    </section>
  )
}

/** One line; `end` is what can be done about it. */
export function NotCheckedItem({
  title,
  end,
  children,
}: {
  title: string
  end?: ReactNode
  children: ReactNode
}) {
  return (
    <li>
      <CircleHintRegular aria-hidden />
      <span>
        <strong>{title}</strong> <span className={styles.aside}>{children}</span>
      </span>
      {end}
    </li>
  )
}
