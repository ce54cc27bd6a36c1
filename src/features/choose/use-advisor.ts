import { useMemo, useState } from 'react'
import { useLocation, useNavigationType, useSearchParams } from 'react-router-dom'
import { advise, type Advice } from '../../model/choose/advise.ts'
import { type Answers, NO_ANSWERS } from '../../model/choose/answers.ts'
import { readAnswers, unknownMembers, writeAnswers } from '../../model/choose/answers-in-url.ts'
import { type EstateFacts, estateFacts, isPartlyRead } from '../../model/choose/estate-facts.ts'
import type { HubError } from '../../model/errors.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { readVisit, type Visit } from './visit.ts'

/** All questions at once, or one at a time. */
export type View = 'one' | 'all'

export interface Advisor {
  answers: Answers
  advice: Advice
  facts: EstateFacts
  /** What an estate has may still be on its way. */
  reading: boolean
  /** Why what an estate has may be missing here. */
  unread: string | undefined
  /** Members of the address that were left out. */
  unknown: readonly string[]
  view: View
  setView: (view: View) => void
  /** @param of what is answered or set: each has a step of its own on the way back */
  change: (answers: Answers, of: string) => void
  /** The question that is shown, where somebody has gone on from one. */
  at: number | undefined
  go: (to: number) => void
  /** How often somebody went back or forward: what was typed before is not on the step that is come to. */
  returned: number
  /** Takes every answer and weight back; the way back in the browser brings them again. */
  startOver: () => void
}

/** Drawn at once: the next key that is typed has to know which step it belongs to. */
const STAYS = { preventScrollReset: true, flushSync: true }

/** The advisor over the address: answers, weights and view live nowhere else; the question that is shown, in the history. */
export function useAdvisor(): Advisor {
  const [search, setSearch] = useSearchParams()
  const { estate, phase, error } = useEstate()
  const answers = useMemo(() => readAnswers(search), [search])
  const facts = useMemo(() => estateFacts(estate), [estate])
  const advice = useMemo(() => advise(answers, facts), [answers, facts])
  const { key, state } = useLocation()
  const visit = readVisit(state)
  const isReturn = useNavigationType() === 'POP'
  const [seen, setSeen] = useState({ key, returned: 0 })
  if (seen.key !== key) setSeen({ key, returned: seen.returned + (isReturn ? 1 : 0) })
  const view = search.get('show') === 'all' ? 'all' : 'one'

  const addressOf = (next: Answers, shown: View) => {
    const told = writeAnswers(next)
    return [told, shown === 'all' ? 'show=all' : ''].filter((part) => part !== '').join('&')
  }
  return {
    answers,
    advice,
    facts,
    reading: phase === 'starting' || phase === 'lists',
    unread: unreadWords(error, isPartlyRead(estate)),
    unknown: unknownMembers(search, answers),
    view,
    setView: (next) => setSearch(addressOf(answers, next), { replace: true, state: visit, ...STAYS }),
    // The way back takes one answer after the other back; what is typed or slid is one, however long it takes.
    change(next, of) {
      const address = addressOf(next, view)
      if (address === addressOf(answers, view)) return
      setSearch(address, { replace: visit.of === of, state: { ...visit, of }, ...STAYS })
    },
    at: visit.at,
    go: (to) => setSearch(addressOf(answers, view), { replace: true, state: { ...visit, at: to }, ...STAYS }),
    returned: seen.returned,
    startOver: () => setSearch(addressOf(NO_ANSWERS, view), { state: { at: 0 } satisfies Visit, ...STAYS }),
  }
}

function unreadWords(error: HubError | undefined, isPartly: boolean): string | undefined {
  if (error)
    return 'What this estate has could not be read, so none of it counts here. The reason is in the hub.'
  return isPartly
    ? 'Some of this estate could not be read, so what it has may be missing here. The hub says what.'
    : undefined
}
