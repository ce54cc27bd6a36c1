import type { Estate } from '../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { noConnectionWords, tunnelsOf } from '../../../model/vpn/gateway-tunnels.ts'
import { GatewayPicture } from './overview/GatewayPicture.tsx'
import { pictureOf } from './overview/picture.ts'
import { TunnelTable } from './overview/TunnelTable.tsx'

interface GatewayLeadProps {
  resource: VirtualNetworkGateway
  estate: Estate
}

/** First on the overview of a VPN gateway: where it stands, and whether traffic flows. */
export default function GatewayLead({ resource, estate }: GatewayLeadProps) {
  const tunnels = tunnelsOf(resource, estate)
  return (
    <>
      <GatewayPicture gateway={resource} picture={pictureOf(resource, estate, tunnels)} />
      <TunnelTable tunnels={tunnels} none={noConnectionWords(resource, estate)} />
    </>
  )
}
