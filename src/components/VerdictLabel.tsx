import { verdictWord, type Verdict } from '../model/status/verdict.ts'
import { VerdictIcon } from './VerdictIcon.tsx'
import styles from './VerdictLabel.module.css'

interface VerdictLabelProps {
  verdict: Verdict
  /** Instead of the verdict's own word: ARM's spelling of the state it stands for. */
  text?: string
}

/** Icon and word. The icon carries the colour, the weight of the word says how much it matters. */
export function VerdictLabel({ verdict, text }: VerdictLabelProps) {
  return (
    <span className={`${styles.label} ${styles[verdict] ?? ''}`}>
      <VerdictIcon verdict={verdict} />
      <span>{text ?? verdictWord(verdict)}</span>
    </span>
  )
}
