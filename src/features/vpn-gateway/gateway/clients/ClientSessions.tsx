import { useRef, useState } from 'react'
import { ActionButton } from '../../../../components/ActionButton.tsx'
import { QuestionPanel } from '../../../../components/QuestionPanel.tsx'
import { WriteStatus } from '../../../../components/writes/WriteStatus.tsx'
import type { ClientSession } from '../../../../model/diagnostics/client-session.ts'
import { GATEWAY_QUESTIONS } from '../../../../model/diagnostics/questions.ts'
import type { QueuedWrite } from '../../../../model/edits/write-state.ts'
import type { Estate } from '../../../../model/estate.ts'
import { count } from '../../../../model/format.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { disconnection } from '../../../../model/vpn/point-to-site.ts'
import { useDemo } from '../../../../queries/use-demo.ts'
import { useWriteOf } from '../../../../queries/use-edits.ts'
import { useClientSessions } from '../../../../queries/use-gateway-questions.ts'
import { useRight } from '../../../../queries/use-rights.ts'
import { useWriteStatus } from '../../../../queries/use-write-status.ts'
import { isUnderWay } from '../../../../queries/write-queue.ts'
import { focusWhenFree } from '../../../../ui/focus-again.ts'
import { Group } from '../Group.tsx'
import styles from '../Gateway.module.css'
import { DisconnectDialog } from './DisconnectDialog.tsx'
import { SessionTable } from './SessionTable.tsx'

interface ClientSessionsProps {
  gateway: VirtualNetworkGateway
  estate: Estate
}

/** Who is connected now, and the way to cut some of them off. */
export function ClientSessions({ gateway, estate }: ClientSessionsProps) {
  const sessions = useClientSessions(gateway.id)
  const demo = useDemo() !== undefined
  const write = useWriteOf(gateway.id, 'point-to-site/disconnect')
  return (
    <Group id={gateway.id} title="Connected clients">
      <QuestionPanel
        question={GATEWAY_QUESTIONS.clientSessions}
        name={gateway.name}
        state={sessions}
        right={sessions.right}
        demo={demo}
        subscriptions={estate.subscriptions}
        before={
          <p className={styles.note}>
            Azure is asked only when you want to know: the answer names people and the addresses they come
            from.
          </p>
        }
      >
        {(answer) => <Sessions gateway={gateway} estate={estate} sessions={answer} write={write} />}
      </QuestionPanel>
      {write && <Told write={write} />}
    </Group>
  )
}

function Told({ write }: { write: QueuedWrite }) {
  const status = useWriteStatus(write)
  return (
    <div role="status">
      <WriteStatus
        {...status}
        done={<p className={styles.text}>Azure has cut them off. Read again to see who is connected now.</p>}
      />
    </div>
  )
}

interface SessionsProps extends ClientSessionsProps {
  sessions: readonly ClientSession[]
  write: QueuedWrite | undefined
}

function Sessions({ gateway, estate, sessions, write }: SessionsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  /** What the dialog asks about. Once it was open it stays, closed, so that it closes as it should. */
  const [asking, setAsking] = useState<{ open: boolean; sessions: readonly ClientSession[] }>()
  const row = useRef<HTMLDivElement>(null)
  const right = useRight(disconnection(gateway, []).action, gateway.id)
  const picked = sessions.filter(({ vpnConnectionId }) => chosen.has(vpnConnectionId))
  const sending = write !== undefined && isUnderWay(write.state)
  if (sessions.length === 0) return <p className={styles.text}>Nobody is connected.</p>
  return (
    <>
      <SessionTable sessions={sessions} chosen={chosen} onChoose={setChosen} />
      <div ref={row} className={styles.row}>
        <ActionButton
          label={picked.length === 0 ? 'Disconnect' : `Disconnect ${count(picked.length, 'client')}`}
          right={right}
          subscriptions={estate.subscriptions}
          onClick={() => {
            if (picked.length > 0 && !sending) setAsking({ open: true, sessions: picked })
          }}
        />
        {picked.length === 0 && <p className={styles.note}>Choose who is to be cut off.</p>}
      </div>
      {asking && (
        <DisconnectDialog
          gateway={gateway}
          {...asking}
          onClose={(sent) => {
            setAsking({ ...asking, open: false })
            if (sent) setChosen(new Set())
            // The dialog has no trigger of Fluent's own to give the focus back to.
            focusWhenFree(row.current?.querySelector('button'))
          }}
        />
      )}
    </>
  )
}
