import type { HubError } from '../errors.ts'

/** `running`: whatever ARM may say before an end, such as `Accepted`. */
export type DeploymentState = 'running' | 'succeeded' | 'failed' | 'canceled'

/** A deployment at a resource group as it stands. */
export interface Deployment {
  id: string
  state: DeploymentState
  /** What Azure support asks for. */
  correlationId?: string
  /** When ARM last changed it, milliseconds since the epoch. */
  at?: number
  /** Why it failed; see `innerErrors`. */
  error?: HubError
}

/** What a deployment does, or a nested one of it, to one resource. */
export interface DeploymentOperation {
  /** ARM id of the resource. */
  targetId: string
  state: DeploymentState
  /** Milliseconds since the epoch; of one that has ended. */
  at?: number
  /** How long it has taken up to `at`, milliseconds. */
  took?: number
  error?: HubError
}
