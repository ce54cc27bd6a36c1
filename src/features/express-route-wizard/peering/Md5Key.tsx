import { Input, Switch } from '@fluentui/react-components'
import styles from '../../../components/wizard/FormStep.module.css'
import { type CircuitAnswers, md5KeyOf } from '../../../model/express-route/answers.ts'
import { AskField } from '../../../ui/wizard/AskField.tsx'
import { useWizard } from '../wizard.ts'
import { withPeeringAt } from '../with-circuit.ts'

interface Md5KeyProps {
  circuit: CircuitAnswers
  index: number
  name: string
}

/** The key that the BGP sessions are signed with: in this page's memory and nowhere else. */
export function Md5Key({ circuit, index, name }: Md5KeyProps) {
  const { keys, secretsGone, setSecrets, said, edit } = useWizard()
  const place = `circuits.${index}.peering.md5`
  const key = md5KeyOf(circuit)
  const field = `circuits.${index}.md5Key`
  const about = said(field)
  return (
    <div className={styles.group}>
      <div id={place}>
        <Switch
          label="The BGP sessions use an MD5 key"
          checked={circuit.peering.md5}
          onChange={(_, { checked }) => edit(place, (now) => withPeeringAt(now, index, { md5: checked }))}
        />
      </div>
      {circuit.peering.md5 && (
        <AskField
          id={field}
          label={`MD5 key of ${name}`}
          help={
            secretsGone && (keys[key] ?? '') === ''
              ? 'It has to be entered again: keys are never stored.'
              : '1 to 25 characters, the same on your routers. It is in this page’s memory only, and goes to Azure with the peering.'
          }
          said={about}
        >
          <Input
            type="password"
            value={keys[key] ?? ''}
            // A password manager must neither fill nor keep it.
            autoComplete="new-password"
            spellCheck={false}
            aria-invalid={about.some(({ is }) => is === 'error') ? true : undefined}
            onChange={(_, { value }) => setSecrets({ ...keys, [key]: value })}
          />
        </AskField>
      )}
    </div>
  )
}
