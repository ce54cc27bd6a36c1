import { Button } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import { Causes } from '../../../components/why/Causes.tsx'
import type { Estate } from '../../../model/estate.ts'
import { sentenceList } from '../../../model/format.ts'
import { resourcePath } from '../../../model/paths.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { diagnose } from '../../../model/why/diagnose.ts'
import { summaryOf } from '../../../model/why/summary.ts'
import { usePastedLog } from '../../../queries/use-pasted-log.ts'
import { useWhy } from '../../../queries/use-why.ts'
import styles from '../../../components/wizard/Verify.module.css'

/** Why a connection is not up, as its own page tells it. */
export function WhyNotUp({ connection, estate }: { connection: Connection; estate: Estate }) {
  const [log] = usePastedLog(connection.id)
  const { facts, waitingFor, again } = useWhy(connection, estate, log)
  const diagnosis = diagnose(facts)
  const waiting = waitingFor.length > 0
  return (
    <div className={styles.why}>
      <p className={styles.text} role="status">
        <bdi>{summaryOf(diagnosis)}</bdi>{' '}
        {waiting && <span className={styles.quiet}>Still reading: {sentenceList(waitingFor)}.</span>}
      </p>
      <Causes diagnosis={diagnosis} />
      <div className={styles.row}>
        <Button disabledFocusable={waiting} aria-busy={waiting} onClick={again}>
          {waiting ? 'Checking' : 'Check again'}
        </Button>
        <Link className={styles.link} to={resourcePath(connection.id, 'why')}>
          What could not be checked, and the device’s log
        </Link>
      </div>
    </div>
  )
}
