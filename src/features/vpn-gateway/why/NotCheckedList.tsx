import { CircleHintRegular } from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import { resourcePath } from '../../../model/paths.ts'
import type { Named } from '../../../model/why/diagnose.ts'
import type { NotChecked } from '../../../model/why/finding.ts'
import parts from '../../../components/why/parts.module.css'
import styles from './Why.module.css'

interface NotCheckedListProps {
  connectionId: string
  items: readonly Named<NotChecked>[]
  /** A pasted log of the device told something. */
  deviceTold: boolean
  onPaste: () => void
}

/** What no rule could look at, with what is missing and how to get it: one line for each thing that is missing. */
export function NotCheckedList({ connectionId, items, deviceTold, onPaste }: NotCheckedListProps) {
  const missing = new Map<string, Named<NotChecked>[]>()
  for (const item of items) missing.set(item.missing, [...(missing.get(item.missing) ?? []), item])
  return (
    <section aria-labelledby="not-checked">
      <h2 id="not-checked" className={parts.heading}>
        Not checked
      </h2>
      <ul className={styles.notChecked}>
        {[...missing].map(([what, of]) => (
          <li key={what}>
            <CircleHintRegular aria-hidden />
            <span>
              <strong>{of.map(({ rule }) => rule).join(', ')}</strong>{' '}
              <span className={parts.aside}>
                <bdi>{what}.</bdi> {of[0]?.how}
              </span>
            </span>
          </li>
        ))}
        <li>
          <CircleHintRegular aria-hidden />
          <span>
            <strong>IKE diagnostic log</strong>{' '}
            <span className={parts.aside}>
              it is in a Log Analytics workspace or storage account, if a diagnostic setting of the gateway
              collects IKEDiagnosticLog.
            </span>
          </span>
        </li>
        <li>
          <CircleHintRegular aria-hidden />
          <span>
            <strong>VPN troubleshoot</strong>{' '}
            <span className={parts.aside}>
              Network Watcher looks at the gateway from inside. It takes minutes, one run at a time in a
              subscription, and needs a storage account for its logs.
            </span>
          </span>
          <Link className={styles.link} to={resourcePath(connectionId, 'troubleshoot')}>
            Troubleshoot
          </Link>
        </li>
        {!deviceTold && (
          <li>
            <CircleHintRegular aria-hidden />
            <span>
              <strong>On-premises device</strong>{' '}
              <span className={parts.aside}>Azure cannot see it. Its log says what Azure does not.</span>
            </span>
            <button type="button" className={styles.link} onClick={onPaste}>
              Paste device log
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}
