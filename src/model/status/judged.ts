import type { Link } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import { childReasons, isParent } from './children.ts'
import { judge } from './judge.ts'
import { withReasons } from './merge.ts'
import { overlapReasons } from './overlap.ts'
import type { Judgement } from './verdict.ts'

/** What rules ask for besides the resource itself, all by key. */
export interface Lookup {
  resource(key: string): Resource | undefined
  links(key: string): readonly Link[]
  /** By its own states alone. */
  own(key: string): Judgement | undefined
}

/** Something that was looked up, and what was there. */
interface Look {
  at: keyof Lookup
  key: string
  found: unknown
}

/** A verdict and all that was looked up for it: it holds while each look still finds the same. */
export interface Judged {
  resource: Resource
  judgement: Judgement
  looks: readonly Look[]
}

/** First each by its own states. */
export function judgeAlone(resource: Resource, lookup: Lookup): Judgement {
  return judge(resource, (id) => lookup.resource(keyOf(id)))
}

/** Whether neighbours can add to its verdict. */
export function leansOnOthers({ kind }: Resource): boolean {
  return isParent(kind) || kind === 'localNetworkGateway'
}

/** Then what connections and neighbours add. */
export function judgeAmongOthers(resource: Resource, lookup: Lookup): Judgement {
  const own = lookup.own(resource.key) ?? judgeAlone(resource, lookup)
  return withReasons(own, [
    ...childReasons(resource, lookup.links, lookup.own),
    ...overlapReasons(resource, { find: (id) => lookup.resource(keyOf(id)), links: lookup.links }),
  ])
}

/** The verdict from before while all that was looked up for it is still the same object; else the rule's. */
export function judged(
  resource: Resource,
  before: Judged | undefined,
  lookup: Lookup,
  rule: (resource: Resource, lookup: Lookup) => Judgement,
): Judged {
  if (before?.resource === resource && before.looks.every(({ at, key, found }) => lookup[at](key) === found))
    return before
  const looks: Look[] = []
  const judgement = rule(resource, recording(lookup, looks))
  return { resource, judgement, looks }
}

function recording(lookup: Lookup, looks: Look[]): Lookup {
  const record =
    <T>(at: keyof Lookup, look: (key: string) => T) =>
    (key: string): T => {
      const found = look(key)
      looks.push({ at, key, found })
      return found
    }
  return {
    resource: record('resource', lookup.resource),
    links: record('links', lookup.links),
    own: record('own', lookup.own),
  }
}
