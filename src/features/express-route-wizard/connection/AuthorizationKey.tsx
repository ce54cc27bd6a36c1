import { Input } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import styles from '../../../components/wizard/FormStep.module.css'
import { authorizationKeyOf, type CircuitAnswers } from '../../../model/express-route/answers.ts'
import { actionPath } from '../../../model/paths.ts'
import { AskField } from '../../../ui/wizard/AskField.tsx'
import { useWizard } from '../wizard.ts'

interface AuthorizationKeyProps {
  circuit: CircuitAnswers
  index: number
  name: string
}

/** What the owner of a circuit in another subscription gave: in this page's memory and nowhere else. */
export function AuthorizationKey({ circuit, index, name }: AuthorizationKeyProps) {
  const { keys, secretsGone, setSecrets, said } = useWizard()
  const key = authorizationKeyOf(circuit)
  const field = `circuits.${index}.authorizationKey`
  const about = said(field)
  const isGone = secretsGone && (keys[key] ?? '') === ''
  return (
    <div className={styles.group}>
      <AskField
        id={field}
        label={`Authorization key of ${name}`}
        help={
          isGone
            ? 'It has to be entered again: keys are never stored.'
            : 'The circuit is in another subscription. Its owner makes an authorization, whose key is good for one connection. It is in this page’s memory only.'
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
          onChange={(_, { value }) => setSecrets({ ...keys, [key]: value.trim() })}
        />
      </AskField>
      {circuit.use === 'existing' && circuit.existing !== '' && (
        <p className={styles.note}>
          If the circuit is yours too,{' '}
          <Link className={styles.link} to={actionPath(circuit.existing, 'authorization')}>
            make an authorization
          </Link>{' '}
          and take its key from Azure.
        </p>
      )}
    </div>
  )
}
