const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Since when it is watched, in milliseconds, and how often it is asked from then on. */
const SLOWER = [
  { from: 120 * MINUTE, every: 5 * MINUTE },
  { from: 10 * MINUTE, every: MINUTE },
  { from: 0, every: 20 * SECOND },
] as const

const HIDDEN = MINUTE

/**
 * When something is read anew that others do, outside of this app, in hours to weeks: often while somebody may still expect it, then
 * slower.
 * @param watched milliseconds since the watching began
 * @param demo milliseconds there, where it follows a click; absent on Azure
 */
export function watchInterval(watched: number, hidden: boolean, demo: number | undefined): number {
  const every = demo ?? SLOWER.find(({ from }) => watched >= from)?.every ?? MINUTE
  return hidden ? Math.max(every, HIDDEN) : every
}
