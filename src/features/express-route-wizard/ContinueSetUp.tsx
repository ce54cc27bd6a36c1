import { Navigate } from 'react-router-dom'
import { Reading } from '../../components/wizard/Reading.tsx'
import { stepPath } from '../../components/wizard/shown-wizard.ts'
import type { Answers } from '../../model/express-route/answers.ts'
import { circuitIdOf } from '../../model/express-route/place.ts'
import { readAnswers } from '../../model/express-route/read-answers.ts'
import { setUpOf } from '../../model/express-route/set-up-tags.ts'
import { startingAnswers } from '../../model/express-route/starting-answers.ts'
import { whereItStands } from '../../model/express-route/where-it-stands.ts'
import { keyOf } from '../../model/paths.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { aroundOf } from './around-of.ts'
import { HOME, TITLE, WIZARD } from './steps.ts'

/** Leads to the step at which the set-up of a circuit stands: with the draft it came from, else with what Azure tells of it. */
export function ContinueSetUp({ circuitId }: { circuitId: string }) {
  const { estate, isRead } = useDraftHere(WIZARD)
  const drafts = useWizardDrafts(WIZARD)
  if (!isRead) return <Reading title={TITLE} />
  const around = aroundOf(estate)
  const circuit = estate.resources.get(keyOf(circuitId))
  const setUp = circuit && setUpOf(circuit).id
  const about = drafts.flatMap(({ key, answers }) => {
    const read = readAnswers(answers)
    return read && isAbout(circuitId, read) ? [{ search: `?draft=${key}`, answers: read }] : []
  })
  // A trial to connect it elsewhere is not the set-up that it belongs to.
  const own = setUp === undefined ? about[0] : about.find(({ answers }) => answers.setUp === setUp)
  const { search, answers } = own ?? {
    search: `?circuit=${encodeURIComponent(circuitId)}`,
    answers: startingAnswers({ circuitId }, around),
  }
  return <Navigate replace to={stepPath(whereItStands(answers, around), search, { home: HOME })} />
}

function isAbout(circuitId: string, answers: Answers): boolean {
  return answers.circuits.some((circuit) => keyOf(circuitIdOf(circuit, answers)) === keyOf(circuitId))
}
