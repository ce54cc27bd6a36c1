import { readFailoverTests, readResiliency, readRouteSets } from '../azure/diagnostics/resiliency.ts'
import type { FailoverTestReading, ResiliencyReading, RouteSet } from '../model/circuit/resiliency.ts'
import { GATEWAY_QUESTIONS, rightOf } from '../model/diagnostics/questions.ts'
import { keys } from './keys.ts'
import { useAzure } from './use-azure.ts'
import type { AskedQuestion } from './use-gateway-questions.ts'
import { useQuestion } from './use-question.ts'
import { useRight } from './use-rights.ts'

/** Score and what would raise it; asked by itself where it may be. */
export function useResiliency(id: string): AskedQuestion<ResiliencyReading> {
  const azure = useAzure()
  const right = useRight(rightOf(GATEWAY_QUESTIONS.resiliency), id)
  const put = (signal: AbortSignal) => readResiliency(azure, id, signal)
  const atOnce = right.is === 'allowed' || right.is === 'unknown'
  return { ...useQuestion(keys.question(id, 'resiliency'), put, { atOnce }), right }
}

/** @param atOnce where somebody is about to take a location away */
export function useRouteSets(id: string, atOnce = false): AskedQuestion<RouteSet[]> {
  const azure = useAzure()
  const right = useRight(rightOf(GATEWAY_QUESTIONS.routeSets), id)
  const put = (signal: AbortSignal) => readRouteSets(azure, id, signal)
  return { ...useQuestion(keys.question(id, 'routeSets'), put, { atOnce }), right }
}

/**
 * Asked by itself where it may be: nothing else tells that a location is kept away.
 * @param form whether the form to start or stop one is open, which goes by what Azure says now
 */
export function useFailoverTests(
  id: string,
  { form = false }: { form?: boolean } = {},
): AskedQuestion<FailoverTestReading[]> {
  const azure = useAzure()
  const right = useRight(rightOf(GATEWAY_QUESTIONS.failoverTests), id)
  const put = (signal: AbortSignal) => readFailoverTests(azure, id, signal)
  const atOnce = form || right.is === 'allowed' || right.is === 'unknown'
  return { ...useQuestion(keys.question(id, 'failoverTests'), put, { atOnce, anew: form }), right }
}
