import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { connectionVerdict } from '../../../model/details/values.ts'
import type { Tunnels } from '../../../model/why/tunnels.ts'
import parts from '../../../components/why/parts.module.css'
import styles from './Why.module.css'

/** Each tunnel with its state as Azure spells it. */
export function TunnelList({ tunnels, status }: { tunnels: Tunnels; status: string | undefined }) {
  return (
    <section aria-labelledby="tunnels">
      <h2 id="tunnels" className={parts.heading}>
        Tunnels
      </h2>
      {tunnels.all.length === 0 ? (
        <p className={parts.text}>
          Azure reports none; connectionStatus is{' '}
          <span className={styles.inline}>{status ?? 'not given'}</span>.
        </p>
      ) : (
        <ul className={styles.tunnels}>
          {tunnels.all.map(({ label, address, status: its, isDown }, index) => (
            <li key={index}>
              <VerdictIcon verdict={its === undefined ? 'unknown' : connectionVerdict(its)} alone />
              <span>
                <bdi>{label}</bdi> {address && <span className={parts.aside}>{address}</span>}
              </span>
              <span className={`${styles.inline} ${isDown ? parts.strong : ''}`}>{its ?? 'not given'}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
