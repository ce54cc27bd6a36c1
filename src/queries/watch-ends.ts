import { isRunning, type Operation } from '../model/operations/operation.ts'

/** The ledger, or the list of runs. */
interface Listed<One extends Operation> {
  subscribe(listener: () => void): () => void
  getSnapshot(): readonly One[]
}

/** Calls for each operation that runs now, or begins to, when it has ended; whichever tab saw the end. */
export function watchEnds<One extends Operation>(
  ledger: Listed<One>,
  onEnd: (operation: One) => void,
): () => void {
  let running = new Set(
    ledger
      .getSnapshot()
      .filter(isRunning)
      .map(({ key }) => key),
  )
  return ledger.subscribe(() => {
    const now = ledger.getSnapshot()
    const before = running
    running = new Set(now.filter(isRunning).map(({ key }) => key))
    for (const operation of now) if (before.has(operation.key) && !isRunning(operation)) onEnd(operation)
  })
}
