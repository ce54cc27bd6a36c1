import type { RelatedCell } from '../../model/list/row.ts'
import { RowLink } from '../ResourceLink.tsx'
import styles from './ListRow.module.css'

/** What a row is joined to. Several are a count that opens a short list. */
export function RelatedLinks({ related, base }: { related: RelatedCell; base: string }) {
  switch (related.is) {
    case 'none':
      return <span className={styles.quiet}>{related.text}</span>
    case 'one':
      return <RowLink id={related.id} name={related.name} base={base} />
    case 'many':
      return (
        <button
          type="button"
          className={styles.many}
          data-card="related"
          aria-haspopup="dialog"
          tabIndex={-1}
        >
          {related.text}
        </button>
      )
  }
}
