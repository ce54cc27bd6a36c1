import { useId } from 'react'
import { ProfileMaker } from '../../../components/clients/ProfileMaker.tsx'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import { Facts } from '../../../components/vpn/Facts.tsx'
import { codes, field, number, text } from '../../../model/details/values.ts'
import { CLIENT_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../model/estate.ts'
import { bytes } from '../../../model/format.ts'
import { keyOf } from '../../../model/paths.ts'
import type { P2sVpnGateway } from '../../../model/resources/virtual-wan.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useClientTotals, useHubProfile } from '../../../queries/use-hub-clients.ts'
import styles from '../Parts.module.css'
import { ClientNames } from './ClientNames.tsx'

interface ClientsTabProps {
  resource: P2sVpnGateway
  estate: Estate
}

/** Who is connected to a hub's point-to-site gateway, and the profile that devices need. */
export default function ClientsTab({ resource: gateway, estate }: ClientsTabProps) {
  const id = useId()
  const totals = useClientTotals(gateway.id)
  const profile = useHubProfile(gateway.id)
  const demo = useDemo() !== undefined
  const configuration = estate.resources.get(keyOf(gateway.vpnServerConfigurationId ?? ''))
  const hasRadius =
    configuration?.kind === 'vpnServerConfiguration' &&
    configuration.authenticationTypes.some((one) => one.toLowerCase() === 'radius')
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby={`${id}clients`}>
        <h2 className={styles.heading} id={`${id}clients`}>
          How many are connected
        </h2>
        <div className={styles.wide}>
          <QuestionPanel
            question={CLIENT_QUESTIONS.totals}
            name={gateway.name}
            state={totals}
            right={totals.right}
            demo={demo}
            subscriptions={estate.subscriptions}
            before={<p className={styles.note}>Azure is asked only when you want to know.</p>}
          >
            {({ clients, ingressBytes, egressBytes, addresses }) => (
              <Facts
                fields={[
                  field('Clients connected', text(clients, 'not told')),
                  field('Received', number(ingressBytes, bytes)),
                  field('Sent', number(egressBytes, bytes)),
                  field('Addresses given out', codes(addresses, 'none')),
                ]}
              />
            )}
          </QuestionPanel>
        </div>
      </section>
      <ClientNames gateway={gateway} estate={estate} />
      <section className={styles.section} aria-labelledby={`${id}profile`}>
        <h2 className={styles.heading} id={`${id}profile`}>
          Client profile
        </h2>
        <ProfileMaker
          name={gateway.name}
          hasRadius={hasRadius}
          right={profile.right}
          demo={demo}
          subscriptions={estate.subscriptions}
          make={profile.make}
        />
      </section>
    </div>
  )
}
