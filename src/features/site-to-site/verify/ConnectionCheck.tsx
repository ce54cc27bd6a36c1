import { Button } from '@fluentui/react-components'
import { useId } from 'react'
import { Age } from '../../../components/Age.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { connectionVerdict } from '../../../model/details/values.ts'
import type { Estate } from '../../../model/estate.ts'
import { nameOfId } from '../../../model/paths.ts'
import { comingUpOf, comingUpWords } from '../../../model/vpn/coming-up.ts'
import { connectionPicture } from '../../../model/vpn/connection-tunnels.ts'
import type { WatchedConnection } from '../../../queries/use-coming-up.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { FarSide } from './FarSide.tsx'
import { tunnelSection } from './tunnel-section.ts'
import styles from '../../../components/wizard/Verify.module.css'
import { WhyNotUp } from './WhyNotUp.tsx'

interface ConnectionCheckProps {
  watched: WatchedConnection
  estate: Estate
  /** Why it is not up stands here. */
  explains: boolean
  onExplain: () => void
}

/** One connection: its state as Azure spells it and what that means now, its tunnels, and why it is not up. */
export function ConnectionCheck({ watched, estate, explains, onExplain }: ConnectionCheckProps) {
  const heading = useId()
  const demo = useDemo()
  const { id, connection, gone, error, asking, again } = watched
  const name = nameOfId(id)
  const state = connection && comingUpOf(connection)
  const picture = connection && connectionPicture(connection, estate)
  const status = connection?.connectionStatus
  const isDown = state === 'waiting' || state === 'partly'
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 className={styles.heading} id={heading}>
          <ResourceLink id={id} name={name} />
        </h2>
        {connection && (
          <VerdictLabel
            verdict={status === undefined ? 'unknown' : connectionVerdict(status)}
            text={status ?? 'state not told'}
          />
        )}
        <span className={styles.quiet}>
          {connection ? (
            <>
              read <Age at={connection.readAt} style="ago" />
            </>
          ) : (
            !error && !gone && 'being read'
          )}
        </span>
      </div>
      {gone && (
        <div className={styles.row}>
          <p className={styles.text}>It was removed since, and is no longer looked at.</p>
          <Button size="small" disabledFocusable={asking} onClick={again}>
            Look again
          </Button>
        </div>
      )}
      {error && (
        <AskProblem
          what={`The connection ${name}`}
          scope={id}
          action="Microsoft.Network/connections/read"
          error={error}
          demo={demo !== undefined}
          busy={asking}
          onAgain={again}
        />
      )}
      {state && (
        <p className={styles.text}>
          <bdi>{comingUpWords(state, picture?.far?.facts[0] ?? 'the site')}</bdi>
        </p>
      )}
      {picture && picture.tunnels.length > 0 && <SectionTable section={tunnelSection(picture, name)} />}
      {connection && <FarSide connectionId={id} />}
      {connection && isDown && explains && <WhyNotUp connection={connection} estate={estate} />}
      {isDown && !explains && (
        <div>
          <Button onClick={onExplain}>Why it is not up</Button>
        </div>
      )}
    </section>
  )
}
