import { readPeeringPaths, readPeeringRoutes } from '../azure/diagnostics/circuit-paths.ts'
import type { CircuitRoute, PathName, PeeringReading } from '../model/circuit/path-tables.ts'
import { CIRCUIT_QUESTIONS, peeringRightOf } from '../model/diagnostics/questions.ts'
import { keys } from './keys.ts'
import { useAzure } from './use-azure.ts'
import type { AskedQuestion } from './use-gateway-questions.ts'
import { useQuestion } from './use-question.ts'
import { useRight } from './use-rights.ts'

/** How both paths of a peering stand; asked by itself where it may be. */
export function usePeeringPaths(peeringId: string): AskedQuestion<PeeringReading> {
  const azure = useAzure()
  const right = useRight(peeringRightOf(CIRCUIT_QUESTIONS.paths), peeringId)
  const put = (signal: AbortSignal) => readPeeringPaths(azure, peeringId, signal)
  const atOnce = right.is === 'allowed' || right.is === 'unknown'
  return { ...useQuestion(keys.question(peeringId, 'paths'), put, { atOnce }), right }
}

/** Both route tables, which may be long: only on demand. */
export function usePeeringRoutes(peeringId: string): AskedQuestion<Record<PathName, CircuitRoute[]>> {
  const azure = useAzure()
  const right = useRight(peeringRightOf(CIRCUIT_QUESTIONS.routes), peeringId)
  const put = (signal: AbortSignal) => readPeeringRoutes(azure, peeringId, signal)
  return { ...useQuestion(keys.question(peeringId, 'routes'), put), right }
}
