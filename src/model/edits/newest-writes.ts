import type { QueuedWrite } from './write-state.ts'

/**
 * What is still worth telling: of one and the same action the last sending, and whatever has not gone well. The steps of one sending wait for
 * each other and are told together.
 * @param writes in the order they were added
 */
export function newestWrites(writes: readonly QueuedWrite[]): QueuedWrite[] {
  const last = new Map(writes.map((one) => [actionOf(one), sendingOf(one, writes)]))
  return writes.filter((one) => one.state.is !== 'done' || last.get(actionOf(one)) === sendingOf(one, writes))
}

/** The form that it is of, whatever part of it. */
function actionOf({ write: { topic } }: QueuedWrite): string {
  return topic.split('/')[0] ?? topic
}

/** Key of the first step. */
function sendingOf(one: QueuedWrite, writes: readonly QueuedWrite[]): string {
  const before = one.after === undefined ? undefined : writes.find(({ key }) => key === one.after)
  return before ? sendingOf(before, writes) : one.key
}
