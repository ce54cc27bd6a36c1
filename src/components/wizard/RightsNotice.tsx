import { Fragment } from 'react'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import { CopyButton } from '../CopyButton.tsx'
import { factsText, rightWords, type RightWords } from '../../model/rights/words.ts'
import { sentenceList } from '../../model/format.ts'
import { scopeName } from '../../model/unreadable.ts'
import type { Around } from '../../model/wizard/around.ts'
import { refusedHere } from '../../model/wizard/refused-here.ts'
import { VerdictIcon } from '../VerdictIcon.tsx'
import styles from './Notices.module.css'

const MOST_NAMED = 4

/** What this account may not do for the plan as it is now, said before any step is left. */
export function RightsNotice({ around }: { around: Pick<Around, 'rights' | 'subscriptions' | 'estate'> }) {
  return (
    <>
      <Missing around={around} />
      <Refused around={around} />
    </>
  )
}

/** What Azure refuses to tell of where the plan goes. */
function Refused({ around }: { around: Pick<Around, 'rights' | 'subscriptions' | 'estate'> }) {
  const refused = refusedHere(around)
  const [first] = refused
  if (!first) return null
  return (
    <section className={styles.notice} aria-labelledby="reading-refused">
      <h2 id="reading-refused" className={styles.title}>
        <VerdictIcon verdict="attention" />
        Azure does not let your account read all that this plan goes into
      </h2>
      <ul className={styles.list}>
        {refused.map(({ scope, what }) => (
          <li key={scope}>
            <bdi>{scopeName(scope, around.subscriptions)}</bdi>: {sentenceList(what.slice(0, MOST_NAMED))}
            {what.length > MOST_NAMED && ` and ${what.length - MOST_NAMED} more`}
          </li>
        ))}
      </ul>
      <p className={styles.text}>
        What stands here of it may be old, and Azure may refuse the plan as well. Ask an owner of{' '}
        <bdi>{scopeName(first.scope, around.subscriptions)}</bdi> for a role there, such as Network
        Contributor, or choose another resource group.
      </p>
    </section>
  )
}

function Missing({ around }: { around: Pick<Around, 'rights' | 'subscriptions'> }) {
  const words = missing(
    [...around.rights.values()].flatMap((right) =>
      right.is === 'reading' ? [] : (rightWords(right, around.subscriptions) ?? []),
    ),
  )
  const [first] = words
  if (!first) return null
  return (
    <section className={styles.notice} aria-labelledby="rights-missing">
      <h2 id="rights-missing" className={styles.title}>
        <span className={styles.wrong} aria-hidden>
          <ErrorCircleFilled />
        </span>
        Your account may not create this plan as it is
      </h2>
      <ul className={styles.list}>
        {words.map((one) => (
          <li key={factsText(one)}>
            <bdi>{one.what}</bdi>{' '}
            {one.facts
              ?.filter(({ name }) => name === 'Missing action' || name === 'Scope')
              .map(({ name, value }) => (
                <Fragment key={name}>
                  {name === 'Scope' && ' on '}
                  <code className={styles.code}>
                    <bdi>{value}</bdi>
                  </code>
                </Fragment>
              ))}
          </li>
        ))}
      </ul>
      <p className={styles.text}>
        {first.remedy} Or choose another resource group or subscription. You can plan all the same, and export
        a change request at the end.{' '}
        <CopyButton worded label="Copy for a request" text={words.map(factsText).join('\n\n')} />
      </p>
    </section>
  )
}

/** Each once. */
function missing(words: readonly RightWords[]): RightWords[] {
  return [...new Map(words.map((one) => [factsText(one), one])).values()]
}
