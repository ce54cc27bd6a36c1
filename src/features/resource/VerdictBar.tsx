import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { type ReactNode, useId, useState } from 'react'
import { Age } from '../../components/Age.tsx'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { keyOf, nameOfId } from '../../model/paths.ts'
import type { Source } from '../../model/resources/resource.ts'
import { verdictWord, type Judgement } from '../../model/status/verdict.ts'
import { FactList } from './FactList.tsx'
import styles from './VerdictBar.module.css'

interface VerdictBarProps {
  judgement: Judgement
  /** The resource's own key: a reason about itself needs no link. */
  ownKey: string
  source: Source
  /** Where it is explained. */
  why?: ReactNode
}

/** How the resource is, in a sentence; what else counts; and on request the facts that prove it. */
export function VerdictBar({ judgement, ownKey, source, why }: VerdictBarProps) {
  const [open, setOpen] = useState(false)
  const factsId = useId()
  const { verdict, sentence, reasons, facts, since } = judgement
  const leading = reasons.find(({ text }) => text === sentence)
  const others = reasons.filter((reason) => reason !== leading)
  return (
    <section className={`${styles.bar} ${styles[verdict] ?? ''}`} aria-label="Status">
      <VerdictIcon verdict={verdict} />
      <div className={styles.said}>
        <p className={styles.sentence}>
          <strong>{verdictWord(verdict)}:</strong>{' '}
          <Told text={sentence} about={leading?.about} ownKey={ownKey} />
          {since !== undefined && (
            <span className={styles.since}>
              {' '}
              <Age at={since} style="for" />
            </span>
          )}
          {why && <> {why}</>}
        </p>
        {others.length > 0 && (
          <ul className={styles.reasons} aria-label="Also">
            {others.map((reason) => (
              <li key={`${reason.about ?? ''} ${reason.text}`}>
                <VerdictIcon verdict={reason.verdict} alone />
                <span>
                  <Told text={reason.text} about={reason.about} ownKey={ownKey} />
                </span>
              </li>
            ))}
          </ul>
        )}
        {open && <FactList id={factsId} facts={facts} source={source} />}
      </div>
      {facts.length > 0 && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={open ? factsId : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide facts' : 'Show facts'}
          <span className={styles.chevron} aria-hidden>
            {open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          </span>
        </button>
      )}
    </section>
  )
}

/** A reason's text; the resource it is about is a link, in the text where it is named there. */
function Told({ text, about, ownKey }: { text: string; about: string | undefined; ownKey: string }) {
  if (about === undefined || keyOf(about) === ownKey) return <bdi>{text}.</bdi>
  const name = nameOfId(about)
  const at = text.lastIndexOf(name)
  if (at < 0)
    return (
      <>
        <bdi>{text}</bdi>: <ResourceLink id={about} />.
      </>
    )
  return (
    <>
      <bdi>{text.slice(0, at)}</bdi>
      <ResourceLink id={about} />
      <bdi>{text.slice(at + name.length)}</bdi>.
    </>
  )
}
