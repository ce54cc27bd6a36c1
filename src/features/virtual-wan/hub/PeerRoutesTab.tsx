import type { Estate } from '../../../model/estate.ts'
import type { HubBgpConnection } from '../../../model/resources/virtual-wan.ts'
import styles from '../Parts.module.css'
import { PeerRoutes } from './PeerRoutes.tsx'

/** The routes of one BGP peer, on its own page. */
export default function PeerRoutesTab({ resource, estate }: { resource: HubBgpConnection; estate: Estate }) {
  return (
    <div className={styles.page}>
      <PeerRoutes peer={resource} estate={estate} />
    </div>
  )
}
