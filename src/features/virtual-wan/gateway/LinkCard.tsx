import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { Facts } from '../../../components/vpn/Facts.tsx'
import type { JudgedLink } from '../../../model/virtual-wan/findings/link-findings.ts'
import { linkStatus, linkVerdict } from '../../../model/virtual-wan/link-status.ts'
import { tunnelVerdict, tunnelWords } from '../../../model/virtual-wan/link-tunnels.ts'
import { linkFields } from '../../../model/virtual-wan/site-connection-fields.ts'
import styles from './Links.module.css'

/** One link: its status as Azure tells it, what each instance holds, and how it is set. */
export function LinkCard({ one }: { one: JudgedLink }) {
  const { link, tunnels = [] } = one
  return (
    <li className={styles.link}>
      <h3 className={styles.name}>
        <bdi>{link.name}</bdi>
        <VerdictLabel verdict={linkVerdict(one)} text={linkStatus(one)} />
      </h3>
      {tunnels.length > 0 && (
        <ul className={styles.tunnels} aria-label={`Tunnels of ${link.name}`}>
          {tunnels.map(({ instance, state }) => (
            <li key={instance.name}>
              <VerdictIcon verdict={tunnelVerdict(state)} alone />
              <bdi>{instance.label}</bdi>
              <span className={styles.quiet}>
                {tunnelWords(state)}
                {instance.publicAddress !== undefined && (
                  <>
                    , <bdi>{instance.publicAddress}</bdi>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Facts fields={linkFields(one)} />
    </li>
  )
}
