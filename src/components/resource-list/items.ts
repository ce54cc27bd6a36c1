import { groupRows, type RowGroup } from '../../model/list/order.ts'
import type { Row } from '../../model/list/row.ts'
import type { GroupBy } from '../../model/list/view.ts'
import { countVerdicts } from '../../model/status/verdict.ts'

/** One line of the list as it is drawn, heads of groups among them. */
export type ListItem =
  | { is: 'group'; key: string; group: RowGroup; open: boolean }
  | { is: 'row'; key: string; row: Row }

export interface HeadedGroup {
  group: RowGroup
  /** What is not grouped has no head. */
  headed: boolean
}

/** Without a grouping only related things, which are not counted, stand under a head of their own. */
export function listGroups(rows: readonly Row[], groupBy: GroupBy): HeadedGroup[] {
  if (groupBy !== 'none') return groupRows(rows, groupBy).map((group) => ({ group, headed: true }))
  const counted = rows.filter(({ service }) => service !== undefined)
  const related = rows.filter(({ service }) => service === undefined)
  const groups = [{ group: newGroup('all', 'All', counted), headed: false }]
  if (related.length > 0) groups.push({ group: newGroup('related', 'Related', related), headed: true })
  return groups
}

export function listItems(groups: readonly HeadedGroup[], folded: ReadonlySet<string>): ListItem[] {
  const items: ListItem[] = []
  for (const { group, headed } of groups) {
    const open = !headed || !folded.has(group.key)
    if (headed) items.push({ is: 'group', key: `group:${group.key}`, group, open })
    if (!open) continue
    for (const row of group.rows) items.push({ is: 'row', key: row.key, row })
  }
  return items
}

/** Which line something drawn belongs to; -1 where it belongs to none. */
export function indexOf(target: EventTarget): number {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return Number(line?.dataset.index ?? -1)
}

function newGroup(key: string, title: string, rows: Row[]): RowGroup {
  return { key, title, rows, counts: countVerdicts(rows.map(({ judgement }) => judgement.verdict)) }
}
