import type { SubnetFacts } from '../../../model/site-to-site/surroundings.ts'
import { nameOfId } from '../../../model/paths.ts'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import styles from '../FormStep.module.css'
import { useWizard } from '../wizard.ts'

/** What lies on the GatewaySubnet that is there; it is used as it is. */
export function ExistingSubnet({ subnet }: { subnet: SubnetFacts }) {
  const { said } = useWizard()
  const { prefixes, networkSecurityGroupId, routeTableId } = subnet
  return (
    <div id="network.gatewaySubnet" tabIndex={-1}>
      <dl className={styles.given}>
        <dt>GatewaySubnet</dt>
        <dd className={styles.code}>{prefixes.join(', ')}</dd>
        <dd className={styles.note}>
          {[
            'Exists, used as it is',
            networkSecurityGroupId === undefined
              ? 'no network security group'
              : `network security group ${nameOfId(networkSecurityGroupId)}`,
            routeTableId === undefined ? 'no route table' : `route table ${nameOfId(routeTableId)}`,
          ].join(', ')}
        </dd>
      </dl>
      <SaidLines said={said('network.gatewaySubnet')} />
    </div>
  )
}
