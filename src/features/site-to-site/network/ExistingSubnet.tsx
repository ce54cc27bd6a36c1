import { nameOfId } from '../../../model/paths.ts'
import { subnetPrefixes } from '../../../model/wizard/underlay.ts'
import { existingNetwork } from '../../../model/site-to-site/place.ts'
import type { Surroundings } from '../../../model/site-to-site/surroundings.ts'
import type { SubnetFacts } from '../../../model/wizard/around.ts'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { useWizard } from '../wizard.ts'

/** What lies on the GatewaySubnet that is there; it is used as it is. */
export function ExistingSubnet() {
  const { answers, around, said } = useWizard()
  const prefixes = subnetPrefixes(existingNetwork(answers, around), around)
  return (
    <div id="network.gatewaySubnet" tabIndex={-1}>
      <dl className={styles.given}>
        <dt>GatewaySubnet</dt>
        <dd className={styles.code}>{prefixes.join(', ')}</dd>
        <dd className={styles.note}>Exists, used as it is. {factsOf(around.gatewaySubnet)}</dd>
      </dl>
      <SaidLines said={said('network.gatewaySubnet')} />
    </div>
  )
}

function factsOf(asked: Surroundings['gatewaySubnet']): string {
  switch (asked.is) {
    case 'reading':
      return 'What lies on it is being read.'
    case 'notReadable':
      return 'What lies on it could not be read.'
    case 'known':
      return asked.value ? `It has ${lies(asked.value)}.` : ''
    default:
      return asked satisfies never
  }
}

function lies({ networkSecurityGroupId, routeTableId }: SubnetFacts): string {
  const group =
    networkSecurityGroupId === undefined
      ? 'no network security group'
      : `the network security group ${nameOfId(networkSecurityGroupId)}`
  const table = routeTableId === undefined ? 'no route table' : `the route table ${nameOfId(routeTableId)}`
  return `${group} and ${table}`
}
