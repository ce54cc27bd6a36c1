import { useSearchParams } from 'react-router-dom'
import type { Estate } from '../../../model/estate.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { CompareKeys } from './CompareKeys.tsx'
import { ChangeKey } from './ChangeKey.tsx'
import { RevealKey } from './RevealKey.tsx'
import { RotateKey } from './RotateKey.tsx'

interface KeyTabProps {
  resource: Connection
  estate: Estate
}

/** The shared key of a connection. It is in the state of these parts while somebody needs it, and nowhere else. */
export default function KeyTab({ resource: connection, estate }: KeyTabProps) {
  const [search] = useSearchParams()
  if (connection.authenticationType?.toLowerCase() === 'certificate')
    return (
      <p className={parts.text}>
        This connection authenticates with certificates, so no shared key is in use. What the certificates are
        is in JSON.
      </p>
    )
  return (
    <div className={styles.page}>
      <RevealKey key={`reveal ${connection.id}`} connection={connection} />
      <RotateKey
        key={`rotate ${connection.id}`}
        connection={connection}
        estate={estate}
        first={search.get('do') === 'rotate-key'}
      />
      <ChangeKey key={`change ${connection.id}`} connection={connection} first={search.get('do') === 'key'} />
      <CompareKeys key={`compare ${connection.id}`} connection={connection} estate={estate} />
    </div>
  )
}
