import { Button } from '@fluentui/react-components'
import { useId } from 'react'
import type { Answers } from '../../model/choose/answers.ts'
import { unaskedFactors } from '../../model/choose/asked.ts'
import {
  type Factor,
  FACTOR_WORDS,
  FACTORS,
  MOST_WEIGHT,
  USUAL_WEIGHT,
  USUAL_WEIGHTS,
} from '../../model/choose/factors.ts'
import styles from './Weights.module.css'

interface WeightsProps {
  answers: Answers
  onChange: (answers: Answers, of: string) => void
}

const WEIGHT_WORDS = ['not at all', 'hardly', 'little', 'as usual', 'much', 'most'] as const

/** How much each factor counts. */
export function Weights({ answers, onChange }: WeightsProps) {
  const { weights } = answers
  const unasked = unaskedFactors(answers)
  const usual = FACTORS.every((factor) => weights[factor] === USUAL_WEIGHT)
  const none = FACTORS.every((factor) => weights[factor] === 0)
  return (
    <section className={styles.weights} aria-labelledby="weights">
      <div className={styles.head}>
        <h2 id="weights" className={styles.title}>
          What counts how much
        </h2>
        {!usual && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => onChange({ ...answers, weights: USUAL_WEIGHTS }, 'weights')}
          >
            Count all alike
          </Button>
        )}
      </div>
      <div className={styles.factors}>
        {FACTORS.map((factor) => (
          <Weight
            key={factor}
            factor={factor}
            weight={weights[factor]}
            unasked={unasked.has(factor)}
            onChange={(weight) =>
              onChange({ ...answers, weights: { ...weights, [factor]: weight } }, `weight ${factor}`)
            }
          />
        ))}
      </div>
      {none && <p className={styles.note}>Where no factor counts, all count alike.</p>}
    </section>
  )
}

interface WeightProps {
  factor: Factor
  weight: number
  /** Nothing is answered about it. */
  unasked: boolean
  onChange: (weight: number) => void
}

function Weight({ factor, weight, unasked, onChange }: WeightProps) {
  const id = useId()
  const { title, about } = FACTOR_WORDS[factor]
  return (
    <div className={styles.factor}>
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        className={styles.slider}
        type="range"
        min={0}
        max={MOST_WEIGHT}
        step={1}
        value={weight}
        aria-valuetext={`${weight}, ${WEIGHT_WORDS[weight] ?? ''}`}
        aria-describedby={`${id}about`}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      <span className={styles.value} aria-hidden>
        {weight}
      </span>
      <span id={`${id}about`} className={styles.about}>
        {unasked ? `${about} Not asked about yet: it counts 1.` : about}
      </span>
    </div>
  )
}
