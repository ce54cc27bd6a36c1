/** How an entry of the activity log stands, as Azure spells it. */
export type ActivityStatus = 'Started' | 'Accepted' | 'Succeeded' | 'Failed' | (string & {})

/** One thing somebody did: the events of one operation, joined by correlation id and operation name (ARM contract 12.9). */
export interface Activity {
  correlationId: string
  /** `Microsoft.Network/connections/sharedKey/write`. */
  operation: string
  /** As Azure words it. */
  operationWords?: string
  /** Of the newest event. */
  status: ActivityStatus
  resourceId: string
  /** Who: a user principal name, or the id of an application. */
  caller?: string
  /** An event of it has the answer `201 Created`: the resource was not there before. */
  created?: true
  /** Milliseconds since the epoch of the first and the newest event. */
  startedAt: number
  endedAt: number
  /** What Azure says of a failure. */
  statusMessage?: string
}
