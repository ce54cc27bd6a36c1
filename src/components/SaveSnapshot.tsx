import { CameraRegular } from '@fluentui/react-icons'
import { count } from '../model/format.ts'
import type { SnapshotProgress } from '../model/export/snapshot.ts'
import { ToolButton } from '../ui/ToolButton.tsx'
import styles from './SaveSnapshot.module.css'

interface SaveSnapshotProps {
  progress: SnapshotProgress
  onSave: () => void
  onCancel: () => void
}

/** Saves what was read as a file that a colleague opens without an account. Nothing is saved when it is cancelled. */
export function SaveSnapshot({ progress, onSave, onCancel }: SaveSnapshotProps) {
  return (
    <span className={styles.group}>
      {progress.is === 'reading' ? (
        <ToolButton word="Cancel the snapshot" onPress={onCancel} />
      ) : (
        <ToolButton
          icon={<CameraRegular />}
          word="Save snapshot"
          title="A file without secrets that opens without an account"
          off={progress.is === 'waiting' ? 'The estate is still being read' : undefined}
          onPress={onSave}
        />
      )}
      <span role="status" className={styles.status}>
        {said(progress)}
      </span>
    </span>
  )
}

function said(progress: SnapshotProgress): string {
  switch (progress.is) {
    case 'waiting':
    case 'ready':
      return ''
    case 'reading':
      return `Reading ${progress.done} of ${progress.of} more`
    case 'saved':
      return progress.unread === 0
        ? `Saved as ${progress.name}.`
        : `Saved as ${progress.name}; ${count(progress.unread, 'thing')} could not be read, the file says which.`
    case 'failed':
      return `The snapshot could not be saved: ${progress.why}`
  }
}
