import type { HubError } from '../errors.ts'

/** Whether somebody may do something to something, and if not, what exactly stands in the way. */
export type Right =
  | { is: 'allowed' }
  /** Being read; a control stays disabled for that moment and says so. */
  | { is: 'reading' }
  /** The rights could not be read: the control works, and Azure decides. */
  | { is: 'unknown'; error: HubError }
  /** `action` in ARM's spelling, `Microsoft.Network/connections/write`; `scope` an ARM id. */
  | { is: 'missing'; action: string; scope: string }
  /** A lock forbids it whatever the role. */
  | { is: 'locked'; lock: { id: string; name: string; level: string; notes?: string; scope: string } }
  /** The person switched writing off in this browser, or what is open cannot be changed. */
  | { is: 'readOnly'; why: 'switch' | 'snapshot' }
  /** The subscription's state does not take writes. */
  | { is: 'subscription'; state: string }
