import { useId, type ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { FieldValueView } from '../../../components/fields/FieldValueView.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import type { Field } from '../../../model/details/field.ts'
import type { Topic } from '../../../model/edits/topics.ts'
import { actionPath } from '../../../model/paths.ts'
import type { SkuNotice } from '../../../model/vpn/retirements.ts'
import styles from './Gateway.module.css'

interface GroupProps {
  /** Of the gateway. */
  id: string
  title: string
  /** The form that changes what stands here. */
  change?: { topic: Topic; label: string } | undefined
  notices?: readonly SkuNotice[]
  fields?: readonly Field[]
  children?: ReactNode
}

/** Settings that belong together, what has to be known about them, and the way to their form. */
export function Group({ id, title, change, notices = [], fields = [], children }: GroupProps) {
  const headingId = useId()
  return (
    <section className={styles.group} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 className={styles.heading} id={headingId}>
          {title}
        </h2>
        {change && (
          <Link className={styles.change} to={actionPath(id, change.topic)}>
            {change.label}
          </Link>
        )}
      </div>
      {notices.map(({ verdict, text }) => (
        <p key={text} className={styles.notice}>
          <VerdictIcon verdict={verdict} alone={verdict !== 'notChecked'} />
          <bdi>{text}</bdi>
        </p>
      ))}
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(({ label, value }) => (
            <div key={label} className={styles.field}>
              <dt>{label}</dt>
              <dd>
                <FieldValueView value={value} label={label} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  )
}
