import { CheckmarkRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import { sentenceList } from '../../model/format.ts'
import type { Diagnosis } from '../../model/why/diagnose.ts'
import { CauseItem } from './CauseItem.tsx'
import parts from './parts.module.css'
import styles from './Causes.module.css'

/** The causes, the first one open; and what was ruled out, folded. */
export function Causes({ diagnosis: { causes, ruledOut, notChecked } }: { diagnosis: Diagnosis }) {
  const waiting = notChecked.some((one) => one.waiting)
  // Several connections may stand on one page.
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <div className={parts.head}>
        <h2 id={heading} className={parts.heading}>
          Possible causes
        </h2>
        {causes.length > 1 && <span className={parts.note}>most likely first</span>}
      </div>
      <ol className={styles.causes}>
        {causes.map((cause, index) => (
          <CauseItem
            key={cause.rule}
            cause={cause}
            number={index + 1}
            opensFirst={index === 0 && cause.likelihood !== 'unlikely'}
          />
        ))}
        {causes.length === 0 && (
          <li className={styles.none}>
            {waiting ? 'None so far. More is being read.' : 'None was found in what could be read.'}
          </li>
        )}
        {ruledOut.length > 0 && <RuledOutItem ruledOut={ruledOut} />}
      </ol>
    </section>
  )
}

const NAMED = 6

/** The first few, and how many more. */
function named(ruledOut: Diagnosis['ruledOut']): string {
  const names = ruledOut.map(({ rule }) => rule)
  const more = names.length - NAMED
  return sentenceList(more > 1 ? [...names.slice(0, NAMED), `${more} more`] : names)
}

function RuledOutItem({ ruledOut }: Pick<Diagnosis, 'ruledOut'>) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <li className={`${styles.cause} ${styles.quiet}`}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.number} aria-hidden>
          <CheckmarkRegular />
        </span>
        <span className={styles.title}>
          {ruledOut.length} ruled out
          {!open && <span className={parts.aside}>: {named(ruledOut)}</span>}
        </span>
        <span className={styles.chevron} aria-hidden>
          {open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        </span>
      </button>
      {open && (
        <ul id={id} className={styles.ruledOut}>
          {ruledOut.map(({ rule, why }) => (
            <li key={rule}>
              <strong>{rule}</strong> <bdi>{why}.</bdi>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
