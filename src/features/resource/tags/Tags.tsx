import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { listPath } from '../../../model/list/view.ts'
import { SectionFrame } from '../../../components/fields/SectionFrame.tsx'
import styles from './Tags.module.css'

interface TagsProps {
  tags: Readonly<Record<string, string>>
  /** What can be done with them. */
  children?: ReactNode
}

/** Tags as text; each leads to what else carries it. */
export function Tags({ tags, children }: TagsProps) {
  const entries = Object.entries(tags)
  return (
    <SectionFrame title="Tags" note={entries.length > 0 ? String(entries.length) : undefined}>
      {entries.length === 0 ? (
        <p className={styles.none}>no tags</p>
      ) : (
        <ul className={styles.list}>
          {entries.map(([name, value]) => (
            <li key={name}>
              <Link
                className={styles.tag}
                to={listPath({ filters: [{ field: 'tag', operator: 'is', values: [`${name}=${value}`] }] })}
                title={`${name} = ${value}: show everything with this tag`}
              >
                <bdi className={styles.name}>{name}</bdi> = <bdi>{value === '' ? '(empty)' : value}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {children}
    </SectionFrame>
  )
}
