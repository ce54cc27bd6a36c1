import { nameOfId } from '../../model/paths.ts'
import type { Asked, SubnetFacts } from '../../model/wizard/around.ts'
import type { Said } from '../../ui/wizard/said.ts'
import { SaidLines } from '../../ui/wizard/SaidLines.tsx'
import styles from './FormStep.module.css'

interface ExistingSubnetProps {
  /** The field's place. */
  id: string
  prefixes: readonly string[]
  asked: Asked<SubnetFacts | undefined>
  said: readonly Said[]
}

/** What lies on the GatewaySubnet that is there; it is used as it is. */
export function ExistingSubnet({ id, prefixes, asked, said }: ExistingSubnetProps) {
  return (
    <div id={id} tabIndex={-1}>
      <dl className={styles.given}>
        <dt>GatewaySubnet</dt>
        <dd className={styles.code}>{prefixes.join(', ')}</dd>
        <dd className={styles.note}>Exists, used as it is. {factsOf(asked)}</dd>
      </dl>
      <SaidLines said={said} />
    </div>
  )
}

function factsOf(asked: ExistingSubnetProps['asked']): string {
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
