import { Link } from 'react-router-dom'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { listPath } from '../../model/list/view.ts'
import { useEstate } from '../../queries/use-estate.ts'
import styles from './TopBar.module.css'

const TO = listPath({ filters: [{ field: 'verdict', operator: 'is', values: ['inProgress'] }] })

/** There, and turning, only while something is in progress. */
export function ProgressLink() {
  const { estate } = useEstate()
  const running = estate.rows.filter(
    ({ service, judgement }) => service && judgement.verdict === 'inProgress',
  ).length
  if (running === 0) return null
  return (
    <Link className={styles.progress} to={TO} aria-label={`${running} in progress`}>
      <VerdictIcon verdict="inProgress" />
      <span>
        {running} <span className={styles.progressWord}>in progress</span>
      </span>
    </Link>
  )
}
