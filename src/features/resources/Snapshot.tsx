import { saveFile } from '../../components/save-file.ts'
import { SaveSnapshot } from '../../components/SaveSnapshot.tsx'
import { useDemo } from '../../queries/use-demo.ts'
import { useSnapshot } from '../../queries/use-snapshot.ts'

/** A snapshot of the scope, beside the export of the list. What is a snapshot already would get a new date only. */
export function Snapshot() {
  const { progress, save, cancel } = useSnapshot(saveFile)
  if (useDemo()?.opened?.readOnly) return null
  return <SaveSnapshot progress={progress} onSave={save} onCancel={cancel} />
}
