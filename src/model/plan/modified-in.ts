import type { ChangeRow } from './change-rows.ts'

/** What is there already and is changed or deleted, each with what of it. */
export function modifiedIn(rows: readonly ChangeRow[]): { name: string; what: string }[] {
  return rows
    .filter(({ is }) => is === 'modify' || is === 'delete')
    .map(({ name, is, deltas }) => ({
      name,
      what: is === 'delete' ? 'deleted' : deltas.map(({ path, words }) => `${path}: ${words}`).join('; '),
    }))
}
