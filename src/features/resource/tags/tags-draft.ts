import { type Edit, reversed, withChanges } from '../../../model/edits/edit.ts'
import { isCutOut, type Tag } from '../../../model/edits/tag-rules.ts'
import { rowsOf, tagsOf } from '../../../model/edits/tags.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import type { TagRow, TagsDraft } from '../../../queries/drafts.ts'

/** A form as it opens: the tags there are, or one row to begin with. */
export function draftOf(resource: Resource): TagsDraft {
  const base = tagsOf(resource)
  return { kind: 'tags', id: resource.id, rows: keyed(rowsOf(base)), base, open: true, at: Date.now() }
}

/** A form in which an edit is taken back; `lost`: names whose value was cut out on arrival, so nobody here can put it back. */
export function draftToPutBack(resource: Resource, edit: Edit): { draft: TagsDraft; lost: string[] } {
  const back = reversed(edit.changes).map((change) => ({
    ...change,
    tag: { name: change.path[1] ?? '', value: typeof change.to === 'string' ? change.to : '' },
  }))
  const lost = back.filter(({ to, tag }) => to !== undefined && isCutOut(tag))
  const kept = back.filter((change) => !lost.includes(change))
  const { tags } = withChanges({ tags: { ...tagsOf(resource) } }, kept)
  const rows = keyed(rowsOf(tagsOf({ ...resource, body: { tags } })))
  return { draft: { ...draftOf(resource), rows }, lost: lost.map(({ tag }) => tag.name) }
}

/** Rows with keys, and one to type in where there is none. */
export function keyed(tags: readonly Tag[]): TagRow[] {
  const rows = tags.map((tag, key) => ({ ...tag, key }))
  return rows.length > 0 ? rows : [{ name: '', value: '', key: 0 }]
}

/** A blank row for the end. */
export function blankRow(rows: readonly TagRow[]): TagRow {
  return { name: '', value: '', key: Math.max(-1, ...rows.map(({ key }) => key)) + 1 }
}
