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
import { byReason, type KnownRefusal, refusalText } from '../refusal-text.ts'

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
        refused: refusedOf(validation.errors, knownRefusal),
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

/** Each reason once, with all that it stops. */
function refusedOf(errors: readonly HubError[], knownRefusal: KnownRefusal): Refused[] {
  const told = errors.map((error) => {
    const explained = refusalText(error, knownRefusal)
    // Of what nobody here can explain Azure's own words are the reason.
    const reason = error.because || knownRefusal(error.code, error.message, error.target) ? '' : error.message
    return { error, explained, text: `${explained.text} ${reason}` }
  })
  return byReason(told).flatMap((same): Refused[] => {
    const [first] = same
    if (!first) return []
    const { error, explained } = first
    const { text, step, field, facts } = explained
    const to: ReactNode = step !== undefined && <FieldLink step={step} field={field} />
    const names = same.map((one) =>
      one.error.target === undefined ? 'the plan' : nameOfId(one.error.target),
    )
    return [
      {
        heading: `Azure would refuse ${sentenceList([...new Set(names)])}.`,
        text,
        ...(step !== undefined && { to }),
        error,
        ...(facts && { facts }),
      },
    ]
  })
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
