/** CSV as RFC 4180 has it. */
export function csvText(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  return [heads, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n'
}

/** A spreadsheet runs a cell that begins like a formula: names and tags are other people's text, so such a cell is quoted. */
function csvCell(text: string): string {
  if (!/^[=+\-@\t\r]|[",\r\n]/.test(text)) return text
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
