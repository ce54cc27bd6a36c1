import type { ReactNode } from 'react'
import { WriteStatus } from '../../../components/writes/WriteStatus.tsx'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { useWriteStatus } from '../../../queries/use-write-status.ts'

/** How a write stands, with what can be done about it. */
export function Status({ write, done }: { write: QueuedWrite; done?: ReactNode }) {
  return <WriteStatus {...useWriteStatus(write)} done={done} />
}
