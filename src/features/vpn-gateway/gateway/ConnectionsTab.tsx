import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { Estate } from '../../../model/estate.ts'
import { circuitConnections } from '../../../model/circuit/circuit-connections.ts'
import { isOfExpressRoute } from '../../../model/resources/tabs.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { connectionsTable } from '../../../model/vpn/connections-table.ts'

interface ConnectionsTabProps {
  resource: VirtualNetworkGateway
  estate: Estate
}

/** What the gateway is connected to, and how each stands. */
export default function ConnectionsTab({ resource, estate }: ConnectionsTabProps) {
  const table = isOfExpressRoute(resource) ? circuitConnections : connectionsTable
  return <SectionTable section={table(resource, estate)} />
}
