import { ChevronDownRegular, FilterRegular } from '@fluentui/react-icons'
import { count } from '../../model/format.ts'
import { useScope } from '../../queries/use-scope.ts'
import { togglePanel } from '../overlay.ts'
import bar from '../shell/TopBar.module.css'

/** Which subscriptions are read; opens the picker. */
export function ScopeButton() {
  const { subscriptions, selected } = useScope()
  const all = selected.length === subscriptions.length
  return (
    <button
      type="button"
      className={`${bar.menu} ${bar.scope} ${bar.wide}`}
      aria-haspopup="dialog"
      onClick={(event) => togglePanel('scope', event.currentTarget)}
    >
      <span className={bar.icon} aria-hidden>
        <FilterRegular />
      </span>
      {subscriptions.length === 0
        ? 'Subscriptions'
        : all
          ? count(subscriptions.length, 'subscription')
          : `${selected.length} of ${count(subscriptions.length, 'subscription')}`}
      <span className={bar.chevron} aria-hidden>
        <ChevronDownRegular />
      </span>
    </button>
  )
}
