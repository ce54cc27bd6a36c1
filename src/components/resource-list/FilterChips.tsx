import { DismissRegular } from '@fluentui/react-icons'
import type { Filter, ListView } from '../../model/list/view.ts'
import { chosenVerdict, filterWords, withFilter } from './filters.ts'
import styles from './ListToolbar.module.css'
import type { ListViewChange } from './use-list-rows.ts'

interface FilterChipsProps {
  view: ListView
  onViewChange: ListViewChange
  subscriptionName: (id: string) => string | undefined
  onEdit: (filter: Filter, chip: HTMLElement) => void
}

/** What narrows the list, each in words: press to change it, × to remove it. */
export function FilterChips({ view, onViewChange, subscriptionName, onEdit }: FilterChipsProps) {
  const facetShowsIt = chosenVerdict(view) !== undefined
  return view.filters
    .filter(({ field }) => !(field === 'verdict' && facetShowsIt))
    .map((filter) => {
      const { field, text } = filterWords(filter, subscriptionName)
      return (
        <span key={`${filter.field} ${filter.operator}`} className={styles.chip}>
          <button
            type="button"
            className={styles.chipText}
            title={`${field}: ${text}`}
            aria-haspopup="dialog"
            onClick={(event) => onEdit(filter, event.currentTarget)}
          >
            {field}: <bdi className={styles.chipValue}>{text}</bdi>
          </button>
          <button
            type="button"
            className={styles.chipRemove}
            aria-label={`Remove filter ${field}: ${text}`}
            onClick={() => onViewChange(withFilter(view, { ...filter, values: [] }), 'push')}
          >
            <DismissRegular />
          </button>
        </span>
      )
    })
}
