import { Link } from 'react-router-dom'
import { Age } from '../Age.tsx'
import { ResourceLink } from '../ResourceLink.tsx'
import { VerdictLabel } from '../VerdictLabel.tsx'
import type { FieldValue } from '../../model/details/field.ts'
import { exactTime, readTime } from '../../model/format.ts'
import { ListValue } from './ListValue.tsx'
import { SensitiveValue } from './SensitiveValue.tsx'
import styles from './FieldValueView.module.css'

interface FieldValueViewProps {
  value: FieldValue
  /** What the value is of, for the names of its buttons. */
  label: string
}

/** One value as it is drawn everywhere on a resource's page. Text is ARM's: it stays text, and is isolated. */
export function FieldValueView({ value, label }: FieldValueViewProps) {
  switch (value.is) {
    case 'text':
      return <bdi className={styles.text}>{value.text}</bdi>
    case 'code':
      return <bdi className={styles.code}>{value.text}</bdi>
    case 'state':
      return (
        <span className={styles.state}>
          <VerdictLabel verdict={value.verdict} text={value.text} />
          {value.meaning !== undefined && <bdi className={styles.meaning}>{value.meaning}</bdi>}
        </span>
      )
    case 'resource':
      return <ResourceLink id={value.id} name={value.name} />
    case 'list':
      return (
        <ListValue
          label={label}
          items={value.items.map((item, index) => (
            <FieldValueView key={index} value={item} label={label} />
          ))}
        />
      )
    case 'page':
      return (
        <Link className={styles.page} to={value.to}>
          <bdi>{value.text}</bdi>
        </Link>
      )
    case 'sensitive':
      return <SensitiveValue text={value.text} label={label} />
    case 'time':
      return <TimeValue text={value.text} />
    case 'absent':
      return <span className={styles.absent}>{value.text}</span>
    default:
      return value satisfies never
  }
}

function TimeValue({ text }: { text: string }) {
  const at = readTime(text)
  if (at === undefined) return <bdi className={styles.text}>{text}</bdi>
  return (
    <span className={styles.time}>
      {exactTime(at)}{' '}
      <span className={styles.absent}>
        <Age at={at} /> ago
      </span>
    </span>
  )
}
