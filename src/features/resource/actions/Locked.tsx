import styles from './configure/Configure.module.css'

/** Why no field of a form can be changed: what is on its way would not be what is typed. */
export function Locked() {
  return <p className={styles.note}>The fields are locked while a change of this form is on its way.</p>
}
