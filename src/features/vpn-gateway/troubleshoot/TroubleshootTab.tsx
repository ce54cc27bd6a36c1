import { useQuery } from '@tanstack/react-query'
import { AskProblem } from '../../../components/AskProblem.tsx'
import {
  type Troubleshot,
  troubleshootTopic,
  watcherOf,
  whyNotTroubleshot,
} from '../../../model/edits/troubleshoot.ts'
import type { Estate } from '../../../model/estate.ts'
import { keyOf } from '../../../model/paths.ts'
import { regionName } from '../../../model/resources/regions.ts'
import { useAzure } from '../../../queries/use-azure.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useWriteOf } from '../../../queries/use-edits.ts'
import { watchersQuery } from '../../../queries/watchers-query.ts'
import parts from '../../../components/vpn/Parts.module.css'
import { errorIn } from '../../../model/errors.ts'
import styles from '../parts.module.css'
import { StartTroubleshooting } from './StartTroubleshooting.tsx'
import { TroubleshootingTold } from './TroubleshootingTold.tsx'

interface TroubleshootTabProps {
  resource: Troubleshot
  estate: Estate
}

/** VPN troubleshoot of Network Watcher: Azure looks at a gateway or a connection from inside. */
export default function TroubleshootTab({ resource, estate }: TroubleshootTabProps) {
  const gateway =
    resource.kind === 'connection' && resource.gateway1Id !== undefined
      ? estate.resources.get(keyOf(resource.gateway1Id))
      : undefined
  const why = whyNotTroubleshot(resource, gateway?.kind === 'virtualNetworkGateway' ? gateway : undefined)
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby="troubleshoot">
        <h2 className={parts.heading} id="troubleshoot">
          VPN troubleshoot
        </h2>
        <p className={parts.text}>
          Network Watcher looks at {resource.kind === 'connection' ? 'this connection' : 'this gateway'} from
          inside Azure and says what it finds. It takes minutes; you can leave this page meanwhile.
        </p>
        {why === undefined ? (
          <Run key={resource.id} resource={resource} />
        ) : (
          <p className={parts.note}>{why}</p>
        )}
      </section>
    </div>
  )
}

/** The watcher of the region has to be found first. */
function Run({ resource }: { resource: Troubleshot }) {
  const { subscriptionId, location } = resource
  const { data, error, isFetching, refetch } = useQuery(watchersQuery(useAzure(), subscriptionId))
  const demo = useDemo() !== undefined
  const watcher = data && watcherOf(data, location)
  const write = useWriteOf(watcher?.id ?? '', troubleshootTopic(resource.id))
  if (data === undefined)
    return error === null || isFetching ? (
      <p className={parts.note} role="status">
        Looking for the Network Watcher of the region.
      </p>
    ) : (
      <AskProblem
        what="The Network Watchers of the subscription"
        scope={`/subscriptions/${subscriptionId}`}
        action="Microsoft.Network/networkWatchers/read"
        error={errorIn(error)}
        demo={demo}
        busy={isFetching}
        onAgain={() => void refetch()}
      />
    )
  if (watcher === undefined)
    return (
      <p className={parts.text}>
        No Network Watcher of this subscription that you may see is in {regionName(location ?? '')}. Azure
        makes one with the first virtual network of a region, unless that was turned off. Somebody with the
        right <span className={parts.code}>Microsoft.Network/networkWatchers/write</span> can enable it for
        the region.
      </p>
    )
  return (
    <>
      {write && <TroubleshootingTold write={write} resource={resource} />}
      <StartTroubleshooting watcher={watcher} resource={resource} write={write} />
    </>
  )
}
