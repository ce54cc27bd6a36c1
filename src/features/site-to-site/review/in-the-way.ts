import type { PlanRun } from '../../../model/deployments/run.ts'
import { count } from '../../../model/format.ts'
import type { Subscription } from '../../../model/inventory.ts'
import type { Plan } from '../../../model/plan/plan.ts'
import { parametersOf } from '../../../model/plan/template.ts'
import type { Right } from '../../../model/rights/right.ts'
import { rightWords, type RightWords } from '../../../model/rights/words.ts'
import type { Step } from '../../../model/site-to-site/answers.ts'
import { STEP_TITLES } from '../steps.ts'
import type { StepCheck } from '../wizard.ts'

/** What has to be put right before anything is created, and where. */
export interface Obstacle {
  words: RightWords
  step?: Step
  field?: string
  /** The run that is in the way. */
  run?: PlanRun
}

interface Ready {
  plan: Plan
  checks: readonly StepCheck[]
  /** The draft is older than this page. */
  keysGone: boolean
  /** Shared keys by parameter. */
  values: Readonly<Record<string, string>>
  /** The run under way that makes the same. */
  running: PlanRun | undefined
  /** For all that the plan needs. */
  right: Right
  subscriptions: readonly Subscription[]
}

/** The first of it; `undefined` where the plan can be carried out. A run of it comes first, then a lost key: they lead to other errors. */
export function inTheWay({
  plan,
  checks,
  keysGone,
  values,
  running,
  right,
  subscriptions,
}: Ready): Obstacle | undefined {
  if (running)
    return {
      words: {
        what: `The deployment ${running.name} makes this already.`,
        remedy: 'When it is over, what is left can be created.',
      },
      run: running,
    }
  const missing = parametersOf(plan).filter(({ parameter }) => (values[parameter] ?? '') === '')
  if (missing.length > 0 && keysGone)
    return {
      words: {
        what: 'The shared key is no longer in memory: this page was loaded anew, and a key is kept nowhere.',
        remedy: 'Generate or enter it again on the step Connection. Everything else is as you left it.',
      },
      step: 'connection',
      field: 'connection.key',
    }
  const errors = checks.filter(({ is }) => is === 'error')
  const [first] = errors
  if (first)
    return {
      words: {
        what: `${count(errors.length, 'error')} ${errors.length === 1 ? 'is' : 'are'} left. The first, on the step ${STEP_TITLES[first.step]}: ${first.text}`,
        remedy: 'Put it right there.',
      },
      step: first.step,
      field: first.field,
    }
  const [lacking] = missing
  if (lacking)
    return {
      words: {
        what: `${lacking.what.charAt(0).toUpperCase()}${lacking.what.slice(1)} is missing.`,
        remedy: 'Generate or enter it on the step Connection.',
      },
      step: 'connection',
      field: 'connection.key',
    }
  if (plan.resources.length === 0)
    return {
      words: {
        what: 'There is nothing to create: everything is there already, as planned.',
        remedy: 'Verify it, or change an answer.',
      },
    }
  if (right.is === 'missing' || right.is === 'locked') {
    const words = rightWords(right, subscriptions)
    return words && { words, step: 'goal' }
  }
  return undefined
}
