import type { Edit } from '../edits/edit.ts'
import { topOf } from '../edits/held-by.ts'
import { canBePutBack } from '../edits/put-back.ts'
import { keyOf } from '../paths.ts'
import type { Operation } from './operation.ts'

/** What an operation changed, where it went well and kept what was there before. */
export function editOf(operation: Operation): Edit | undefined {
  if (operation.by !== 'browser' || operation.state.is !== 'succeeded') return undefined
  const { write } = operation
  return write.is === 'edit' && canBePutBack(write) ? write : undefined
}

/**
 * Where an operation may be put back: on the page of what it changed, or of what that lives in. Not where the same form has
 * changed the resource since: the page would only say that.
 * @param all the operations of this browser
 */
export function putBackPageOf(operation: Operation, all: readonly Operation[]): string | undefined {
  const edit = editOf(operation)
  if (edit === undefined) return undefined
  const since = all.some((one) => {
    const later = editOfAny(one)
    return (
      one.startedAt > operation.startedAt && later?.topic === edit.topic && keyOf(later.id) === keyOf(edit.id)
    )
  })
  if (since) return undefined
  const top = topOf(edit.id)
  return top === keyOf(edit.id) ? edit.id : edit.id.slice(0, top.length)
}

function editOfAny(operation: Operation): Edit | undefined {
  if (operation.by !== 'browser' || operation.state.is !== 'succeeded') return undefined
  return operation.write.is === 'edit' ? operation.write : undefined
}
