import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Age } from '../../../components/Age.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { count } from '../../../model/format.ts'
import type { Estate } from '../../../model/estate.ts'
import { gatewayOf } from '../../../model/ipsec/selectors.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { ikeQuery } from '../../../queries/ike-query.ts'
import { useAzure } from '../../../queries/use-azure.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { instancesOf } from '../../../model/vpn/instances.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { IkeAssociationView } from '../../../components/vpn/IkeAssociationView.tsx'
import { errorIn } from '../../../model/errors.ts'

interface IkeTabProps {
  resource: Connection
  estate: Estate
}

/** What the two ends agreed on, asked live: phase 1 and phase 2 of each tunnel, beside the policy. */
export default function IkeTab({ resource: connection, estate }: IkeTabProps) {
  const demo = useDemo() !== undefined
  const { data, error, isFetching, refetch } = useQuery(ikeQuery(useAzure(), connection.id))
  const gateway = gatewayOf(connection.gateway1Id, estate)
  const instances = gateway ? instancesOf(gateway, estate) : []
  return (
    <section className={styles.section} aria-labelledby="ike">
      <h2 className={parts.heading} id="ike">
        IKE security associations
      </h2>
      <div className={styles.row}>
        <Button disabledFocusable={isFetching} onClick={() => void refetch()}>
          {isFetching ? 'Asking the gateway…' : 'Ask again'}
        </Button>
        <span className={parts.note} role="status">
          {isFetching && 'This takes some ten seconds.'}
          {!isFetching && data && (
            <>
              {count(data.associations.length, 'association')}, asked <Age at={data.at} style="ago" />.
            </>
          )}
        </span>
      </div>
      {error && (
        <AskProblem
          what={`The IKE security associations of ${connection.name}`}
          scope={connection.id}
          action="Microsoft.Network/connections/getikesas/action"
          error={errorIn(error)}
          demo={demo}
          busy={isFetching}
          onAgain={() => void refetch()}
        />
      )}
      {data?.associations.length === 0 && (
        <p className={parts.text}>
          No association: at this moment the two ends have agreed on nothing in phase 1, so no tunnel is up.
          Keys, phase 1 proposals or reachability may be the cause.
        </p>
      )}
      {data?.associations.map((association, index) => (
        <IkeAssociationView
          key={index}
          association={association}
          instance={
            instances.find(({ addresses }) => addresses.includes(association.localEndpoint ?? ''))?.label ??
            `Association ${index + 1}`
          }
          policy={connection.ipsecPolicies[0]}
        />
      ))}
      <p className={parts.note}>
        Which members Azure’s answer has is published nowhere. What is not known here is shown as it came.
      </p>
    </section>
  )
}
