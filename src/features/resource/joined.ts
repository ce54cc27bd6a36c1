import type { Estate, Link } from '../../model/estate.ts'
import { keyOf } from '../../model/paths.ts'
import { referencesOf } from '../../model/resources/references.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { childReasons } from '../../model/status/children.ts'
import { judge } from '../../model/status/judge.ts'
import { withReasons } from '../../model/status/merge.ts'
import { overlapReasons } from '../../model/status/overlap.ts'
import type { Judgement } from '../../model/status/verdict.ts'

/** How a resource is joined to the estate, also one that was read by itself and is no part of it. */
export function linksOf(resource: Resource, estate: Estate): Link[] {
  const links = [...estate.links(resource.key)]
  const known = new Set(links.map(linkKey))
  for (const { role, id } of referencesOf(resource)) {
    const link: Link = { role, id: estate.resources.get(keyOf(id))?.id ?? id, direction: 'uses' }
    if (known.has(linkKey(link))) continue
    known.add(linkKey(link))
    links.push(link)
  }
  return links
}

function linkKey({ role, id, direction }: Link): string {
  return `${direction} ${role} ${keyOf(id)}`
}

/** The estate's verdict; made anew when this answer is not the one that the estate was judged by. */
export function judgementOf(resource: Resource, estate: Estate): Judgement {
  const known = estate.judgement(resource.key)
  if (known && estate.resources.get(resource.key) === resource) return known
  const find = (id: string) => estate.resources.get(keyOf(id))
  const links = linksOf(resource, estate)
  const around = (key: string) => (key === resource.key ? links : estate.links(key))
  return withReasons(judge(resource, find), [
    ...childReasons(resource, around, (key) => estate.judgement(key)),
    ...overlapReasons(resource, { find, links: around }),
  ])
}
