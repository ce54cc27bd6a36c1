import { useState } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { DevicePanel } from '../../../components/device/DevicePanel.tsx'
import { KeyInFile } from '../../../components/device/KeyInFile.tsx'
import { settingsOfConnection } from '../../../model/device/of-connection.ts'
import { READ_KEY } from '../../../model/edits/shared-key.ts'
import type { HubError } from '../../../model/errors.ts'
import type { Estate } from '../../../model/estate.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useRight } from '../../../queries/use-rights.ts'
import { useSharedKeyReader } from '../../../queries/use-shared-key.ts'
import { useShownFor } from '../../../ui/use-shown-for.ts'
import parts from '../../../components/vpn/Parts.module.css'

interface DeviceTabProps {
  resource: Connection
  estate: Estate
}

type Asked = { is: 'nothing' } | { is: 'asking' } | { is: 'failed'; error: HubError }

/** What the device at the other end has to be set to. */
export default function DeviceTab({ resource: connection, estate }: DeviceTabProps) {
  const { id, name } = connection
  const device = settingsOfConnection(connection, estate)
  const [vendor, setVendor] = useState('')
  const [asked, setAsked] = useState<Asked>({ is: 'nothing' })
  const key = useShownFor()
  const read = useSharedKeyReader()
  const right = useRight(READ_KEY, id)
  const demo = useDemo() !== undefined
  if (device.is === 'none') return <p className={parts.text}>{device.why}</p>

  async function putIn() {
    setAsked({ is: 'asking' })
    const answer = await read(id)
    if (!answer.ok) return setAsked({ is: 'failed', error: answer.error })
    // Whoever went to another window meanwhile is not looking.
    if (document.visibilityState === 'visible') key.show(answer.value)
    setAsked({ is: 'nothing' })
  }

  return (
    <DevicePanel
      settings={device.settings}
      vendorId={vendor}
      onVendor={setVendor}
      sharedKey={key.value}
      keyPart={
        <>
          <KeyInFile
            left={key.value === undefined ? undefined : key.left}
            onTakeOut={key.hide}
            putIn={
              <ActionButton
                label="Put the key in"
                right={right}
                onClick={() => void (asked.is === 'asking' || putIn())}
              />
            }
            note={
              asked.is === 'asking'
                ? 'Asking Azure for the key…'
                : 'The shared key is a placeholder until you ask for it. It is never kept or logged.'
            }
          />
          {asked.is === 'failed' && (
            <AskProblem
              what={`The shared key of ${name}`}
              scope={id}
              action={READ_KEY}
              error={asked.error}
              demo={demo}
              busy={false}
              onAgain={() => void putIn()}
            />
          )}
        </>
      }
    />
  )
}
