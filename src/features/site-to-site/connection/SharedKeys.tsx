import { Button, Checkbox } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import { NewKeyField } from '../../../components/NewKeyField.tsx'
import type { Site } from '../../../model/site-to-site/answers.ts'
import { nameOfId, resourcePath } from '../../../model/paths.ts'
import { siteNameOf } from '../../../model/site-to-site/place.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import notices from '../../../components/wizard/Notices.module.css'
import { useWizard } from '../wizard.ts'
import { withConnection } from '../with-answers.ts'
import { MadeKey } from './MadeKey.tsx'

/** The shared key, or one for each device: in this page's memory and nowhere else. */
export function SharedKeys() {
  const {
    answers,
    keys,
    secretsGone: keysGone,
    made,
    edit,
    setSecrets: setKeys,
    freshKeys,
    said,
    isLeft,
  } = useWizard()
  const { key, oneKey } = answers.connection
  const sent = answers.sites.filter((site) => !made.has(site.key))
  const several = sent.length > 1
  const fields: readonly Site[] = oneKey ? sent.slice(0, 1) : sent
  const asked = isLeft('connection')
  const idOf = (site: Site) => `keys.${answers.sites.indexOf(site)}`

  /** One key for all is that of every site whose connection is sent. */
  const set = (site: Site, value: string) =>
    setKeys({ ...keys, ...Object.fromEntries((oneKey ? sent : [site]).map((one) => [one.key, value])) })
  const makeKeys = () => setKeys(freshKeys())
  const nameOf = (site: Site) =>
    (oneKey || !several) && made.size === 0
      ? 'Shared key'
      : `Shared key of ${siteNameOf(site) || 'this device'}`

  const there = [...made.values()].map((id) => (
    <p key={id} className={styles.note}>
      <bdi>{nameOfId(id)}</bdi> is made already, and keeps the key that it has.{' '}
      <Link to={resourcePath(id, 'key')}>
        See the key of <bdi>{nameOfId(id)}</bdi>
      </Link>
    </p>
  ))
  if (sent.length === 0 && made.size > 0)
    return (
      <div className={styles.group} id="connection.key">
        {there}
      </div>
    )

  return (
    <div className={styles.group} id="connection.key">
      {there}
      <ChoiceField
        id="connection.key.choice"
        label="Shared key"
        value={key}
        said={said('connection.key').filter(() => asked || !keysGone)}
        choices={[
          {
            value: 'generated',
            label: 'Make a random key here',
            help: '48 letters and digits. It goes to Azure and to your device; this app keeps it in memory only.',
          },
          { value: 'entered', label: 'Enter a key', help: 'One that the device has already.' },
        ]}
        onChange={(next) => {
          const left = Object.fromEntries(Object.entries(keys).filter(([site]) => made.has(site)))
          edit(
            'connection.key',
            (now) => withConnection(now, { key: next }),
            next === 'generated' ? freshKeys() : left,
          )
        }}
      />
      {several && (
        <Checkbox
          label="One key for all devices"
          checked={oneKey}
          onChange={(_, { checked }) =>
            edit('connection.oneKey', (now) => withConnection(now, { oneKey: checked === true }))
          }
        />
      )}
      {keysGone && key === 'generated' ? (
        <section id={fields[0] && idOf(fields[0])} className={notices.notice} aria-label="The key is gone">
          <p className={notices.title}>
            <span className={notices.warn} aria-hidden>
              <WarningFilled />
            </span>
            The key is gone with the page that made it
          </p>
          <p className={notices.text}>
            Keys are never stored. Make a new one, and enter it on the device too; or enter the one you
            copied.
          </p>
          <div className={notices.buttons}>
            <Button onClick={makeKeys}>Make a new key</Button>
          </div>
        </section>
      ) : (
        fields.map((site) =>
          key === 'generated' ? (
            <MadeKey
              key={site.key}
              id={idOf(site)}
              label={nameOf(site)}
              value={keys[site.key] ?? ''}
              onMake={makeKeys}
            />
          ) : (
            <div key={site.key} id={idOf(site)}>
              <NewKeyField
                label={nameOf(site)}
                value={keys[site.key] ?? ''}
                asked={asked}
                onChange={(value) => set(site, value)}
              />
            </div>
          ),
        )
      )}
      {keysGone && key === 'entered' && (
        <p className={styles.note}>The key has to be entered again: keys are never stored.</p>
      )}
      {key === 'generated' && !keysGone && <SaidLines said={fields.flatMap((site) => said(idOf(site)))} />}
    </div>
  )
}
