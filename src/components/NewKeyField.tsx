import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { CopyButton } from './CopyButton.tsx'
import { keyRemarks, madeKey } from '../model/edits/shared-key.ts'
import styles from './NewKeyField.module.css'

/** Characters of a key made here: long enough for good, and short enough for every device. */
const MADE_LENGTH = 48

interface NewKeyFieldProps {
  label: string
  value: string
  disabled?: boolean
  /** Whether what is wrong with nothing at all is said. */
  asked: boolean
  onChange: (value: string) => void
}

/** A key to type, to paste or to make here. It is hidden as soon as nobody looks; what is in the field stays. */
export function NewKeyField({ label, value, disabled = false, asked, onChange }: NewKeyFieldProps) {
  const [shown, setShown] = useState(false)
  const remarks = value === '' && !asked ? [] : keyRemarks(value)
  const error = remarks.find(({ level }) => level === 'error')

  // As above for a key that is shown: only the browser tells that nobody looks any more.
  useEffect(() => {
    const hide = () => setShown(false)
    window.addEventListener('blur', hide)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('blur', hide)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [])

  function make() {
    onChange(madeKey(MADE_LENGTH, (bytes) => crypto.getRandomValues(new Uint8Array(bytes))))
    setShown(true)
  }

  return (
    <div className={styles.section}>
      <Field
        label={label}
        className={styles.field}
        validationState={error ? 'error' : remarks.length > 0 ? 'warning' : 'none'}
        validationMessage={remarks.length === 0 ? undefined : remarks.map(({ text }) => text).join(' ')}
      >
        <Input
          type={shown ? 'text' : 'password'}
          value={value}
          disabled={disabled}
          // A password manager must neither fill nor keep it.
          autoComplete="new-password"
          spellCheck={false}
          input={{ autoCapitalize: 'off', autoCorrect: 'off', translate: 'no', className: styles.code }}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      <div className={styles.row}>
        <Button disabledFocusable={disabled} onClick={make}>
          Make a key here
        </Button>
        {value !== '' && (
          <>
            <Button appearance="subtle" onClick={() => setShown(!shown)}>
              {shown ? 'Hide' : 'Show'}
            </Button>
            <CopyButton worded text={value} label="Copy the new key" />
          </>
        )}
      </div>
    </div>
  )
}

/** Whether Azure would take it. */
export function isKeyGood(key: string): boolean {
  return keyRemarks(key).every(({ level }) => level !== 'error')
}
