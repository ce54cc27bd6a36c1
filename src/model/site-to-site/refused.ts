import type { Refused as RefusedIn } from '../wizard/refused.ts'
import type { Step } from './answers.ts'

/** One refusal of Azure, and what the app makes of it. */
export type Refused = RefusedIn<Step>
