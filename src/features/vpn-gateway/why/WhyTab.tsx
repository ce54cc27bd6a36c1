import { useState } from 'react'
import { Link } from 'react-router-dom'
import { WhatHappened } from '../../../components/why/WhatHappened.tsx'
import styles from '../../../components/why/Why.module.css'
import { WhyFrame } from '../../../components/why/WhyFrame.tsx'
import type { Estate } from '../../../model/estate.ts'
import { actionPath } from '../../../model/paths.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { diagnose } from '../../../model/why/diagnose.ts'
import { factCount, summaryOf } from '../../../model/why/summary.ts'
import { ticketText } from '../../../model/why/ticket.ts'
import { timeline } from '../../../model/why/timeline.ts'
import { usePastedLog } from '../../../queries/use-pasted-log.ts'
import { useWhy } from '../../../queries/use-why.ts'
import { DeviceLog } from './DeviceLog.tsx'
import { Ends } from './Ends.tsx'
import { NotCheckedList } from './NotCheckedList.tsx'
import { TunnelList } from './TunnelList.tsx'

type LogPlace = 'closed' | 'open' | 'asked for'

interface WhyTabProps {
  resource: Connection
  estate: Estate
}

/** Why a connection is not up: causes with their evidence, what to change on which side, and what nobody could look at. */
export default function WhyTab({ resource: connection, estate }: WhyTabProps) {
  const [log, setLog] = usePastedLog(connection.id)
  const [logPlace, setLogPlace] = useState<LogPlace>(log === '' ? 'closed' : 'open')
  const { facts, waitingFor, startedAt, again } = useWhy(connection, estate, log)
  const diagnosis = diagnose(facts)
  return (
    <WhyFrame
      summary={summaryOf(diagnosis)}
      findings={diagnosis}
      facts={factCount(facts)}
      now={facts.now}
      startedAt={startedAt}
      waitingFor={waitingFor}
      onAgain={again}
      text={ticketText(facts, diagnosis)}
      tools={
        <Link className={styles.button} to={actionPath(connection.id, 'reset')}>
          Reset connection
        </Link>
      }
      beside={
        <>
          <TunnelList tunnels={diagnosis.tunnels} status={connection.connectionStatus} />
          <WhatHappened
            id={connection.id}
            moments={timeline(facts)}
            ended={diagnosis.tunnels.endedAt !== undefined}
            log={facts.activity}
          />
          <Ends connection={connection} />
        </>
      }
    >
      <NotCheckedList
        connectionId={connection.id}
        items={diagnosis.notChecked}
        deviceTold={facts.deviceLog.length > 0}
        onPaste={() => setLogPlace('asked for')}
      />
      {logPlace !== 'closed' && (
        <DeviceLog
          text={log}
          marks={facts.deviceLog}
          takesFocus={logPlace === 'asked for'}
          onChange={setLog}
          onDiscard={() => {
            setLog('')
            setLogPlace('closed')
          }}
        />
      )}
    </WhyFrame>
  )
}
