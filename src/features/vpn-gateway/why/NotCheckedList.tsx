import { Link } from 'react-router-dom'
import { NotChecked, NotCheckedItem } from '../../../components/why/NotChecked.tsx'
import styles from '../../../components/why/Why.module.css'
import { resourcePath } from '../../../model/paths.ts'
import type { NotChecked as Missing } from '../../../model/why/finding.ts'
import type { Named } from '../../../model/why/judge-rules.ts'

interface NotCheckedListProps {
  connectionId: string
  items: readonly Named<Missing>[]
  /** A pasted log of the device told something. */
  deviceTold: boolean
  onPaste: () => void
}

/** What no rule could look at, and what no rule of a VPN asks for. */
export function NotCheckedList({ connectionId, items, deviceTold, onPaste }: NotCheckedListProps) {
  return (
    <NotChecked items={items}>
      <NotCheckedItem title="IKE diagnostic log">
        it is in a Log Analytics workspace or storage account, if a diagnostic setting of the gateway collects
        IKEDiagnosticLog.
      </NotCheckedItem>
      <NotCheckedItem
        title="VPN troubleshoot"
        end={
          <Link className={styles.link} to={resourcePath(connectionId, 'troubleshoot')}>
            Troubleshoot
          </Link>
        }
      >
        Network Watcher looks at the gateway from inside. It takes minutes, one run at a time in a
        subscription, and needs a storage account for its logs.
      </NotCheckedItem>
      {!deviceTold && (
        <NotCheckedItem
          title="On-premises device"
          end={
            <button type="button" className={styles.link} onClick={onPaste}>
              Paste device log
            </button>
          }
        >
          Azure cannot see it. Its log says what Azure does not.
        </NotCheckedItem>
      )}
    </NotChecked>
  )
}
