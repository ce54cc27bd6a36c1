import { useSyncExternalStore } from 'react'
import type { JsonObject } from '../lib/json.ts'
import { sameJson } from '../model/edits/edit.ts'
import type { Topic } from '../model/edits/topics.ts'
import type { QueuedWrite, WriteState } from '../model/edits/write-state.ts'
import { isOfForm } from '../model/edits/write-topic.ts'
import type { Write } from '../model/edits/write.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import { requestOf } from './edit-request.ts'
import { useBeforeLeaving } from './use-before-leaving.ts'
import { useEdits, useFormDraft } from './use-edits.ts'
import { useRights } from './use-rights.ts'
import { type AddOptions, isUnderWay } from './write-queue.ts'

/** Every write of this tab that a form of a resource made, in the order they were added. */
function useWritesOf(id: string, topic: Topic): QueuedWrite[] {
  const { queue } = useEdits()
  const all = useSyncExternalStore(queue.subscribe, queue.getSnapshot)
  return all.filter(({ write }) => isOfForm(write, id, topic))
}

/**
 * What a form needs to show and send its writes.
 * @param steps in their order; each is sent when the one before it is done
 * @param bodies of other resources that are edited, without secrets, to show the request
 */
export function useAction(
  resource: Resource,
  topic: Topic,
  steps: readonly Write[],
  bodies: (write: Write) => JsonObject = () => ({}),
) {
  const { queue, drafts } = useEdits()
  const writes = useWritesOf(resource.id, topic)
  const right = useRights(steps.map(({ action, id }) => ({ action, scope: id })))
  return {
    writes,
    right,
    steps: steps.map((write) => ({
      write,
      request: requestOf(write, keyOf(write.id) === resource.key ? resource.body : bodies(write)),
    })),
    sending: writes.some(({ state }) => isOnItsWay(state)),
    /** All of what was sent last went well. */
    done: writes.length > 0 && writes.every(({ state }) => state.is === 'done'),
    /** @param secret goes with the first step */
    send(options: Pick<AddOptions, 'secret'> = {}) {
      drafts.sent(topic, resource.id, steps)
      let after: string | undefined
      for (const write of steps) {
        after = queue.add(write, after === undefined ? options : { after })
      }
    },
  }
}

function isOnItsWay(state: WriteState): boolean {
  return isUnderWay(state) || state.is === 'waiting'
}

interface FormOptions<V extends JsonObject> {
  topic: Topic
  id: string
  /** What the fields would be filled from now. */
  now: V
  /** Of what storage gives: it is anybody's. */
  read: (values: JsonObject) => V
  /** Fields whose text must not be stored as it stands. */
  notStored?: (values: V) => readonly string[]
}

/** What is typed in a form, kept in its draft; see `FormDraft`. */
export function useForm<V extends JsonObject>({
  topic,
  id,
  now,
  read,
  notStored = () => [],
}: FormOptions<V>) {
  const { drafts, queue } = useEdits()
  const draft = useFormDraft(topic, id)
  const base = draft ? read(draft.base) : now
  const values = draft ? read(draft.values) : now
  const typed = !sameJson(base, values)
  useBeforeLeaving(typed, () => drafts.save())

  function keep(next: { values: V; base: V }) {
    // What was wanted before and did not go is not wanted any more; what is on its way goes on.
    for (const { key, write, state } of queue.getSnapshot())
      if (isOfForm(write, id, topic) && state.is !== 'done' && !isOnItsWay(state)) queue.drop(key)
    if (sameJson(next.values, next.base)) drafts.forget(topic, id)
    else
      drafts.keep({
        kind: 'form',
        topic,
        id,
        ...next,
        notStored: notStored(next.values),
        open: true,
        at: Date.now(),
      })
  }
  return {
    values,
    typed,
    /** What the fields were filled from, where Azure has it otherwise by now. */
    outdated: draft && !sameJson(base, now) ? base : undefined,
    set: (change: Partial<V>) => keep({ base, values: { ...values, ...change } }),
    /** What is typed stands, and is a change of what Azure has now. */
    rebase: () => keep({ base: now, values }),
    discard: () => drafts.forget(topic, id),
  }
}
