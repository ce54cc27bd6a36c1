import type { Around } from '../wizard/around.ts'

/** What the wizard's answers are held against. */
export type Surroundings = Around
