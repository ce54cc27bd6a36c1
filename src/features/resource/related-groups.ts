import type { Estate, Link } from '../../model/estate.ts'
import { keyOf, nameOfId, typeOfId } from '../../model/paths.ts'
import { kindOfType, kindRow } from '../../model/resources/kinds.ts'
import { compareVerdicts, type Verdict } from '../../model/status/verdict.ts'

export interface RelatedItem {
  id: string
  name: string
  kindName: string
  region: string
  /** `undefined`: not read, so nothing is known but its id. */
  verdict: Verdict | undefined
}

export interface RelatedGroup {
  role: string
  items: RelatedItem[]
}

export interface RelatedGroups {
  uses: RelatedGroup[]
  usedBy: RelatedGroup[]
}

/** Links by direction and role, in the order of the links; in a group worst first, then by name. */
export function relatedGroups(links: readonly Link[], estate: Estate): RelatedGroups {
  return { uses: groups('uses', links, estate), usedBy: groups('usedBy', links, estate) }
}

function groups(direction: Link['direction'], links: readonly Link[], estate: Estate): RelatedGroup[] {
  const byRole = new Map<string, RelatedItem[]>()
  for (const link of links) {
    if (link.direction !== direction) continue
    const items = byRole.get(link.role) ?? []
    items.push(itemOf(link.id, estate))
    byRole.set(link.role, items)
  }
  return [...byRole].map(([role, items]) => ({ role, items: items.toSorted(compareItems) }))
}

function itemOf(id: string, estate: Estate): RelatedItem {
  const row = estate.row(keyOf(id))
  if (row) {
    const { name, kindName, locationName, judgement } = row
    return { id: row.id, name, kindName, region: locationName, verdict: judgement.verdict }
  }
  const type = typeOfId(id)
  const kind = type === undefined ? 'other' : kindOfType(type)
  const kindName = kind === 'other' ? (type ?? '') : kindRow(kind).name
  return { id, name: nameOfId(id), kindName, region: '', verdict: undefined }
}

function compareItems(a: RelatedItem, b: RelatedItem): number {
  return compareVerdicts(a.verdict ?? 'notChecked', b.verdict ?? 'notChecked') || a.name.localeCompare(b.name)
}
