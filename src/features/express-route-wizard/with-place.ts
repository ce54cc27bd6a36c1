import type { Answers } from '../../model/express-route/answers.ts'
import { circuitNameOf } from '../../model/express-route/place.ts'
import type { StepCheck } from './wizard.ts'

/** Of two circuits, which one is meant: below each other the same words would say nothing. */
export function withPlace(
  { field, text }: Pick<StepCheck, 'field' | 'text'>,
  { circuits }: Pick<Answers, 'circuits'>,
): string {
  const [, at] = /^circuits\.(\d+)/.exec(field) ?? []
  const circuit = at === undefined || circuits.length < 2 ? undefined : circuits[Number(at)]
  if (!circuit) return text
  const name = circuitNameOf(circuit) || `Circuit ${Number(at) + 1}`
  return text.includes(name) ? text : `${name}: ${text}`
}
