import { keyOf } from '../paths.ts'
import type { Chosen } from '../wizard/chosen.ts'
import type { Answers, Hub } from './answers.ts'
import { membersOf } from './members.ts'
import { settled } from './settled.ts'
import type { Surroundings } from './surroundings.ts'

/** Answers for another virtual WAN: a hub of the one before is not meant any more, and a new one has a name proposed. */
export function withWan(answers: Answers, wan: Chosen, around: Surroundings): Answers {
  const untouched = answers.touched.filter((field) => field !== 'goal.wan')
  const touched = wan.is === 'existing' ? [...untouched, 'goal.wan'] : untouched
  return settled(
    { ...answers, touched, goal: { ...answers.goal, wan }, hub: { ...answers.hub, ...hubFor(wan, around) } },
    around,
  )
}

/** The hub of a virtual WAN where it has one; of several one has to be chosen, and where there is none a new one is meant. */
export function hubFor(wan: Chosen, { estate }: Pick<Surroundings, 'estate'>): Pick<Hub, 'use' | 'existing'> {
  const hubs = wan.is === 'existing' ? (membersOf(estate).hubsOfWan.get(keyOf(wan.id)) ?? []) : []
  if (hubs.length === 0) return { use: 'new', existing: '' }
  return { use: 'existing', existing: hubs.length === 1 ? (hubs[0]?.id ?? '') : '' }
}
