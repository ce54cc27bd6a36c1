import { Navigate } from 'react-router-dom'
import { Reading } from '../../components/wizard/Reading.tsx'
import { stepPath } from '../../components/wizard/shown-wizard.ts'
import { readAnswers } from '../../model/express-route/read-answers.ts'
import { whereItStands } from '../../model/express-route/where-it-stands.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { aroundOf } from './around-of.ts'
import { Drafts } from './Drafts.tsx'
import { HOME, TITLE, WIZARD } from './steps.ts'

/** Leads to the step at which a draft stands, once what is there was read: before that every draft would seem to have ordered nothing. */
export function ContinueDraft() {
  const { draft, isRead, estate } = useDraftHere(WIZARD)
  const answers = draft && readAnswers(draft.answers)
  if (!answers) return <Drafts gone />
  if (!isRead) return <Reading title={TITLE} />
  const step = whereItStands(answers, aroundOf(estate))
  return <Navigate replace to={stepPath(step, `?draft=${draft.key}`, { home: HOME })} />
}
