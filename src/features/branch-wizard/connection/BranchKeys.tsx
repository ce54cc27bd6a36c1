import { Button } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons'
import { NewKeyField } from '../../../components/NewKeyField.tsx'
import form from '../../../components/wizard/FormStep.module.css'
import notices from '../../../components/wizard/Notices.module.css'
import { ONE_KEY } from '../../../model/branch/answers.ts'
import { count } from '../../../model/format.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { withConnection } from '../with-connection.ts'
import { useWizard } from '../wizard.ts'

/** The shared keys: in this page's memory and nowhere else, or Azure's own. */
export function BranchKeys() {
  const { answers, keys, secretsGone, edit, setSecrets, makeKeys, said, isLeft } = useWizard()
  const { key } = answers.connection
  const many = answers.sites.length > 1
  const made = Object.keys(keys).length
  return (
    <div className={form.group} id="connection.key">
      <ChoiceField
        id="connection.key.choice"
        label={many ? 'Shared keys' : 'Shared key'}
        value={key}
        said={said('connection.key')}
        choices={[
          {
            value: 'azure',
            label: 'Azure makes them',
            help: 'The step Devices gives them, in the VPN configuration for the devices.',
            why: key === 'azure' ? 'Default' : undefined,
          },
          {
            value: 'each',
            label: 'Make a random key here for each branch',
            help: '48 letters and digits, the same for all links of a branch. They go to Azure; this app keeps them in memory only.',
          },
          {
            value: 'one',
            label: 'Enter one key for all',
            help: 'One that the devices have already. Who knows it knows it of every branch.',
          },
        ]}
        onChange={(next) => edit('connection.key', (now) => withConnection(now, { key: next }))}
      />
      {key === 'one' && (
        <div id="keys">
          <NewKeyField
            label="Shared key"
            value={keys[ONE_KEY] ?? ''}
            asked={isLeft('connection')}
            onChange={(value) => setSecrets({ [ONE_KEY]: value })}
          />
          {secretsGone && (
            <p className={form.note}>The key has to be entered again: keys are never stored.</p>
          )}
        </div>
      )}
      {key === 'each' &&
        (secretsGone ? (
          <section id="keys" className={notices.notice} aria-label="The keys are gone">
            <p className={notices.title}>
              <span className={notices.warn} aria-hidden>
                <WarningFilled />
              </span>
              The keys are gone with the page that made them
            </p>
            <p className={notices.text}>
              Keys are never stored. New ones do as well: they go with what is still to be created, and
              devices get them from the step Devices.
            </p>
            <div className={notices.buttons}>
              <Button onClick={makeKeys}>Make new keys</Button>
            </div>
          </section>
        ) : (
          <div id="keys">
            <p className={form.note}>
              {count(made, 'key')} {made === 1 ? 'is' : 'are'} made. The step Devices gives them with the VPN
              configuration.
            </p>
            <SaidLines said={said('keys')} />
          </div>
        ))}
    </div>
  )
}
