import { CheckmarkRegular } from '@fluentui/react-icons'
import { GROUPINGS, type GroupBy } from '../../model/list/view.ts'
import { groupingName } from './groupings.ts'
import styles from './Panel.module.css'

/** One grouping of the list; choosing it closes the panel. */
export function GroupPanel({
  groupBy,
  onChoose,
}: {
  groupBy: GroupBy
  onChoose: (groupBy: GroupBy) => void
}) {
  return (
    <ul className={styles.choices}>
      {GROUPINGS.map((choice) => (
        <li key={choice}>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={choice === groupBy}
            onClick={() => onChoose(choice)}
          >
            <span className={styles.check} aria-hidden>
              {choice === groupBy && <CheckmarkRegular />}
            </span>
            {groupingName(choice)}
          </button>
        </li>
      ))}
    </ul>
  )
}
