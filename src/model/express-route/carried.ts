import { touching } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers, Goal } from './answers.ts'
import { settled, withGoal } from './settled.ts'
import type { Surroundings } from './surroundings.ts'

/** What is known before the wizard begins, as an address carries it: each is taken as if somebody had chosen it. */
export interface CarriedToExpressRoute {
  resiliency?: Goal['resiliency']
  port?: Goal['port']
  to?: Goal['to']
  /** Short name of the region of a new gateway and of the circuits. */
  region?: string
  /** Peering location of the first circuit. */
  location?: string
  /** Of each circuit. */
  mbps?: number
  tier?: CircuitAnswers['tier']
  unlimited?: true
  /** Scale units of a new gateway in a hub that somebody reckoned before. */
  units?: number
}

/** The members of an address that carry it. */
export function carriedToExpressRoute(carried: CarriedToExpressRoute): URLSearchParams {
  const { resiliency, port, to, region, location, mbps, tier, unlimited, units } = carried
  return new URLSearchParams({
    ...(resiliency !== undefined && { resiliency }),
    ...(port !== undefined && { port }),
    ...(to !== undefined && { to }),
    ...(region !== undefined && { region }),
    ...(location !== undefined && { location }),
    ...(mbps !== undefined && { mbps: String(mbps) }),
    ...(tier !== undefined && { tier }),
    ...(unlimited && { plan: 'unlimited' }),
    ...(units !== undefined && { units: String(units) }),
  })
}

/** An address is anybody's: what is of another shape is left out, and what no provider has is found by the wizard's checks. */
export function readCarriedToExpressRoute(search: URLSearchParams): CarriedToExpressRoute {
  const resiliency = among(['maximum', 'high', 'standard'] as const, search.get('resiliency'))
  const port = among(['provider', 'direct'] as const, search.get('port'))
  const to = among(['network', 'hub'] as const, search.get('to'))
  const tier = among(['Local', 'Standard', 'Premium'] as const, search.get('tier'))
  const region = matching(/^[a-z0-9]{2,40}$/, search.get('region'))
  const location = matching(/^[\p{L}\p{N} ().'-]{2,60}$/u, search.get('location'))
  const mbps = matching(/^\d{2,6}$/, search.get('mbps'))
  const units = matching(/^(?:[2-9]|10)$/, search.get('units'))
  return {
    ...(resiliency && { resiliency }),
    ...(port && { port }),
    ...(to && { to }),
    ...(region !== undefined && { region }),
    ...(location !== undefined && { location }),
    ...(mbps !== undefined && { mbps: Number(mbps) }),
    ...(tier && { tier }),
    ...(search.get('plan') === 'unlimited' && { unlimited: true }),
    ...(units !== undefined && { units: Number(units) }),
  }
}

function among<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((one) => one === text)
}

function matching(pattern: RegExp, text: string | null): string | undefined {
  return text !== null && pattern.test(text) ? text : undefined
}

/** Answers that begin with what was carried; the region is theirs already. */
export function withCarried(answers: Answers, carried: CarriedToExpressRoute, around: Surroundings): Answers {
  const { resiliency, port, to, units } = carried
  const goal: Goal = {
    ...answers.goal,
    ...(resiliency && { resiliency }),
    ...(port && { port }),
    ...(to && { to }),
  }
  // As many circuits as the resiliency has: only then are there the ones to tell.
  const counted = withGoal(answers, goal, around)
  const told = counted.circuits.reduce((all, _, index) => withCircuit(all, index, carried), counted)
  const sized =
    units === undefined || goal.to !== 'hub'
      ? told
      : {
          ...touching(told, 'gateway.units'),
          gateway: { ...told.gateway, units: { min: String(units), max: String(units) } },
        }
  return settled(sized, around)
}

function withCircuit(
  answers: Answers,
  index: number,
  { location, mbps, tier, unlimited }: CarriedToExpressRoute,
): Answers {
  const direct = answers.goal.port === 'direct'
  const told: Partial<CircuitAnswers> = {
    // The second location follows from the first.
    ...(location !== undefined && index === 0 && { location }),
    ...(mbps !== undefined && (direct ? { gbps: String(mbps / 1000) } : { bandwidth: String(mbps) })),
    ...(tier && { tier }),
    ...(unlimited && { family: 'UnlimitedData' }),
  }
  const fields = Object.keys(told).map((member) => `circuits.${index}.${member}`)
  return {
    ...touching(answers, ...fields),
    circuits: answers.circuits.map((circuit, at) => (at === index ? { ...circuit, ...told } : circuit)),
  }
}
