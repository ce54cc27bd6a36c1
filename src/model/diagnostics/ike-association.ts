import type { JsonObject } from '../../lib/json.ts'

/**
 * One IKE security association of a connection. Neither the specification nor the recordings name its members, so each may
 * be missing and the whole is kept as it came.
 */
export interface IkeAssociation {
  /** The instance's public address. */
  localEndpoint?: string
  remoteEndpoint?: string
  encryption?: string
  integrity?: string
  dhGroup?: string
  lifetimeSeconds?: number
  elapsedSeconds?: number
  initiator?: boolean
  /** Phase 2. */
  childAssociations: ChildAssociation[]
  raw: JsonObject
}

export interface ChildAssociation {
  encryption?: string
  integrity?: string
  pfsGroup?: string
  lifetimeSeconds?: number
  localSelectors: string[]
  remoteSelectors: string[]
  raw: JsonObject
}
