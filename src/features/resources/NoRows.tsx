import { useMemo } from 'react'
import { filterWords, subscriptionNames, withoutFilters } from '../../components/resource-list/filters.ts'
import type { EstatePhase, ListViewChange } from '../../components/resource-list/use-list-rows.ts'
import { count, sentenceList } from '../../model/format.ts'
import type { Subscription } from '../../model/inventory.ts'
import type { Row } from '../../model/list/row.ts'
import type { ListView } from '../../model/list/view.ts'
import styles from './ResourcesPage.module.css'

interface NoMatchProps {
  rows: readonly Row[]
  view: ListView
  phase: EstatePhase
  onViewChange: ListViewChange
}

/** The filters leave nothing: which, and the way back. */
export function NoMatch({ rows, view, phase, onViewChange }: NoMatchProps) {
  const subscriptionName = useMemo(() => subscriptionNames(rows), [rows])
  const asked = [
    ...(view.text === '' ? [] : [`“${view.text}”`]),
    ...view.filters.map((filter) => {
      const { field, text } = filterWords(filter, subscriptionName)
      return `${field}: ${text}`
    }),
  ]
  if (asked.length === 0) return <p className={styles.quiet}>Nothing has been read yet.</p>
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>No resource matches all of this</p>
      <p>
        <bdi>{sentenceList(asked)}</bdi>.{phase !== 'done' && ' Some are still being read.'}
      </p>
      <button
        type="button"
        className={styles.link}
        onClick={() => onViewChange(withoutFilters(view), 'push')}
      >
        Clear filters
      </button>
    </div>
  )
}

interface NothingThereProps {
  subscriptions: readonly Subscription[]
  onRefresh: () => void
}

/** Everything was read and nothing is there. */
export function NothingThere({ subscriptions, onRefresh }: NothingThereProps) {
  const names = subscriptions.map(({ displayName }) => displayName)
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>No VPN Gateway, ExpressRoute or Virtual WAN resources yet</p>
      <p>
        {subscriptions.length === 0
          ? 'No subscription is chosen, so nothing was read. Choose subscriptions in the bar at the top.'
          : `${count(subscriptions.length, 'subscription was', 'subscriptions were')} read: ${sentenceList(names)}.`}
      </p>
      <p className={styles.quiet}>
        Expected some? Choose more subscriptions in the bar at the top, or ask for the Reader role on the ones
        that are missing there. What is created in Azure appears here when the list is read again.
      </p>
      <button type="button" className={styles.link} onClick={onRefresh}>
        Read again
      </button>
    </div>
  )
}
