import { useQuery } from '@tanstack/react-query'
import { ErrorFacts } from '../../../components/ErrorFacts.tsx'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { errorIn } from '../../../model/errors.ts'
import type { Estate } from '../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { configurationOf, natRulesTable } from '../../../model/vpn/configuration.ts'
import { skuLacks } from '../../../model/vpn/sku-limits.ts'
import { collectionQuery } from '../../../queries/resource-query.ts'
import { useAzure } from '../../../queries/use-azure.ts'
import { Group } from './Group.tsx'
import styles from './Gateway.module.css'

interface ConfigurationTabProps {
  resource: VirtualNetworkGateway
  estate: Estate
}

/** Everything that is set on a VPN gateway, in groups that each have their form. */
export default function ConfigurationTab({ resource, estate }: ConfigurationTabProps) {
  return (
    <div className={styles.page}>
      {configurationOf(resource, estate).map(({ title, change, notices, fields, table }) => (
        <Group key={title} id={resource.id} title={title} change={change} notices={notices} fields={fields}>
          {table && <SectionTable section={table} />}
        </Group>
      ))}
      <NatRules resource={resource} estate={estate} />
    </div>
  )
}

function NatRules({ resource, estate }: ConfigurationTabProps) {
  const none = skuLacks(resource.sku).includes('NAT rules')
  const { data, error } = useQuery({
    ...collectionQuery(useAzure(), `${resource.id}/natRules`),
    // Most gateways have none, and say so in their own body.
    enabled: resource.natRuleIds.length > 0,
  })
  const rules = (data ?? []).filter((one) => one.kind === 'natRule')
  return (
    <Group
      id={resource.id}
      title="NAT rules"
      change={none ? undefined : { topic: 'nat-rules', label: 'Change NAT rules' }}
    >
      {error ? (
        <>
          <p className={styles.text}>
            The NAT rules of <bdi>{resource.name}</bdi> could not be read. Refresh the page to try again.
          </p>
          <ErrorFacts error={errorIn(error)} />
        </>
      ) : resource.natRuleIds.length === 0 ? (
        <p className={styles.note}>
          {none ? `${resource.sku ?? 'This SKU'} does not have NAT rules.` : 'There are no NAT rules.'}
        </p>
      ) : data === undefined ? (
        <p className={styles.note}>The NAT rules are being read.</p>
      ) : (
        <SectionTable section={natRulesTable(resource, rules, estate)} />
      )}
    </Group>
  )
}
