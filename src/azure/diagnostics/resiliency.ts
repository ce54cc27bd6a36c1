import { ok, type Result } from '../../lib/result.ts'
import {
  type FailoverTestReading,
  type ResiliencyReading,
  type RouteSet,
  safeLink,
} from '../../model/circuit/resiliency.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, object, text, texts } from '../from-wire/read.ts'

type Asks = Pick<Azure, 'ask'>

/** POST getResiliencyInformation of an ExpressRoute gateway. */
export async function readResiliency(
  { ask }: Asks,
  id: string,
  signal?: AbortSignal,
): Promise<Result<ResiliencyReading, HubError>> {
  const answer = await ask.action({ id, action: 'getResiliencyInformation' }, signal)
  if (!answer.ok) return answer
  const body = object(answer.value)
  return ok({
    score: text(body.overallScore),
    change: text(body.scoreChange),
    computedAt: text(body.lastComputedTime),
    nextAt: text(body.nextEligibleComputeTime),
    components: list(body.components).map((one) => ({
      name: text(one.name) ?? '',
      score: text(one.currentScore),
      most: text(one.maxScore),
      recommendations: list(one.recommendations).map((advice) => ({
        title: text(advice.recommendationTitle),
        severity: text(advice.severity),
        text: text(advice.recommendationText),
        link: safeLink(text(advice.callToActionLink)),
      })),
    })),
  })
}

/** POST getRoutesInformation: which networks come from which locations. */
export async function readRouteSets(
  { ask }: Asks,
  id: string,
  signal?: AbortSignal,
): Promise<Result<RouteSet[], HubError>> {
  const answer = await ask.action({ id, action: 'getRoutesInformation' }, signal)
  if (!answer.ok) return answer
  return ok(
    list(object(answer.value).routeSets).map((set) => ({
      locations: texts(set.locations),
      networks: Object.keys(object(set.details)),
    })),
  )
}

/** POST getFailoverAllTestsDetails: an array at the top of the answer. */
export async function readFailoverTests(
  { ask }: Asks,
  id: string,
  signal?: AbortSignal,
): Promise<Result<FailoverTestReading[], HubError>> {
  const answer = await ask.action(
    { id, action: 'getFailoverAllTestsDetails', query: { type: 'All', fetchLatest: 'true' } },
    signal,
  )
  if (!answer.ok) return answer
  return ok(
    list(answer.value).map((one) => ({
      guid: text(one.testGuid),
      location: text(one.peeringLocation),
      status: text(one.status),
      startedAt: text(one.startTime),
      endedAt: text(one.endTime),
      connections: list(one.connections).map((each) => ({
        name: text(each.name),
        status: text(each.status),
      })),
      issues: texts(one.issues),
    })),
  )
}
