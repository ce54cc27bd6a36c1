import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { advise, type Advice } from '../../model/choose/advise.ts'
import { type Answers, NO_ANSWERS } from '../../model/choose/answers.ts'
import { readAnswers, unknownMembers, writeAnswers } from '../../model/choose/answers-in-url.ts'
import { type EstateFacts, estateFacts, isPartlyRead } from '../../model/choose/estate-facts.ts'
import type { HubError } from '../../model/errors.ts'
import { useEstate } from '../../queries/use-estate.ts'

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
  change: (answers: Answers) => void
  /** Takes every answer and weight back; the way back in the browser brings them again. */
  startOver: () => void
}

/** The advisor over the address: answers, weights and view live nowhere else. */
export function useAdvisor(): Advisor {
  const [search, setSearch] = useSearchParams()
  const { estate, phase, error } = useEstate()
  const answers = useMemo(() => readAnswers(search), [search])
  const facts = useMemo(() => estateFacts(estate), [estate])
  const advice = useMemo(() => advise(answers, facts), [answers, facts])
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
    // In place of the last one: the way back leads to the page before, not through each answer.
    setView: (next) => setSearch(addressOf(answers, next), { replace: true }),
    change: (next) => setSearch(addressOf(next, view), { replace: true }),
    startOver: () => setSearch(addressOf(NO_ANSWERS, view)),
  }
}

function unreadWords(error: HubError | undefined, isPartly: boolean): string | undefined {
  if (error)
    return 'What this estate has could not be read, so none of it counts here. The reason is in the hub.'
  return isPartly
    ? 'Some of this estate could not be read, so what it has may be missing here. The hub says what.'
    : undefined
}
