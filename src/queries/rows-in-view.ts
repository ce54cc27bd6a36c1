import type { RowsInView } from '../azure/statuses.ts'

/** What is looked at now, told by lists and asked by whoever reads statuses. */
export function createRowsInView(): RowsInView & {
  /** Adds what is looked at; the answer looks away again. */
  look(keys: readonly string[]): () => void
} {
  const looks = new Set<readonly string[]>()
  let change: { promise: Promise<void>; resolve: () => void } | undefined
  return {
    keys: () => [...looks].flat(),
    changed() {
      change ??= pending()
      return change.promise
    },
    look(keys) {
      looks.add(keys)
      change?.resolve()
      change = undefined
      return () => void looks.delete(keys)
    },
  }
}

function pending(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve: () => resolve() }
}
