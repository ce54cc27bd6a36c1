import { useState } from 'react'
import { useWriteOf } from '../../../../queries/use-edits.ts'

/**
 * A secret of a form: in no draft, gone with the form and once it is set.
 * @param id of the resource that the write is of, where it is another than the page's
 */
export function useTypedSecret(id: string, topic: string) {
  const written = useWriteOf(id, topic)
  const done = written?.state.is === 'done' ? written.key : undefined
  /** `after`: the write that was done when it was typed. */
  const [typed, setTyped] = useState<{ text: string; after?: string | undefined }>({ text: '' })
  return {
    text: done === typed.after ? typed.text : '',
    type: (text: string) => setTyped({ text, after: done }),
  }
}
