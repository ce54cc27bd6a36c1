import { keyOf } from '../paths.ts'
import type { Answers } from './answers.ts'
import { planOf } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'

/** What somebody agrees to pay for: each circuit of the order with its provider, location, bandwidth and SKU, as one text. */
function orderText(answers: Answers, around: Surroundings): string {
  const { resources } = planOf(answers, around, 'order').plan
  return resources.map(({ id, settings }) => `${keyOf(id)}: ${settings}`).join('\n')
}

/** Whether this very order was agreed to: any other is asked about anew (ExpressRoute document 2.4, step 4). */
export function isAgreed(answers: Answers, around: Surroundings): boolean {
  return answers.order.agreed !== '' && answers.order.agreed === orderText(answers, around)
}

/** The order is agreed to as it stands. */
export function withConsent(answers: Answers, around: Surroundings): Answers {
  return { ...answers, order: { agreed: orderText(answers, around) } }
}

/** Nothing is agreed to: once it was sent, or taken back. */
export function withoutConsent(answers: Answers): Answers {
  return { ...answers, order: { agreed: '' } }
}
