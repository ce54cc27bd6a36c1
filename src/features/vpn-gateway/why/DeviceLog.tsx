import { Field, Textarea } from '@fluentui/react-components'
import { count } from '../../../model/format.ts'
import type { LogMark, LogMarkKind } from '../../../model/why/device-log.ts'
import parts from '../../../components/why/parts.module.css'
import styles from './Why.module.css'

const MEANS: Record<LogMarkKind, string> = {
  authentication: 'the keys, or the names the ends give themselves, differ',
  phase1Proposal: 'no proposal of phase 1 is common to both, or Azure knows the device by another address',
  phase2Proposal: 'no proposal of phase 2 is common to both',
  selectors: 'the traffic selectors differ',
  dhGroup: 'the Diffie-Hellman group differs',
  silence: 'Azure did not answer what was sent',
}

interface DeviceLogProps {
  text: string
  marks: readonly LogMark[]
  /** Somebody asked for the field: typing goes on there. */
  takesFocus: boolean
  onChange: (text: string) => void
  onDiscard: () => void
}

/** A pasted log of the device: searched for known phrases, in this browser's memory alone. */
export function DeviceLog({ text, marks, takesFocus, onChange, onDiscard }: DeviceLogProps) {
  return (
    <section className={styles.deviceLog} aria-labelledby="device-log">
      <h2 id="device-log" className={parts.heading}>
        Device log
      </h2>
      <Field
        label="Lines of the device’s log"
        hint="Searched here for known phrases. The text stays in the memory of this page: it is not sent, kept or copied."
      >
        <Textarea
          ref={takesFocus ? focusField : undefined}
          className={styles.log}
          value={text}
          rows={6}
          resize="vertical"
          spellCheck={false}
          onChange={(_, { value }) => onChange(value)}
        />
      </Field>
      <div role="status">
        {text.trim() !== '' && marks.length === 0 && (
          <p className={parts.text}>No known phrase stands in it. Causes are as before.</p>
        )}
        {marks.length > 0 && (
          <>
            <p className={parts.text}>Read from the pasted text:</p>
            <ul className={styles.marks}>
              {marks.map(({ phrase, kind, line, count: times }) => (
                <li key={phrase}>
                  <strong>{phrase}</strong>, in {count(times, 'line')}: {MEANS[kind]}.
                  <bdi className={parts.code}>{line}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={parts.tools}>
        <button type="button" className={styles.link} onClick={onDiscard}>
          Discard the log
        </button>
      </div>
    </section>
  )
}

/** Once, when it appears: it is the same function at each drawing. */
function focusField(field: HTMLTextAreaElement | null) {
  field?.focus()
}
