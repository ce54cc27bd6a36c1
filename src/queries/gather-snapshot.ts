import type { Azure } from '../azure/azure.ts'
import type { Subscription, SubscriptionInventory, Unreadable } from '../model/inventory.ts'
import { NOT_TRIED, snapshotReads, unreadInSnapshot, type SnapshotInput } from '../model/export/snapshot.ts'
import type { Resource } from '../model/resources/resource.ts'

/** More than this many requests for one snapshot are not sent: the file says what is missing. */
const MOST_READS = 600

interface Gathering {
  subscriptions: readonly Subscription[]
  inventories: readonly SubscriptionInventory[]
  takenAt: number
  signal: AbortSignal
  onProgress: (done: number, of: number) => void
}

/**
 * Reads what a snapshot needs beside the inventories. What fails, and what is too much, is part of the result.
 * @throws only the signal's reason
 */
export async function gatherSnapshot(azure: Azure, gathering: Gathering): Promise<SnapshotInput> {
  const { subscriptions, inventories, takenAt, signal, onProgress } = gathering
  const wanted = snapshotReads(inventories)
  const reads = wanted.slice(0, MOST_READS)
  const beside: Resource[] = []
  const unreadBeside: Unreadable[] = wanted.slice(MOST_READS).map((read) => unreadInSnapshot(read, NOT_TRIED))
  let done = 0
  onProgress(0, reads.length)
  // The transport lets few through at once.
  await Promise.all(
    reads.map(async (read) => {
      const answer =
        read.is === 'children'
          ? await azure.list(`${read.parent}/${read.segment}`, signal)
          : await azure.resource(read.id, signal)
      if (answer.ok) beside.push(...[answer.value].flat())
      else unreadBeside.push(unreadInSnapshot(read, answer.error))
      done += 1
      onProgress(done, reads.length)
    }),
  )
  signal.throwIfAborted()
  return { subscriptions, inventories, beside, unreadBeside, takenAt }
}
