import { useState } from 'react'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { certificatesSection } from '../../../model/details/client-sign-in.ts'
import type { Estate } from '../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { pointToSiteFields } from '../../../model/vpn/point-to-site.ts'
import { ClientProfile } from './clients/ClientProfile.tsx'
import { ClientSessions } from './clients/ClientSessions.tsx'
import { Group } from './Group.tsx'
import styles from './Gateway.module.css'

interface PointToSiteTabProps {
  resource: VirtualNetworkGateway
  estate: Estate
}

/** How single devices reach the gateway, who is connected now, and the profile they need. */
export default function PointToSiteTab({ resource, estate }: PointToSiteTabProps) {
  const [now] = useState(() => Date.now())
  const { id, clientAddressPool, clients } = resource
  const configured = clientAddressPool.length > 0
  const certificates = (clients?.rootCertificates.length ?? 0) + (clients?.revokedCertificates.length ?? 0)
  return (
    <div className={styles.page}>
      <Group
        id={id}
        title="Point-to-site"
        change={{
          topic: 'point-to-site',
          label: configured ? 'Change point-to-site' : 'Set up point-to-site',
        }}
        fields={configured ? pointToSiteFields(resource) : []}
      >
        {!configured && (
          <p className={styles.text}>
            Point-to-site is not configured: it has no address pool, so no device can connect by itself.
          </p>
        )}
        {configured && certificates > 0 && <SectionTable section={certificatesSection(clients ?? {}, now)} />}
      </Group>
      {configured && (
        <>
          <ClientSessions gateway={resource} estate={estate} />
          <ClientProfile gateway={resource} estate={estate} />
        </>
      )}
    </div>
  )
}
