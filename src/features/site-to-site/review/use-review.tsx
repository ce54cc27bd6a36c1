import type { ReactNode } from 'react'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { ErrorFacts } from '../../../components/ErrorFacts.tsx'
import type { Forecast } from '../../../components/plan/PlanReview.tsx'
import type { Refused, Validation as Shown } from '../../../components/plan/Validation.tsx'
import type { ResourceChange } from '../../../model/deployments/changes.ts'
import type { HubError } from '../../../model/errors.ts'
import { sentenceList } from '../../../model/format.ts'
import { nameOfId } from '../../../model/paths.ts'
import type { Plan } from '../../../model/plan/plan.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useValidation, type Validation } from '../../../queries/use-run.ts'
import { FieldLink } from '../FieldLink.tsx'
import { refusalText } from '../refusal.ts'

interface Review {
  validation: Shown
  validate: () => void
  foreseen: readonly ResourceChange[] | undefined
  forecast: Forecast
}

/** What Azure says of a plan, as the review shows it. */
export function useReview(plan: Plan): Review {
  const { validation, again } = useValidation(plan)
  const demo = useDemo() !== undefined
  const scope = `/subscriptions/${plan.at.subscriptionId}/resourceGroups/${plan.at.resourceGroup}`
  const changes = validation.is === 'accepted' && validation.changes.ok ? validation.changes.value : undefined
  return {
    validation: shown(validation, (error) => (
      <AskProblem
        what="What Azure says of this plan"
        scope={scope}
        action="Microsoft.Resources/deployments/validate/action"
        error={error}
        demo={demo}
        busy={false}
        onAgain={again}
      />
    )),
    validate: again,
    foreseen: changes,
    forecast: forecastOf(validation),
  }
}

function shown(validation: Validation, problem: (error: HubError) => ReactNode): Shown {
  switch (validation.is) {
    case 'asking':
      return { is: 'asking' }
    case 'accepted':
      return { is: 'accepted', at: validation.at }
    case 'refused':
      return { is: 'refused', at: validation.at, refused: validation.errors.map(refusedWith) }
    case 'groupMissing':
      return {
        is: 'notAsked',
        why: `${sentenceList(validation.groups)} does not exist yet: Azure can validate the plan only once it does`,
      }
    case 'notAsked':
      return { is: 'failed', problem: problem(validation.error) }
    default:
      return validation satisfies never
  }
}

function refusedWith(error: HubError): Refused {
  const { text, step, field, facts } = refusalText(error)
  return {
    heading: `Azure would refuse ${error.target === undefined ? 'the plan' : nameOfId(error.target)}.`,
    text,
    ...(step && { to: <FieldLink step={step} {...(field !== undefined && { field })} /> }),
    error,
    ...(facts && { facts }),
  }
}

function forecastOf(validation: Validation): Forecast {
  switch (validation.is) {
    case 'asking':
      return { is: 'asking' }
    case 'accepted':
      return validation.changes.ok
        ? { is: 'known', at: validation.at }
        : { is: 'failed', problem: <ErrorFacts error={validation.changes.error} /> }
    case 'refused':
    case 'groupMissing':
    case 'notAsked':
      return { is: 'notAsked' }
    default:
      return validation satisfies never
  }
}
