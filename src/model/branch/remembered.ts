import type { Answers } from './answers.ts'
import type { Surroundings } from './surroundings.ts'

/** A function of answers and what is around them that is asked by many rules after each key: the last value is kept with its answers. */
export function rememberedFor<T>(
  make: (answers: Answers, around: Surroundings) => T,
): (answers: Answers, around: Surroundings) => T {
  const known = new WeakMap<Answers, { around: Surroundings; value: T }>()
  return (answers, around) => {
    const before = known.get(answers)
    if (before?.around === around) return before.value
    const value = make(answers, around)
    known.set(answers, { around, value })
    return value
  }
}
