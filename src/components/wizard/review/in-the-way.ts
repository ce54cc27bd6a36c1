import type { PlanRun } from '../../../model/deployments/run.ts'
import { count } from '../../../model/format.ts'
import type { Subscription } from '../../../model/inventory.ts'
import type { Plan } from '../../../model/plan/plan.ts'
import { parametersOf } from '../../../model/plan/template.ts'
import type { Right } from '../../../model/rights/right.ts'
import { rightWords, type RightWords } from '../../../model/rights/words.ts'
import { type ShownCheck, type ShownWizard, titleOf } from '../shown-wizard.ts'

/** What has to be put right before anything is created, and where. */
export interface Obstacle {
  words: RightWords
  step?: string
  field?: string
  /** The run that is in the way. */
  run?: PlanRun
  /** Nobody came to it yet, and it is asked on this page: the button tells when it is pressed. */
  asked?: true
}

/** The secrets of a plan, and where they are asked for. */
export interface PlanSecrets {
  /** By parameter of the plan. */
  values: Readonly<Record<string, string>>
  /** The draft is older than this page. */
  gone: boolean
  /** `The shared key is` */
  are: string
  /** `Generate or enter it` */
  todo: string
  step: string
  field: string
}

interface Ready {
  plan: Plan
  checks: readonly ShownCheck[]
  steps: ShownWizard['steps']
  /** The step that is shown. */
  step: string
  isTold: ShownWizard['isTold']
  secrets: PlanSecrets
  /** The run under way that makes the same. */
  running: PlanRun | undefined
  /** For all that the plan needs, and the step that lists it. */
  right: Right
  rightsAt: string
  subscriptions: readonly Subscription[]
  /** Why what is left cannot be created yet, where something has to wait. */
  waits?: string | undefined
}

/** The first of it; `undefined` where the plan can be carried out. A run of it comes first, then a lost key: they lead to other errors. */
export function inTheWay({
  plan,
  checks,
  steps,
  step: shown,
  isTold,
  secrets,
  running,
  right,
  rightsAt,
  subscriptions,
  waits,
}: Ready): Obstacle | undefined {
  if (running)
    return {
      words: {
        what: `The deployment ${running.name} makes this already.`,
        remedy: 'When it is over, what is left can be created.',
      },
      run: running,
    }
  const { step, field, are, todo } = secrets
  const title = titleOf(step, { steps })
  const missing = parametersOf(plan).filter(({ parameter }) => (secrets.values[parameter] ?? '') === '')
  if (missing.length > 0 && secrets.gone)
    return {
      words: {
        what: `${are} no longer in memory: this page was loaded anew, and a key is kept nowhere.`,
        remedy: `${todo} again on the step ${title}. Everything else is as you left it.`,
      },
      step,
      field,
    }
  const errors = checks.filter(({ is }) => is === 'error')
  const [first] = errors
  if (first && errors.every(({ waits }) => waits))
    return { words: { what: first.text, remedy: 'The button works by itself once that is over.' } }
  if (first && errors.length === 1 && first.step === shown)
    return {
      words: { what: first.text, remedy: 'It is asked on this page.' },
      step: first.step,
      field: first.field,
      ...(!isTold(first) && { asked: true }),
    }
  if (first)
    return {
      words: {
        what: `${count(errors.length, 'error')} ${errors.length === 1 ? 'is' : 'are'} left. The first, on the step ${titleOf(first.step, { steps })}: ${first.text}`,
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
        remedy: `${todo} on the step ${title}.`,
      },
      step,
      field,
    }
  if (plan.resources.length === 0 && waits !== undefined)
    return { words: { what: 'There is nothing to create yet: what is left has to wait.', remedy: waits } }
  if (plan.resources.length === 0)
    return {
      words: {
        what: 'There is nothing to create: everything is there already, as planned.',
        remedy: 'Verify it, or change an answer.',
      },
    }
  if (right.is === 'missing' || right.is === 'locked') {
    const words = rightWords(right, subscriptions)
    return words && { words, step: rightsAt }
  }
  return undefined
}
