import { isTold as isFieldTold } from '../../components/wizard/is-told.ts'
import {
  type Answers,
  authorizationKeyOf,
  type CircuitAnswers,
  type Keys,
  md5KeyOf,
} from '../../model/express-route/answers.ts'
import type { StepCheck } from './wizard.ts'

/**
 * Whether a check is told by now. Keys are no answers: one that was typed is told as it stands.
 * @param left whether Next was pressed on its step
 */
export function isTold(check: StepCheck, answers: Answers, left: boolean, keys: Keys): boolean {
  const [, at, kind] = /^circuits\.(\d+)\.(md5Key|authorizationKey)$/.exec(check.field) ?? []
  const circuit = at === undefined ? undefined : answers.circuits[Number(at)]
  return (circuit !== undefined && isTyped(circuit, kind, keys)) || isFieldTold(check, answers, left)
}

function isTyped(circuit: CircuitAnswers, kind: string | undefined, keys: Keys): boolean {
  return (keys[kind === 'md5Key' ? md5KeyOf(circuit) : authorizationKeyOf(circuit)] ?? '') !== ''
}
