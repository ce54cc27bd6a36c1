import { Age } from '../../../components/Age.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { connectionVerdict } from '../../../model/details/values.ts'
import { useComingUp } from '../../../queries/use-coming-up.ts'
import styles from './Done.module.css'

interface StandsNowProps {
  /** Of a connection. */
  id: string
  /** What was read before is of no interest; milliseconds since the epoch. */
  since: number
}

/** How a connection stands after what was done to it, read anew until it is up. */
export function StandsNow({ id, since }: StandsNowProps) {
  const [watched] = useComingUp([id])
  const connection = watched?.connection
  if (connection === undefined || connection.readAt < since)
    return <p className={styles.stands}>{watched?.error ? NOT_READ : 'How it stands now is being read.'}</p>
  const { connectionStatus = 'state not told', tunnels, readAt } = connection
  const up = tunnels.filter((one) => one.connectionStatus?.toLowerCase() === 'connected').length
  const isUp = connectionStatus.toLowerCase() === 'connected'
  return (
    <p className={styles.stands}>
      <VerdictLabel
        verdict={connectionVerdict(connection.connectionStatus)}
        text={
          isUp || connection.connectionStatus === undefined ? connectionStatus : `Still ${connectionStatus}`
        }
      />
      <span>
        {isUp && up < tunnels.length && `${up} of ${tunnels.length} tunnels, `}read{' '}
        <Age at={readAt} style="ago" />
      </span>
    </p>
  )
}

const NOT_READ = 'How it stands now could not be read.'
