import { isMetro } from '../circuit/locations.ts'
import { levelOf } from '../circuit/resiliency-level.ts'
import { count, sentenceList } from '../format.ts'
import type { TypicalTime } from '../operations/durations.ts'
import { planTime } from '../plan/plan-time.ts'
import { nameOfChosen } from '../wizard/place.ts'
import type { Answers, Phase } from './answers.ts'
import type { WizardCheck } from './checks/check.ts'
import { isMicrosoftMissing, microsoftThere } from './microsoft.ts'
import { circuitNameOf, existingGateway, gatewayNameOf, locationOf } from './place.ts'
import { planOf, type Later } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'
import { hasGatewaySubnet } from './wanted.ts'

/** The plan in a few words, beside the form and above the review. */
export interface PlanSummary {
  /** Resources and resource groups that the run of the phase makes now. */
  creates: number
  /** `undefined` where nobody knows, or nothing is left. */
  time?: TypicalTime
  /** `Maximum: Amsterdam and Frankfurt` */
  redundancy: string
  /** `new on erc-amsterdam`; absent where none is asked for. */
  microsoft?: string
  /** What it means for what is there: one sentence. */
  effect: string
  later: readonly Later[]
  errors: number
  advice: number
}

export function summaryOf(
  answers: Answers,
  checks: readonly WizardCheck[],
  around: Surroundings,
  phase: Phase,
): PlanSummary {
  const { plan, later } = planOf(answers, around, phase)
  const time = planTime(plan)
  const microsoft = microsoftWords(answers, around)
  return {
    creates: plan.resources.length + plan.groups.length,
    ...(time && { time }),
    redundancy: redundancyOf(answers, around),
    ...(microsoft !== undefined && { microsoft }),
    effect: effectOf(answers, around, phase),
    later,
    errors: checks.filter(({ is }) => is === 'error').length,
    advice: checks.filter(({ is }) => is === 'advice').length,
  }
}

/** By where the circuits are, as Azure derives it (ExpressRoute document 2.1). */
function redundancyOf(answers: Answers, around: Surroundings): string {
  const locations = [
    ...new Set(answers.circuits.map((one) => locationOf(one, answers, around)).filter((one) => one !== '')),
  ]
  const level = levelOf(locations)
  if (level === 'none') return 'no location yet'
  const counted = level === 'Maximum' ? locations.filter((one) => !isMetro(one)) : locations
  return `${level}: ${counted.join(' and ')}`
}

function microsoftWords(answers: Answers, around: Surroundings): string | undefined {
  const wanted = answers.circuits.filter(({ use, microsoft }) => microsoft.wanted && use !== 'redeemed')
  const fresh = wanted.filter((one) => isMicrosoftMissing(one, answers, around)).map(circuitNameOf)
  const there = wanted.filter((one) => microsoftThere(one, answers, around)).map(circuitNameOf)
  const parts = [
    ...(fresh.length > 0 ? [`new on ${sentenceList(fresh)}`] : []),
    ...(there.length > 0 ? [`there on ${sentenceList(there)}`] : []),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}

function effectOf(answers: Answers, around: Surroundings, phase: Phase): string {
  const { goal, gateway } = answers
  if (phase === 'order')
    return `Billing of ${answers.circuits.filter(({ use }) => use === 'new').length > 1 ? 'the new circuits' : 'the new circuit'} starts with the creation. Nothing that carries traffic today is touched.`
  const there = existingGateway(answers, around)
  if (gateway.use === 'existing')
    return there
      ? `${there.name} is not changed itself; ${count(answers.circuits.length, 'connection')} come to it.`
      : `${gatewayNameOf(answers)} is not changed itself; connections are added to it.`
  if (goal.to === 'hub') return 'The hub gets an ExpressRoute gateway; its other gateways stay as they are.'
  if (gateway.network.is === 'new' || hasGatewaySubnet(answers, around) !== false)
    return 'Nothing that carries traffic today is touched.'
  return `Nothing that carries traffic today is touched: ${nameOfChosen(gateway.network)} gets a GatewaySubnet, its other subnets stay as they are.`
}
