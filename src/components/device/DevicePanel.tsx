import { Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { addressOr } from '../../model/device/hostile.ts'
import type { DeviceSettings } from '../../model/device/settings.ts'
import { deviceValues } from '../../model/device/values.ts'
import { fileNameOf, VENDORS, vendorOf } from '../../model/device/vendors.ts'
import { VerdictIcon } from '../VerdictIcon.tsx'
import { DeviceFile } from './DeviceFile.tsx'
import styles from './DevicePanel.module.css'
import { DeviceValues } from './DeviceValues.tsx'

interface DevicePanelProps {
  settings: DeviceSettings
  vendorId: string
  onVendor: (id: string) => void
  /** While somebody wants it in the file. */
  sharedKey: string | undefined
  /** How the key gets into the file and out of it. */
  keyPart: ReactNode
}

/** What the device at the far side has to be set to: a file for its maker, and the values whatever its maker. */
export function DevicePanel({ settings, vendorId, onVendor, sharedKey, keyPart }: DevicePanelProps) {
  const vendor = vendorOf(vendorId)
  // Azure does not know of a NAT in front of the device, so it is asked for here and kept nowhere.
  const [behind, setBehind] = useState(false)
  const [typed, setTyped] = useState('')
  const own = addressOr(typed.trim(), 'PRIVATE_ADDRESS', 'the private address of the device, behind NAT')
  const wrong = behind && typed.trim() !== '' && own.is === 'open'
  const known: DeviceSettings = { ...settings, nat: behind ? { is: 'behind', address: own } : settings.nat }
  const rendered = vendor.render(known, sharedKey)
  return (
    <div className={styles.panel}>
      <section className={styles.section} aria-labelledby="device-file">
        <h2 className={styles.heading} id="device-file">
          Configuration
        </h2>
        <div className={styles.choices}>
          <Field label="Device">
            <Select value={vendor.id} onChange={(_, { value }) => onVendor(value)}>
              {VENDORS.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            label="The device is behind NAT"
            checked={behind}
            onChange={(_, { checked }) => setBehind(checked === true)}
          />
          {behind && (
            <Field
              label="Its private address"
              validationMessage={wrong ? 'Enter an IPv4 address, such as 192.168.1.2.' : undefined}
              validationState={wrong ? 'error' : 'none'}
            >
              <Input
                value={typed}
                autoComplete="off"
                spellCheck={false}
                onChange={(_, { value }) => setTyped(value)}
              />
            </Field>
          )}
        </div>
        {rendered.is === 'refused' ? (
          <div className={styles.section}>
            <p className={styles.text}>
              No configuration is made for {vendor.name}, since it could not be right:
            </p>
            {rendered.reasons.map((reason) => (
              <p key={reason} className={styles.warning}>
                <VerdictIcon verdict="attention" alone />
                <span>{reason}</span>
              </p>
            ))}
          </div>
        ) : (
          <>
            <p className={styles.text}>
              <strong>Review before applying.</strong> {vendor.proof}
            </p>
            {keyPart}
            <DeviceFile
              text={rendered.text}
              name={fileNameOf(known, vendor)}
              vendor={vendor.name}
              secret={sharedKey !== undefined}
            />
          </>
        )}
      </section>
      <DeviceValues values={deviceValues(known)} />
    </div>
  )
}
