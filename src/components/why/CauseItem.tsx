import { CheckmarkRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { Age } from '../Age.tsx'
import type { Topic } from '../../model/edits/topics.ts'
import { actionPath, resourcePath } from '../../model/paths.ts'
import type { Cause, Likelihood } from '../../model/why/finding.ts'
import type { Named } from '../../model/why/judge-rules.ts'
import { sideWords } from '../../model/why/ticket.ts'
import styles from './Causes.module.css'

const WORDS: Record<Likelihood, string> = {
  'very likely': 'Very likely',
  possible: 'Possible',
  unlikely: 'Unlikely',
}

interface CauseItemProps {
  cause: Named<Cause>
  number: number
  opensFirst: boolean
}

/** One cause: what speaks for it, what to change where, and what that interrupts. */
export function CauseItem({ cause, number, opensFirst }: CauseItemProps) {
  // Until somebody opens or closes it, it stands as its place in the list says, which moves while answers arrive.
  const [chosen, setChosen] = useState<boolean>()
  const open = chosen ?? opensFirst
  const id = useId()
  const { pathname } = useLocation()
  const { title, likelihood, evidence, side, change, link, interruption, deviceShows } = cause
  return (
    <li className={styles.cause}>
      <h3 className={styles.causeHead}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setChosen(!open)}
        >
          <span className={styles.number}>{number}</span>
          <span className={`${styles.title} ${open ? styles.strong : ''}`}>
            <bdi>{title}</bdi>
          </span>
          <span className={`${styles.likelihood} ${likelihood === 'very likely' ? styles.strong : ''}`}>
            {WORDS[likelihood]}
          </span>
          <span className={styles.chevron} aria-hidden>
            {open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          </span>
        </button>
      </h3>
      {open && (
        <div id={id} className={styles.body}>
          <h4 className={styles.small}>Evidence</h4>
          <ul className={styles.evidence}>
            {evidence.map(({ text, source, at }) => (
              <li key={text}>
                <CheckmarkRegular aria-hidden />
                <bdi>{text}</bdi>
                <span className={styles.source}>
                  {source === 'Pasted log' ? (
                    'Read from the pasted log'
                  ) : (
                    <>
                      {source}, <Age at={at} style="ago" />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <div className={styles.change}>
            <div>
              <h4 className={styles.small}>
                Change, <strong>{sideWords(side)}</strong>
              </h4>
              <p className={styles.text}>
                <bdi>{change}</bdi>
              </p>
            </div>
            {deviceShows && (
              <div>
                <h4 className={styles.small}>Its log then shows, on strongSwan</h4>
                <p className={styles.code}>{deviceShows.join('\n')}</p>
              </div>
            )}
          </div>
          {(link !== undefined || interruption !== undefined) && (
            <div className={styles.tools}>
              {link && (
                <Link
                  className={`${styles.button} ${likelihood === 'very likely' ? styles.primary : ''}`}
                  to={
                    'topic' in link
                      ? formPath(link.id, link.topic, pathname)
                      : resourcePath(link.id, link.tab)
                  }
                >
                  {link.label}
                </Link>
              )}
              {interruption && <span className={styles.note}>{interruption}</span>}
            </div>
          )}
        </div>
      )}
    </li>
  )
}

/** A form of what this page is about opens over it: the reasons are still there when it closes. */
function formPath(id: string, topic: Topic, pathname: string): string {
  return pathname.startsWith(`${resourcePath(id)}/`) ? `${pathname}?do=${topic}` : actionPath(id, topic)
}
