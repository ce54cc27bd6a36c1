import { useState } from 'react'
import { Link } from 'react-router-dom'
import { keyOf } from '../../../model/paths.ts'
import { comingUpOf, verifyHeadline } from '../../../model/vpn/coming-up.ts'
import { useComingUp, useReadOnce } from '../../../queries/use-coming-up.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { ConnectionCheck } from './ConnectionCheck.tsx'
import { GatewayCheck } from './GatewayCheck.tsx'
import { NextSteps } from './NextSteps.tsx'
import styles from '../../../components/wizard/Verify.module.css'

interface VerifyConnectionsProps {
  /** ARM ids. */
  gatewayId: string
  connectionIds: readonly string[]
  /** What else was made with them. */
  otherIds: readonly string[]
  /** Where the configurations of the devices are; absent where the draft is gone. */
  devicesAt: string | undefined
}

/** Whether what was set up carries traffic: each connection with its tunnels, who speaks BGP, what was learnt, and why not. */
export function VerifyConnections({ gatewayId, connectionIds, otherIds, devicesAt }: VerifyConnectionsProps) {
  const { estate } = useEstate()
  const watched = useComingUp(connectionIds)
  useReadOnce([gatewayId, ...otherIds])
  const [explained, setExplained] = useState<string>()
  const there = watched.filter(({ gone }) => !gone)
  const states = there.map(({ connection }) => connection && comingUpOf(connection))
  const firstDown = there.find((_, index) => states[index] === 'waiting' || states[index] === 'partly')?.id
  const gateway = estate.resources.get(keyOf(gatewayId))
  const connections = there.flatMap(({ connection }) => connection ?? [])
  const allUp = states.length > 0 && states.every((state) => state === 'up')
  return (
    <div className={styles.page}>
      <div>
        <div role="status">
          <h1 className={styles.title} tabIndex={-1}>
            {there.length === 0 ? 'No connection is there any more' : verifyHeadline(states)}
          </h1>
        </div>
        {!allUp && there.length > 0 && (
          <p className={styles.note}>
            Azure is asked anew every few seconds while you look.{' '}
            {devicesAt !== undefined && (
              <>
                The{' '}
                <Link className={styles.link} to={devicesAt}>
                  device files
                </Link>{' '}
                hold what each device needs; its shared key has to be the same as in Azure.
              </>
            )}
          </p>
        )}
      </div>
      {watched.map((one) => (
        <ConnectionCheck
          key={one.id}
          watched={one}
          estate={estate}
          explains={one.id === (explained ?? firstDown)}
          onExplain={() => setExplained(one.id)}
        />
      ))}
      {gateway?.kind === 'virtualNetworkGateway' && (
        <GatewayCheck gateway={gateway} estate={estate} connections={connections} />
      )}
      {there.length > 0 && (
        <NextSteps
          gatewayId={gatewayId}
          connectionIds={there.map(({ id }) => id)}
          allUp={allUp}
          estate={estate}
        />
      )}
    </div>
  )
}
