import type { ColumnId } from '../../model/list/view.ts'
import type { Row } from '../../model/list/row.ts'
import { serviceName } from '../../model/resources/kinds.ts'
import type { Source } from '../../model/resources/resource.ts'
import { Age } from '../Age.tsx'
import { RowLink } from '../ResourceLink.tsx'
import styles from './ListRow.module.css'
import { RelatedLinks } from './RelatedLinks.tsx'
import { StatusButton } from './StatusButton.tsx'

const SOURCES: Record<Source, string> = {
  list: 'List',
  get: 'Get',
  graph: 'Graph',
  write: 'Write',
  file: 'File',
}

interface CellProps {
  column: ColumnId
  row: Row
  /** Two lines: the kind stands under the name. */
  twoLines: boolean
  /** What stands before a path of the app in an address. */
  base: string
}

/** What a row shows in a column. */
export function Cell({ column, row, twoLines, base }: CellProps) {
  switch (column) {
    case 'verdict':
      return <StatusButton judgement={row.judgement} />
    case 'name':
      return twoLines ? (
        <span className={styles.lines}>
          <RowLink id={row.id} name={row.name} base={base} />
          <span className={styles.below}>{row.kindName}</span>
        </span>
      ) : (
        <RowLink id={row.id} name={row.name} base={base} />
      )
    case 'kind':
      return <Text text={row.kindName} />
    case 'service':
      return <Text text={row.service ? serviceName(row.service) : ''} />
    case 'related':
      return <RelatedLinks related={row.related} base={base} />
    case 'group':
      return <Text text={row.resourceGroup} />
    case 'subscription':
      return <Text text={row.subscriptionName} />
    case 'region':
      return <Text text={row.locationName} />
    case 'sku':
      return <Text text={row.sku} />
    case 'tags':
      return <Text text={row.tags.map(([name, value]) => `${name}=${value}`).join(', ')} />
    case 'source':
      return <Text text={SOURCES[row.source]} />
    case 'age':
      return <RowAge row={row} />
  }
}

/** How old the status is; a dash while it was not read. */
export function RowAge({ row }: { row: Row }) {
  if (row.judgement.verdict !== 'notChecked') return <Age at={row.readAt} />
  return <span title="Its status has not been read">–</span>
}

function Text({ text }: { text: string }) {
  return (
    <bdi className={styles.text} title={text}>
      {text}
    </bdi>
  )
}
