import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { DevicePanel } from '../../components/device/DevicePanel.tsx'
import { KeyInFile } from '../../components/device/KeyInFile.tsx'
import type { Estate } from '../../model/estate.ts'
import { nameOfId, resourcePath } from '../../model/paths.ts'
import type { Answers, Keys } from '../../model/site-to-site/answers.ts'
import { settingsOfAnswers } from '../../model/site-to-site/device.ts'
import { useShownFor } from '../../ui/use-shown-for.ts'
import styles from './DeviceStep.module.css'

interface DeviceStepProps {
  answers: Answers
  estate: Pick<Estate, 'resources'>
  /** In memory only: they go into what is shown and nowhere else. */
  keys: Keys
  /** Ids of connections that are made already, by site: their key is Azure's to tell, whatever stands in memory. */
  made: ReadonlyMap<string, string>
  onChange: (change: (answers: Answers) => Answers) => void
}

/** What each device has to be set to, before the run with placeholders for what Azure still has to give. */
export function DeviceStep({ answers, estate, keys, made, onChange }: DeviceStepProps) {
  const devices = settingsOfAnswers(answers, estate)
  const [chosen, setChosen] = useState('')
  const key = useShownFor()
  const current = devices.find((one) => one.key === chosen) ?? devices[0]
  if (!current) return <p className={styles.text}>There is no site yet. Add one in the step Sites.</p>
  const connectionId = made.get(current.key)
  const secret = connectionId === undefined ? (keys[current.key] ?? '') : ''
  return (
    <div className={styles.step}>
      {devices.length > 1 && (
        <Field label="Site" className={styles.site}>
          <Select
            value={current.key}
            onChange={(_, { value }) => {
              key.hide()
              setChosen(value)
            }}
          >
            {devices.map((one, index) => (
              <option key={one.key} value={one.key}>
                {one.name === '' ? `Site ${index + 1}` : one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {current.device.is === 'none' ? (
        <p className={styles.text}>{current.device.why}</p>
      ) : (
        <DevicePanel
          key={current.key}
          settings={current.device.settings}
          vendorId={answers.device.vendor}
          onVendor={(vendor) => onChange((now) => ({ ...now, device: { vendor } }))}
          sharedKey={key.value}
          keyPart={
            <KeyInFile
              left={key.value === undefined ? undefined : key.left}
              onTakeOut={key.hide}
              putIn={
                connectionId !== undefined ? (
                  <Link to={resourcePath(connectionId, 'key')}>
                    See the key of <bdi>{nameOfId(connectionId)}</bdi>
                  </Link>
                ) : (
                  <Button disabledFocusable={secret === ''} onClick={() => secret !== '' && key.show(secret)}>
                    Put the key in
                  </Button>
                )
              }
              note={
                connectionId !== undefined
                  ? 'This connection is made already. The file has a placeholder for its key, which Azure tells on the page of the connection.'
                  : secret === ''
                    ? 'The key of this site is not in this page. Enter it in the step Connection.'
                    : 'The shared key is a placeholder until you ask for it. It is not part of the draft.'
              }
            />
          }
        />
      )}
    </div>
  )
}
