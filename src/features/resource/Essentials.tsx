import { CopyButton } from '../../components/CopyButton.tsx'
import type { Field } from '../../model/details/field.ts'
import { nameOfId, parseArmId } from '../../model/paths.ts'
import { FieldValueView } from '../../components/fields/FieldValueView.tsx'
import styles from './Essentials.module.css'

interface EssentialsProps {
  fields: readonly Field[]
  id: string
}

/** Label and value, in two columns where there is room; the id last, to be copied. */
export function Essentials({ fields, id }: EssentialsProps) {
  return (
    <section aria-labelledby="essentials">
      <h2 className={styles.heading} id="essentials">
        Essentials
      </h2>
      <dl className={styles.fields}>
        {fields.map(({ label, value }) => (
          <div key={label} className={styles.field}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              <FieldValueView value={value} label={label} />
            </dd>
          </div>
        ))}
        <div className={styles.field}>
          <dt className={styles.label}>Resource id</dt>
          <dd className={`${styles.value} ${styles.id}`}>
            <bdi className={styles.idText} title={id}>
              {shortId(id)}
            </bdi>
            <CopyButton text={id} label="Copy resource id" />
          </dd>
        </div>
      </dl>
    </section>
  )
}

/** Both ends of an id tell it from its neighbours; the whole is on hover and in the copy. */
function shortId(id: string): string {
  const parts = parseArmId(id)
  return parts ? `/subscriptions/…/${parts.resourceGroup}/…/${nameOfId(id)}` : id
}
