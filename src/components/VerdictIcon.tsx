import {
  CheckmarkCircleFilled,
  CircleHintRegular,
  DiamondDismissFilled,
  QuestionCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { verdictWord, type Verdict } from '../model/status/verdict.ts'
import styles from './VerdictIcon.module.css'

const SHAPES: Record<Verdict, ReactNode> = {
  down: <DiamondDismissFilled />,
  attention: <WarningFilled />,
  unknown: <QuestionCircleRegular />,
  inProgress: null,
  notChecked: <CircleHintRegular />,
  healthy: <CheckmarkCircleFilled />,
}

interface VerdictIconProps {
  verdict: Verdict
  /** Where no word stands beside it, the icon says its verdict itself. */
  alone?: boolean
  /** Pixels. */
  size?: number
}

/** A verdict's shape in its colour. Colour is never alone: a word stands beside it, or `alone` names it. */
export function VerdictIcon({ verdict, alone = false, size }: VerdictIconProps) {
  return (
    <span
      className={`${styles.icon} ${styles[verdict]}`}
      style={size === undefined ? undefined : { fontSize: size }}
      data-verdict={verdict}
      {...(alone
        ? { role: 'img', 'aria-label': verdictWord(verdict), title: verdictWord(verdict) }
        : { 'aria-hidden': true })}
    >
      {SHAPES[verdict]}
    </span>
  )
}
