import type { RelatedCell } from '../../model/list/row.ts'
import { ResourceLink } from '../ResourceLink.tsx'
import styles from './ListRow.module.css'

/** What a row is joined to. Several are a count that opens a short list. */
export function RelatedLinks({ related }: { related: RelatedCell }) {
  switch (related.is) {
    case 'none':
      return <span className={styles.quiet}>{related.text}</span>
    case 'one':
      return <ResourceLink id={related.id} name={related.name} tabIndex={-1} />
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
