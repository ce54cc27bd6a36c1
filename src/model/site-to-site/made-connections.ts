import { keyOf } from '../paths.ts'
import type { Answers } from './answers.ts'
import { connectionIdOf } from './place.ts'
import { planOf } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Connections that are made already, which the plan leaves out: nothing is sent to them, so a key that is made or typed now is not theirs.
 * @returns ARM ids of the connections, by the key of their site
 */
export function madeConnections(answers: Answers, around: Surroundings): ReadonlyMap<string, string> {
  const planned = new Set(planOf(answers, around).resources.map(({ id }) => keyOf(id)))
  return new Map(
    answers.sites.flatMap((site) => {
      const id = connectionIdOf(site, answers, around)
      return planned.has(keyOf(id)) ? [] : [[site.key, id] as const]
    }),
  )
}
