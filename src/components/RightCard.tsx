import type { RightWords } from '../model/rights/words.ts'
import { factsText } from '../model/rights/words.ts'
import { HoverCard } from '../ui/HoverCard.tsx'
import { CopyButton } from './CopyButton.tsx'
import styles from './RightCard.module.css'

interface RightCardProps {
  words: RightWords
  label: string
  target: HTMLElement
  focus: 'stays' | 'enters'
  onClose: () => void
  onPointer: (inside: boolean) => void
}

/** What stands in the way of an action, with what somebody who can help needs to know. */
export function RightCard({ words, ...card }: RightCardProps) {
  const { what, remedy, facts } = words
  return (
    <HoverCard {...card}>
      <div className={styles.card}>
        <p className={styles.what}>
          <bdi>{what}</bdi>
        </p>
        <p className={styles.remedy}>
          <bdi>{remedy}</bdi>
        </p>
        {facts && (
          <>
            <dl className={styles.facts}>
              {facts.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <bdi>{value}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
            <CopyButton worded label="Copy for a request" text={factsText(words)} />
          </>
        )}
      </div>
    </HoverCard>
  )
}
