import type { Estate } from '../../../model/estate.ts'
import { isOfExpressRoute } from '../../../model/resources/tabs.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { AdvertisedRoutes, AdvertisedToEdge } from './routes/AdvertisedRoutes.tsx'
import { LearnedRoutes } from './routes/LearnedRoutes.tsx'
import styles from './Gateway.module.css'

interface RoutesTabProps {
  resource: VirtualNetworkGateway
  estate: Estate
}

/** Which networks the gateway knows and from whom, and what it tells its peers. */
export default function RoutesTab({ resource, estate }: RoutesTabProps) {
  return (
    <div className={styles.page}>
      <LearnedRoutes gateway={resource} estate={estate} />
      {isOfExpressRoute(resource) ? (
        <AdvertisedToEdge gateway={resource} estate={estate} />
      ) : (
        resource.enableBgp && <AdvertisedRoutes gateway={resource} estate={estate} />
      )}
    </div>
  )
}
