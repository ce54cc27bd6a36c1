import { ActionButton } from '../../../components/ActionButton.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { IkeAssociationView } from '../../../components/vpn/IkeAssociationView.tsx'
import type { Estate } from '../../../model/estate.ts'
import { count } from '../../../model/format.ts'
import type { LinkConnection, VpnConnection } from '../../../model/resources/virtual-wan.ts'
import type { LinkTunnel } from '../../../model/virtual-wan/link-tunnels.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { LINK_IKE, type LinkIke } from '../../../queries/use-link-ike.ts'
import { useLinkTunnels } from '../../../queries/use-link-tunnels.ts'
import styles from '../Parts.module.css'

interface LinkIkeTabProps {
  resource: VpnConnection
  estate: Estate
}

/** What both ends of each link agreed on, asked live: phase 1 and phase 2 on each instance, beside the policy. */
export default function LinkIkeTab({ resource: connection, estate }: LinkIkeTabProps) {
  const { ike, tunnelsOf } = useLinkTunnels(connection, estate)
  return (
    <div className={styles.page}>
      <div className={styles.row}>
        <ActionButton
          label={ike.asking ? 'Asking the gateway…' : 'Ask again'}
          right={ike.right}
          subscriptions={estate.subscriptions}
          onClick={() => {
            if (!ike.asking) ike.again()
          }}
        />
        <span className={styles.note} role="status">
          {ike.asking && 'This takes some ten seconds for each link.'}
        </span>
      </div>
      {connection.links.length === 0 && (
        <p className={styles.text}>
          It is of the old form, without links, and Azure tells associations of links alone.
        </p>
      )}
      {connection.links.map((link) => (
        <LinkAssociations key={link.name} link={link} ike={ike} tunnels={tunnelsOf(link)} />
      ))}
      <p className={styles.note}>
        Which members Azure’s answer has is published nowhere. What is not known here is shown as it came.
      </p>
    </div>
  )
}

interface LinkAssociationsProps {
  link: LinkConnection
  ike: LinkIke
  tunnels: readonly LinkTunnel[]
}

function LinkAssociations({ link, ike, tunnels }: LinkAssociationsProps) {
  const demo = useDemo() !== undefined
  const asked = ike.of(link.id)
  const without = tunnels.filter(({ state }) => state === 'none')
  return (
    <section className={styles.section} aria-label={`IKE associations of ${link.name}`}>
      <h2 className={styles.heading}>
        <bdi>{link.name}</bdi>
        {asked.is === 'known' && (
          <span className={styles.note}>, {count(asked.value.length, 'association')}</span>
        )}
      </h2>
      {asked.is === 'failed' && (
        <AskProblem
          what={`The IKE associations of ${link.name}`}
          scope={link.id ?? ''}
          action={LINK_IKE}
          error={asked.error}
          demo={demo}
          busy={ike.asking}
          onAgain={ike.again}
        />
      )}
      {asked.is === 'known' && asked.value.length === 0 && (
        <p className={styles.text}>
          No association: at this moment the two ends have agreed on nothing in phase 1, so no tunnel is up.
          Keys, phase 1 proposals or reachability may be the cause.
        </p>
      )}
      {asked.is === 'known' &&
        asked.value.map((association, index) => (
          <IkeAssociationView
            key={index}
            association={association}
            instance={
              tunnels.find((one) => one.association === association)?.instance.label ??
              `Association ${index + 1}`
            }
            policy={link.ipsecPolicies[0]}
          />
        ))}
      {asked.is === 'known' && asked.value.length > 0 && without.length > 0 && (
        <p className={styles.text}>
          {without.map(({ instance }) => instance.label).join(' and ')} holds no association with this link:
          its device has no tunnel to{' '}
          {without.map(({ instance }) => instance.publicAddress ?? 'its address').join(' and ')}.
        </p>
      )}
    </section>
  )
}
