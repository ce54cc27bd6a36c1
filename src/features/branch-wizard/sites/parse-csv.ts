import type { CsvFault, CsvRow } from '../../../model/branch/csv.ts'

interface Parsed {
  rows: CsvRow[]
  faults: CsvFault[]
}

/** Text as RFC 4180 has it, with commas, semicolons or tabs, as the first line is written. */
export async function parseCsv(text: string): Promise<Parsed> {
  const { default: Papa } = await import('papaparse')
  const clean = text.replace(/^\uFEFF/, '')
  const { data, errors } = Papa.parse<string[]>(clean, { delimiter: delimiterOf(clean) })
  let line = 1
  const rows = data.map((cells): CsvRow => {
    const row = { line, cells }
    // A cell in quotation marks may have lines of its own.
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return row
  })
  return {
    rows,
    faults: errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row }) => ({
        line: rows[row ?? 0]?.line ?? 1,
        text: 'Its quotation marks do not go together: what stands in them may be cut wrongly.',
      })),
  }
}

function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r\n|\r|\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => ({ sign, many: head.split(sign).length }))
  return counts.toSorted((one, other) => other.many - one.many)[0]?.sign ?? ','
}

/** UTF-8, or what a spreadsheet of Western Europe writes. */
export async function textOfFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
