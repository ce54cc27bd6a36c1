import styles from '../../../components/wizard/FormStep.module.css'

interface GivenProps {
  label: string
  /** Why it cannot be chosen. */
  help?: string
  children: string
}

/** What is not asked, since it is so already; inside a list of descriptions. */
export function Given({ label, help, children }: GivenProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
      {help !== undefined && <dd className={styles.note}>{help}</dd>}
    </div>
  )
}
