import { readEffectiveRoutes, readPeerRoutes } from '../azure/diagnostics/hub-routes.ts'
import type { HubRoute, PeerRoutes, Routed } from '../model/diagnostics/hub-route.ts'
import { HUB_QUESTIONS, hubRightOf } from '../model/diagnostics/questions.ts'
import { keyOf } from '../model/paths.ts'
import { keys } from './keys.ts'
import { useAzure } from './use-azure.ts'
import type { AskedQuestion } from './use-gateway-questions.ts'
import { useQuestion } from './use-question.ts'
import { useRight } from './use-rights.ts'

/** The routes a hub follows for one route table or connection: only on demand, since there may be ten thousand. */
export function useEffectiveRoutes(hubId: string, of: Routed): AskedQuestion<HubRoute[]> {
  const azure = useAzure()
  const right = useRight(hubRightOf(HUB_QUESTIONS.effectiveRoutes), hubId)
  const put = (signal: AbortSignal) => readEffectiveRoutes(azure, hubId, of, signal)
  return { ...useQuestion(keys.question(hubId, 'effectiveRoutes', keyOf(of.resourceId)), put), right }
}

/** What each instance of a hub's router has learned from a peer, or tells it; only on demand. */
export function usePeerRoutes(
  peerId: string,
  which: 'learnedRoutes' | 'advertisedRoutes',
): AskedQuestion<PeerRoutes[]> {
  const azure = useAzure()
  const question = which === 'learnedRoutes' ? HUB_QUESTIONS.learnedRoutes : HUB_QUESTIONS.advertisedRoutes
  const right = useRight(hubRightOf(question), peerId)
  const put = (signal: AbortSignal) => readPeerRoutes(azure, peerId, which, signal)
  return { ...useQuestion(keys.question(peerId, which), put), right }
}
