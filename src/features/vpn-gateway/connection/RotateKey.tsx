import type { Estate } from '../../../model/estate.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { isBetweenGateways, returnOf } from './ends.ts'
import { lead } from './lead.ts'
import { RotateBoth } from './RotateBoth.tsx'
import { RotateWithDevice } from './RotateWithDevice.tsx'

interface RotateKeyProps {
  connection: Connection
  estate: Estate
  /** It was asked for by an address. */
  first: boolean
}

/** A new key for both ends, as one flow. */
export function RotateKey({ connection, estate, first }: RotateKeyProps) {
  const back = returnOf(connection, estate)
  return (
    <section className={styles.section} aria-labelledby="rotate-key">
      <h2
        className={parts.heading}
        id="rotate-key"
        tabIndex={-1}
        // Whoever came for it is led to it, once.
        ref={first ? lead : undefined}
      >
        Rotate the key on both ends
      </h2>
      {back ? (
        <RotateBoth connection={connection} back={back} />
      ) : isBetweenGateways(connection) ? (
        <p className={parts.text}>
          The connection that comes back from the other gateway was not read, so only this end could be
          changed. Choose the subscription it is in, or set the same key on both connections, one after the
          other.
        </p>
      ) : (
        <RotateWithDevice connection={connection} />
      )}
    </section>
  )
}
