import { prefixValidations } from '../../model/circuit/prefix-validation.ts'
import type { Peering } from '../../model/edits/peering.ts'
import { VerdictLabel } from '../VerdictLabel.tsx'
import styles from './Circuit.module.css'

/** How far Microsoft is with its check of the public prefixes of a Microsoft peering, and what to do. */
export function PrefixValidation({ peering }: { peering: Peering }) {
  const all = prefixValidations(peering)
  if (all.length === 0)
    return <p className={styles.text}>It announces no public prefix, so Microsoft checks none.</p>
  return all.map(({ family, prefixes, state, verdict, text, todo }) => (
    <p key={family} className={styles.text}>
      <VerdictLabel verdict={verdict} text={state} /> {all.length > 1 && `${family}: `}
      <bdi>{prefixes.join(', ')}</bdi>. {text} {todo}
    </p>
  ))
}
