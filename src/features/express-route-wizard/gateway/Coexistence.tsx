import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import type { VirtualNetwork } from '../../../model/resources/network.ts'
import { gatewayOfNetwork } from '../../../model/wizard/network-gateways.ts'
import { useWizard } from '../wizard.ts'

/** A network with a VPN gateway takes an ExpressRoute gateway beside it (ExpressRoute document 4.4). */
export function Coexistence({ network }: { network: VirtualNetwork }) {
  const { around } = useWizard()
  const vpn = gatewayOfNetwork(network.id, 'Vpn', around.estate)
  if (!vpn) return null
  return (
    <p className={styles.note}>
      The VPN gateway <ResourceLink id={vpn.id} name={vpn.name} /> is in this network and stays as it is: both
      gateways share the GatewaySubnet, which needs a /27 or larger for that. The VPN gateway has to be
      route-based and not Basic. Sites of the VPN and networks behind the circuits reach each other only with
      a Route Server and AS 65515 at the VPN gateway.
    </p>
  )
}
