import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { handOffFacts, type HandOffMore, handOffText } from '../../model/circuit/hand-off.ts'
import type { ExpressRouteCircuit } from '../../model/resources/expressroute.ts'
import { CopyButton } from '../CopyButton.tsx'
import { SensitiveValue } from '../fields/SensitiveValue.tsx'
import { saveFile } from '../save-file.ts'
import styles from './Circuit.module.css'

interface HandOffProps {
  circuit: ExpressRouteCircuit
  /** What is known besides what Azure tells. */
  more: HandOffMore
  onContact: (contact: string) => void
}

/** What the provider is given. The key is sensitive: whoever has it can order on this circuit. */
export function HandOff({ circuit, more, onContact }: HandOffProps) {
  const provider = circuit.serviceProviderName ?? 'the provider'
  /** It holds the key, so it is there only while it is printed. */
  const [printed, setPrinted] = useState(false)
  function print() {
    flushSync(() => setPrinted(true))
    const done = new AbortController()
    const { signal } = done
    function takeAway() {
      done.abort()
      clearTimeout(late)
      setPrinted(false)
    }
    // Some browsers go on before the paper is drawn, and some tell of no end: then the next look at the page is one, or a minute.
    const late = setTimeout(takeAway, 60_000)
    window.addEventListener('afterprint', takeAway, { signal })
    window.print()
    window.addEventListener('focus', takeAway, { signal })
  }
  return (
    <section className={styles.card} aria-label={`For ${provider}`}>
      <h2 className={styles.heading}>For {provider}</h2>
      <p className={styles.text}>
        Give {provider} the service key and what stands beside it. Whoever has the key can order on this
        circuit, so it goes to nobody else.
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Service key</dt>
          <dd>
            {circuit.serviceKey === undefined ? (
              'not given by Azure'
            ) : (
              <SensitiveValue text={circuit.serviceKey} label="service key" />
            )}
          </dd>
        </div>
        {handOffFacts(circuit, { ...more, contact: undefined }).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <Field
        className={styles.contact}
        label="Your contact, for the order"
        hint="Whom the provider asks. Kept in this browser; Azure is not told."
      >
        <Input
          value={more.contact ?? ''}
          placeholder="Name, telephone, mail"
          autoComplete="off"
          onChange={(_, { value }) => onContact(value)}
        />
      </Field>
      {circuit.serviceKey !== undefined && (
        <div className={styles.row}>
          <CopyButton text={handOffText(circuit, more)} label="Copy the order, with the key" worded />
          <Button
            size="small"
            onClick={() => saveFile(`${circuit.name}-order.txt`, handOffText(circuit, more), 'text/plain')}
          >
            Save the order, with the key
          </Button>
          <Button size="small" onClick={print}>
            Print the order, with the key
          </Button>
        </div>
      )}
      {printed &&
        createPortal(<pre className={styles.sheet}>{handOffText(circuit, more)}</pre>, document.body)}
    </section>
  )
}
