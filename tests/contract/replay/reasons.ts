import type { Json } from '../../../src/emulator/wire/json.ts'
import { operationOf } from '../coverage-rows.ts'
import type { Difference } from './compare.ts'
import { membersOf, parentOf } from './members.ts'
import { endsInType, typeOf, type Interaction } from './recordings.ts'
import type { Replayed } from './replay.ts'

/** Why an answer may differ, for all recordings alike; undefined when nothing explains it. */
export type Explain = (replayed: Replayed, difference: Difference) => string | undefined

/** What the recordings themselves say about one header or member of one kind of answer, day by day. */
interface Seen {
  day: string
  has: boolean
}

/** Explains from all that was recorded: a difference that the service shows against itself is no error of the emulator. */
export function explainFrom(all: readonly Replayed[]): Explain {
  const kinds = new Map<string, Replayed[]>()
  for (const one of all)
    kinds.set(kindOf(one.interaction), [...(kinds.get(kindOf(one.interaction)) ?? []), one])

  return (replayed, difference) => {
    const { method, url, status } = replayed.interaction
    const alike = kinds.get(kindOf(replayed.interaction)) ?? []
    switch (difference.of) {
      case 'unsent':
        return `refused with ${status} because of something that was not recorded`
      case 'status':
        return operationOf(method, new URL(url).pathname)?.state === '501'
          ? 'the operation is not built yet'
          : undefined
      case 'header': {
        const seen = alike.map(({ day, interaction }) => ({
          day,
          has: difference.name in interaction.responseHeaders,
        }))
        return changed(difference.name, seen, difference.sent) ?? inconstant(difference.name, seen)
      }
      case 'member': {
        const { path } = difference
        const seen = alike.flatMap(({ day, interaction: { responseBody } }) =>
          holds(responseBody, parentOf(path)) ? [{ day, has: holds(responseBody, path) }] : [],
        )
        return changed(path, seen, difference.sent)
      }
    }
  }
}

/** The emulator is as the service became: every recording up to some day is one way, every later one the other. */
function changed(name: string, seen: Seen[], emulatorHas: boolean): string | undefined {
  const now = days(seen, emulatorHas)
  const then = days(seen, !emulatorHas)
  const [first] = now
  const last = then.at(-1)
  if (first === undefined || last === undefined || first <= last) return undefined
  return emulatorHas ? `${name} came after ${last}` : `${name} was last sent on ${last}`
}

function inconstant(name: string, seen: Seen[]): string | undefined {
  const both = days(seen, true).length > 0 && days(seen, false).length > 0
  return both ? `${name} is on some of these answers and not on others` : undefined
}

function days(seen: Seen[], has: boolean): string[] {
  return seen.flatMap((one) => (one.has === has ? [one.day] : [])).sort()
}

function kindOf({ method, url, status }: Interaction): string {
  return [method, typeOf(url), endsInType(url), status].join(' ')
}

function holds(body: Json, path: string): boolean {
  return path === '' || membersOf(body).has(path)
}
