import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Age } from '../../../components/Age.tsx'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { Causes } from '../../../components/why/Causes.tsx'
import type { Estate } from '../../../model/estate.ts'
import { count, sentenceList } from '../../../model/format.ts'
import { actionPath } from '../../../model/paths.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { diagnose } from '../../../model/why/diagnose.ts'
import { factCount, summaryOf } from '../../../model/why/summary.ts'
import { ticketText } from '../../../model/why/ticket.ts'
import { usePastedLog } from '../../../queries/use-pasted-log.ts'
import { useWhy } from '../../../queries/use-why.ts'
import { DeviceLog } from './DeviceLog.tsx'
import { Ends } from './Ends.tsx'
import { NotCheckedList } from './NotCheckedList.tsx'
import { TunnelList } from './TunnelList.tsx'
import { WhatHappened } from './WhatHappened.tsx'
import parts from '../../../components/why/parts.module.css'
import styles from './Why.module.css'

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
  const waiting = waitingFor.length > 0
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <div className={styles.summary} role="status">
          <p className={styles.sentence}>
            <bdi>{summaryOf(diagnosis)}</bdi>
          </p>
          <p className={parts.note}>
            {waiting ? (
              <>
                Still reading: {sentenceList(waitingFor)}, <Age at={startedAt} style="for" />. This takes
                seconds, at worst some minutes.
              </>
            ) : (
              <>
                {count(diagnosis.rules, 'rule')} checked against {count(factCount(facts), 'fact')},{' '}
                <Age at={facts.now} style="ago" />.
              </>
            )}
          </p>
        </div>
        <div className={`${parts.tools} ${styles.tools}`}>
          <Link className={parts.button} to={actionPath(connection.id, 'reset')}>
            Reset connection
          </Link>
          <Button disabledFocusable={waiting} onClick={again}>
            {waiting ? 'Checking' : 'Check again'}
          </Button>
          <CopyButton text={ticketText(facts, diagnosis)} label="Copy as text" worded />
        </div>
        <Causes diagnosis={diagnosis} />
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
      </div>
      <aside className={styles.beside} aria-label="Around it">
        <TunnelList tunnels={diagnosis.tunnels} status={connection.connectionStatus} />
        <WhatHappened facts={facts} waiting={facts.activity.is === 'asking'} />
        <Ends connection={connection} />
      </aside>
    </div>
  )
}
