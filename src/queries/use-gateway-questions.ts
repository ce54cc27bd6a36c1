import { readBgpPeers } from '../azure/diagnostics/bgp-peers.ts'
import { readClientSessions } from '../azure/diagnostics/client-sessions.ts'
import { makeClientProfile, type ProfileAuthentication } from '../azure/diagnostics/client-profile.ts'
import { readGatewayRoutes } from '../azure/diagnostics/gateway-routes.ts'
import type { Result } from '../lib/result.ts'
import type { BgpPeer } from '../model/diagnostics/bgp-peer.ts'
import type { ClientSession } from '../model/diagnostics/client-session.ts'
import type { GatewayRoute } from '../model/diagnostics/gateway-route.ts'
import { GATEWAY_QUESTIONS, type GatewayQuestion, rightOf } from '../model/diagnostics/questions.ts'
import type { HubError } from '../model/errors.ts'
import type { Right } from '../model/rights/right.ts'
import { keys } from './keys.ts'
import { useAzure } from './use-azure.ts'
import { type Question, useQuestion } from './use-question.ts'
import { useRight } from './use-rights.ts'

/** A question of a gateway, with whether the account may ask it. */
export interface AskedQuestion<Answer> extends Question<Answer> {
  right: Right
}

/** When a question is asked anew by itself; see `useQuestion`. */
type Again<Answer> = (answer: Answer | undefined, answeredAt: number) => number | false

export function useBgpPeers(id: string, again?: Again<BgpPeer[]>): AskedQuestion<BgpPeer[]> {
  const azure = useAzure()
  const right = useQuestionRight(GATEWAY_QUESTIONS.bgpPeers, id)
  const put = (signal: AbortSignal) => readBgpPeers(azure, id, signal)
  return { ...useQuestion(keys.question(id, 'bgpPeers'), put, options(right, again)), right }
}

export function useLearnedRoutes(id: string, again?: Again<GatewayRoute[]>): AskedQuestion<GatewayRoute[]> {
  const azure = useAzure()
  const right = useQuestionRight(GATEWAY_QUESTIONS.learnedRoutes, id)
  const put = (signal: AbortSignal) => readGatewayRoutes(azure, id, undefined, signal)
  return { ...useQuestion(keys.question(id, 'learnedRoutes'), put, options(right, again)), right }
}

/** Asked for one peer, and only on demand. */
export function useAdvertisedRoutes(id: string, peer: string): AskedQuestion<GatewayRoute[]> {
  const azure = useAzure()
  const right = useQuestionRight(GATEWAY_QUESTIONS.advertisedRoutes, id)
  const put = (signal: AbortSignal) => readGatewayRoutes(azure, id, peer, signal)
  return { ...useQuestion(keys.question(id, 'advertisedRoutes', peer), put), right }
}

/** Names of people: asked only on demand. */
export function useClientSessions(id: string): AskedQuestion<ClientSession[]> {
  const azure = useAzure()
  const right = useQuestionRight(GATEWAY_QUESTIONS.clientSessions, id)
  const put = (signal: AbortSignal) => readClientSessions(azure, id, signal)
  return { ...useQuestion(keys.question(id, 'clientSessions'), put), right }
}

/** Makes a profile; where it is goes to who asked and is kept nowhere. */
export function useProfileMaker(
  id: string,
): (authentication: ProfileAuthentication, signal: AbortSignal) => Promise<Result<string, HubError>> {
  const azure = useAzure()
  return (authentication, signal) => makeClientProfile(azure, id, authentication, signal)
}

export function useQuestionRight(question: GatewayQuestion, id: string): Right {
  return useRight(rightOf(question), id)
}

function options<Answer>(right: Right, again: Again<Answer> | undefined) {
  return { atOnce: mayAsk(right), ...(again && { again }) }
}

/** What cannot be known is left to Azure. */
function mayAsk({ is }: Right): boolean {
  return is === 'allowed' || is === 'unknown'
}
