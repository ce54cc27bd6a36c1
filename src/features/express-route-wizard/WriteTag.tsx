import { ActionButton } from '../../components/ActionButton.tsx'
import { WriteStatus } from '../../components/writes/WriteStatus.tsx'
import type { QueuedWrite } from '../../model/edits/write-state.ts'
import { tagEdit } from '../../model/edits/tags.ts'
import type { ExpressRouteCircuit } from '../../model/resources/expressroute.ts'
import { useAction } from '../../queries/use-action.ts'
import { useWriteStatus } from '../../queries/use-write-status.ts'

interface WriteTagProps {
  circuit: ExpressRouteCircuit
  tag: string
  /** Absent: it is taken off. */
  value: string | undefined
  label: string
}

/** Sets one tag of a circuit, or takes it off; its others stay. */
export function WriteTag({ circuit, tag, value, label }: WriteTagProps) {
  const { writes, right, sending, send } = useAction(circuit, 'tags', [tagEdit(circuit, tag, value)])
  // Another tag of the circuit may have been written beside it.
  const write = writes.findLast((one) => isOfTag(one, tag))
  return (
    <>
      {!sending && (
        <div>
          <ActionButton label={label} right={right} onClick={() => send()} />
        </div>
      )}
      {write && write.state.is !== 'done' && <Status write={write} />}
    </>
  )
}

function isOfTag({ write }: QueuedWrite, tag: string): boolean {
  return write.is === 'edit' && write.changes.some(({ path }) => path[1]?.toLowerCase() === tag.toLowerCase())
}

function Status({ write }: { write: QueuedWrite }) {
  return (
    <div role="status">
      <WriteStatus {...useWriteStatus(write)} />
    </div>
  )
}
