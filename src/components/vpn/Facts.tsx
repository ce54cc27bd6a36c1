import { Fragment } from 'react'
import { FieldValueView } from '../fields/FieldValueView.tsx'
import type { Field } from '../../model/details/field.ts'
import styles from './Parts.module.css'

/** Label and value, one under another. */
export function Facts({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className={styles.fields}>
      {fields.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>
            <FieldValueView value={value} label={label} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
