import { skipToken, useQueries } from '@tanstack/react-query'
import { readPeeringPaths, readPeeringRoutes } from '../azure/diagnostics/circuit-paths.ts'
import { peeringFamilies } from '../model/circuit/families.ts'
import type { CircuitRoute, PathName, PeeringReading } from '../model/circuit/path-tables.ts'
import { CIRCUIT_QUESTIONS, peeringRightOf } from '../model/diagnostics/questions.ts'
import { keys } from './keys.ts'
import { useAzure } from './use-azure.ts'
import type { AskedQuestion } from './use-gateway-questions.ts'
import { useQuestion } from './use-question.ts'
import { useRight } from './use-rights.ts'

/**
 * How both paths of a peering stand; asked by itself where it may be.
 * @param peering with what tells its families
 * @param again when it is asked anew by itself; see `useQuestion`
 */
export function usePeeringPaths(
  peering: { id: string } & Parameters<typeof peeringFamilies>[0],
  again?: (answer: PeeringReading | undefined) => number | false,
): AskedQuestion<PeeringReading> {
  const azure = useAzure()
  const { id } = peering
  const right = useRight(peeringRightOf(CIRCUIT_QUESTIONS.paths), id)
  const put = (signal: AbortSignal) => readPeeringPaths(azure, id, signal)
  const atOnce = right.is === 'allowed' || right.is === 'unknown'
  const families = peeringFamilies(peering)
  const expecting = (answer: PeeringReading | undefined) => answer && { ...answer, families }
  const question = useQuestion(keys.question(id, 'paths'), put, {
    atOnce,
    ...(again && { again: (answer) => again(expecting(answer)) }),
  })
  const answer = expecting(question.answer)
  return { ...question, ...(answer && { answer }), right }
}

/** What was told of both paths of each of these peerings, asking nothing: for what sums them up. */
export function usePathsTold(peeringIds: readonly string[]): (PeeringReading | undefined)[] {
  return usePathsToldAt(peeringIds).map((told) => told?.reading)
}

/** The same with when it was told, in milliseconds since the epoch. */
export function usePathsToldAt(
  peeringIds: readonly string[],
): ({ reading: PeeringReading; at: number } | undefined)[] {
  const told = useQueries({
    queries: peeringIds.map((id) => ({
      queryKey: keys.question(id, 'paths'),
      queryFn: skipToken,
      staleTime: Infinity,
    })),
  })
  return told.map(({ data, dataUpdatedAt }) =>
    // Only the answers of `readPeeringPaths` are below this key.
    data === undefined ? undefined : { reading: data as PeeringReading, at: dataUpdatedAt },
  )
}

/** Both route tables, which may be long: only on demand. */
export function usePeeringRoutes(peeringId: string): AskedQuestion<Record<PathName, CircuitRoute[]>> {
  const azure = useAzure()
  const right = useRight(peeringRightOf(CIRCUIT_QUESTIONS.routes), peeringId)
  const put = (signal: AbortSignal) => readPeeringRoutes(azure, peeringId, signal)
  return { ...useQuestion(keys.question(peeringId, 'routes'), put), right }
}
