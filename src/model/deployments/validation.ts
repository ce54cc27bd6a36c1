import type { Result } from '../../lib/result.ts'
import type { HubError } from '../errors.ts'
import type { ResourceChange } from './changes.ts'

/** What Azure says of a plan before anything is sent. */
export type PlanValidation =
  | { is: 'asking' }
  /** `at`: when Azure said so. `changes`: what it would do, or why that could not be asked. */
  | { is: 'accepted'; at: number; changes: Result<readonly ResourceChange[], HubError> }
  /** Azure would refuse it, for each of these. */
  | { is: 'refused'; at: number; errors: readonly HubError[] }
  /** A resource group of the plan is not there yet, and Azure can say nothing before it is. */
  | { is: 'groupMissing'; groups: readonly string[] }
  | { is: 'notAsked'; error: HubError }
