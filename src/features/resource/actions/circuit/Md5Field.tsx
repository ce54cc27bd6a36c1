import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { md5KeyAdvice, md5KeyProblem } from '../../../../model/edits/peering.ts'
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

interface Md5FieldProps {
  value: string
  /** There is a peering already: Azure does not tell whether it has a key. */
  exists: boolean
  onType: (text: string) => void
}

export function Md5Field({ value, exists, onType }: Md5FieldProps) {
  const problem = md5KeyProblem(value)
  const advice = md5KeyAdvice(value)
  return (
    <Field
      label="MD5 key"
      hint={
        exists
          ? 'Azure does not tell whether there is one: enter it again if your routers use one'
          : 'Only if your routers use one'
      }
      validationState={problem === undefined ? (advice === undefined ? 'none' : 'warning') : 'error'}
      validationMessage={problem ?? advice}
    >
      <Input
        type="password"
        autoComplete="off"
        value={value}
        onChange={(_, { value: text }) => onType(text)}
      />
    </Field>
  )
}
