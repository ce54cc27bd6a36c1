import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { saveFile } from '../../components/save-file.ts'
import { toCsv } from '../../model/list/csv.ts'
import type { Row } from '../../model/list/row.ts'
import type { ColumnId } from '../../model/list/view.ts'
import { ToolButton } from '../../ui/ToolButton.tsx'

const CSV = 'text/csv;charset=utf-8'

interface ExportButtonProps {
  /** What is exported, in its order. */
  rows: readonly Row[]
  columns: readonly ColumnId[]
  selected: boolean
}

/** What is shown, or what is selected, as a file: same columns, same order. */
export function ExportButton({ rows, columns, selected }: ExportButtonProps) {
  return (
    <ToolButton
      icon={<ArrowDownloadRegular />}
      word={selected ? `Export ${rows.length} selected` : 'Export CSV'}
      off={rows.length === 0 ? 'There are no rows to export' : undefined}
      onPress={() =>
        // The mark at the start tells spreadsheets that it is UTF-8.
        saveFile(`hybrid-connectivity-${today()}.csv`, `\ufeff${toCsv(rows, columns)}`, CSV)
      }
    />
  )
}

/** Local date, as `2026-11-25`. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
