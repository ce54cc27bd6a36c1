import { ErrorCircleFilled } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { type PicturePart, stateWord } from '../../model/wizard/picture-parts.ts'
import styles from './PlanPicture.module.css'

interface PictureBoxProps {
  part: PicturePart
  /** Says whether it is new. */
  tag?: boolean
  children?: ReactNode
}

/** One part of what will exist. */
export function PictureBox({ part, tag = false, children }: PictureBoxProps) {
  const [first = '', ...rest] = part.facts
  return (
    <div className={`${styles.box} ${styles[part.state] ?? ''} ${part.wrong ? styles.broken : ''}`}>
      <span className={styles.title}>
        {part.wrong && (
          <span className={styles.wrong}>
            <ErrorCircleFilled />
          </span>
        )}
        <bdi className={styles.name} title={part.name}>
          {part.name || 'No name yet'}
        </bdi>
        {tag && part.state !== 'exists' && <span className={styles.tag}>{stateWord(part.state)}</span>}
      </span>
      <span className={styles.fact} title={part.facts.join(', ')}>
        <bdi className={/^[\d.:/]+$/.test(first) ? styles.code : undefined}>{first}</bdi> {rest.join(', ')}
      </span>
      {children !== undefined && <span className={styles.fact}>{children}</span>}
    </div>
  )
}

/** What the looks of boxes and lines mean. */
export function PictureLegend() {
  return (
    <figcaption className={styles.legend} aria-hidden>
      <span>
        <i className={styles.new} /> new
      </span>
      <span>
        <i className={styles.exists} /> exists
      </span>
      <span>
        <i className={styles.dash} /> not possible yet
      </span>
    </figcaption>
  )
}
