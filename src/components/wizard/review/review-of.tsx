import type { ReactNode } from 'react'
import type { PlanValidation } from '../../../model/deployments/validation.ts'
import type { HubError } from '../../../model/errors.ts'
import { sentenceList } from '../../../model/format.ts'
import { nameOfId } from '../../../model/paths.ts'
import { AskProblem } from '../../AskProblem.tsx'
import { ErrorFacts } from '../../ErrorFacts.tsx'
import type { Forecast } from '../../plan/PlanReview.tsx'
import type { Refused, Validation } from '../../plan/Validation.tsx'
import { FieldLink } from '../FieldLink.tsx'
import { type KnownRefusal, refusalText } from '../refusal-text.ts'

interface AskedPlan {
  /** ARM id of the resource group that it is validated in. */
  scope: string
  isDemo: boolean
  onAgain: () => void
  knownRefusal: KnownRefusal
}

/** What Azure says of a plan, as the review shows it. */
export function shownValidation(
  validation: PlanValidation,
  { scope, isDemo, onAgain, knownRefusal }: AskedPlan,
): Validation {
  switch (validation.is) {
    case 'asking':
      return { is: 'asking' }
    case 'accepted':
      return { is: 'accepted', at: validation.at }
    case 'refused':
      return {
        is: 'refused',
        at: validation.at,
        refused: validation.errors.map((error) => refusedWith(error, knownRefusal)),
      }
    case 'groupMissing':
      return {
        is: 'notAsked',
        why: `${sentenceList(validation.groups)} does not exist yet: Azure can validate the plan only once it does`,
      }
    case 'notAsked':
      return {
        is: 'failed',
        problem: (
          <AskProblem
            what="What Azure says of this plan"
            scope={scope}
            action="Microsoft.Resources/deployments/validate/action"
            error={validation.error}
            demo={isDemo}
            busy={false}
            onAgain={onAgain}
          />
        ),
      }
    default:
      return validation satisfies never
  }
}

function refusedWith(error: HubError, knownRefusal: KnownRefusal): Refused {
  const { text, step, field, facts } = refusalText(error, knownRefusal)
  const to: ReactNode = step !== undefined && <FieldLink step={step} field={field} />
  return {
    heading: `Azure would refuse ${error.target === undefined ? 'the plan' : nameOfId(error.target)}.`,
    text,
    ...(step !== undefined && { to }),
    error,
    ...(facts && { facts }),
  }
}

/** Whether the changes are those that Azure foresees. */
export function forecastOf(validation: PlanValidation): Forecast {
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
