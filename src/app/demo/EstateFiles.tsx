import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import { saveFile } from '../../components/save-file.ts'
import { SaveSnapshot } from '../../components/SaveSnapshot.tsx'
import type { Demo, EstateFile } from '../../queries/use-demo.ts'
import { useSnapshot } from '../../queries/use-snapshot.ts'
import { readEstateFile } from './read-estate-file.ts'
import styles from './DemoPanel.module.css'

interface EstateFilesProps {
  demo: Demo
  disabled: boolean
  onPicked: (file: EstateFile) => void
  onFailed: (error: unknown) => void
}

/** Estates and snapshots from files and to files. */
export function EstateFiles({ demo, disabled, onPicked, onFailed }: EstateFilesProps) {
  const { progress, save, cancel } = useSnapshot(saveFile)

  async function pick(file: File, readOnly: boolean) {
    try {
      onPicked({ name: file.name, text: await readEstateFile(file), readOnly })
    } catch (error) {
      onFailed(error)
    }
  }

  async function download() {
    try {
      const name = demo.estate.replace(/\.json$/i, '')
      saveFile(`${name}.json`, await demo.download())
    } catch (error) {
      onFailed(error)
    }
  }

  return (
    <div
      className={styles.group}
      // Without these the browser leaves the page for what is dropped.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file && !disabled) void pick(file, false)
      }}
    >
      <p className={styles.choice}>
        An estate file holds resources as Azure Resource Manager, az rest or Resource Graph return them, and
        may be dropped here too. A downloaded estate has everything in it, keys too; a snapshot has no secrets
        and opens read-only.
      </p>
      <div className={styles.actions}>
        <PickFile label="Open estate file…" disabled={disabled} onPick={(file) => void pick(file, false)} />
        <Button disabled={disabled} onClick={() => void download()}>
          Download estate
        </Button>
        <PickFile label="Open snapshot…" disabled={disabled} onPick={(file) => void pick(file, true)} />
        {!demo.opened?.readOnly && <SaveSnapshot progress={progress} onSave={save} onCancel={cancel} />}
      </div>
    </div>
  )
}

/** A button in front of the browser's own field for files. The field forgets its file, so that the same one can be picked again. */
function PickFile({
  label,
  disabled,
  onPick,
}: {
  label: string
  disabled: boolean
  onPick: (file: File) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button disabled={disabled} onClick={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        aria-label={label.replace('…', '')}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          currentTarget.value = ''
          if (file) onPick(file)
        }}
      />
    </>
  )
}
