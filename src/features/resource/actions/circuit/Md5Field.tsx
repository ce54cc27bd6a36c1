import { Field, Input } from '@fluentui/react-components'
import { md5KeyAdvice, md5KeyProblem } from '../../../../model/edits/peering.ts'

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
