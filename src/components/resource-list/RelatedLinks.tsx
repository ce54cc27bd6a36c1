import type { RelatedCell } from '../../model/list/row.ts'
import { ResourceLink } from '../ResourceLink.tsx'
import styles from './ListRow.module.css'

/** What a row is joined to. Several are a count that opens a short list. */
export function RelatedLinks({ related, tabIndex }: { related: RelatedCell; tabIndex: number }) {
  switch (related.is) {
    case 'none':
      return <span className={styles.quiet}>{related.text}</span>
    case 'one':
      return <ResourceLink id={related.id} name={related.name} tabIndex={tabIndex} />
    case 'many':
      return (
        <button
          type="button"
          className={styles.many}
          data-card="related"
          aria-haspopup="dialog"
          tabIndex={tabIndex}
        >
          {related.text}
        </button>
      )
  }
}
