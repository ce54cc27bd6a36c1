import { Button } from '@fluentui/react-components'
import { useEffect, useId, useState } from 'react'
import { CopyButton } from '../../../components/CopyButton.tsx'
import styles from '../../../components/wizard/FormStep.module.css'

interface MadeKeyProps {
  /** Its place, where Next leads. */
  id: string
  label: string
  value: string
  onMake: () => void
}

/** A random key, shown on purpose and hidden as soon as nobody looks. */
export function MadeKey({ id: place, label, value, onMake }: MadeKeyProps) {
  const [shown, setShown] = useState(false)
  const id = useId()

  // Only the browser tells that nobody looks any more.
  useEffect(() => {
    const hide = () => setShown(false)
    window.addEventListener('blur', hide)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('blur', hide)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [])

  return (
    <div id={place} role="group" aria-labelledby={id}>
      <p id={id} className={styles.note}>
        {label}
      </p>
      <p className={styles.given} translate="no">
        <output className={styles.code}>
          {shown ? <bdi>{value}</bdi> : `${'•'.repeat(12)} ${value.length} characters, hidden`}
        </output>
      </p>
      <div className={styles.row}>
        <Button size="small" onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </Button>
        <CopyButton worded text={value} label="Copy the key" />
        <Button size="small" appearance="subtle" onClick={onMake}>
          Make another
        </Button>
      </div>
    </div>
  )
}
