import type { ReactNode } from 'react'
import { ActionButton } from '../../components/ActionButton.tsx'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { EditRequest } from '../../components/writes/EditRequest.tsx'
import { WriteStatus } from '../../components/writes/WriteStatus.tsx'
import type { QueuedWrite } from '../../model/edits/write-state.ts'
import type { Write } from '../../model/edits/write.ts'
import type { Resource } from '../../model/resources/resource.ts'
import type { RightWords } from '../../model/rights/words.ts'
import { requestOf } from '../../queries/edit-request.ts'
import { useRight } from '../../queries/use-rights.ts'
import { useWriteStatus } from '../../queries/use-write-status.ts'
import parts from '../../components/vpn/Parts.module.css'
import styles from './parts.module.css'

interface WriteReviewProps {
  write: Write
  resource: Resource
  /** A verb and what. */
  label: string
  /** ARM ids of what else it touches. */
  touches?: readonly string[]
  /** The same as a command of the Azure CLI. */
  az?: string
  /** What is in the way just now, whatever the rights. */
  instead?: RightWords | undefined
  onSend: () => void
}

/** What a write does and the request it is, before the button that sends it. */
export function WriteReview({ write, resource, label, touches = [], az, instead, onSend }: WriteReviewProps) {
  const right = useRight(write.action, write.id)
  return (
    <div className={styles.section}>
      <p className={parts.text}>{write.effect}</p>
      <p className={parts.note}>
        It touches <bdi>{write.name}</bdi>
        {touches.map((id) => (
          <span key={id}>
            {' and '}
            <ResourceLink id={id} />
          </span>
        ))}
        . Meanwhile no other change of these is sent.
      </p>
      <EditRequest request={requestOf(write, resource.body)} az={az} />
      <div className={styles.row}>
        <ActionButton label={label} appearance="primary" right={right} instead={instead} onClick={onSend} />
      </div>
    </div>
  )
}

/** How a write of the queue stands; what it came to is told by its page. */
export function WriteTold({ write, done }: { write: QueuedWrite; done: ReactNode }) {
  return <WriteStatus {...useWriteStatus(write)} done={done} />
}
