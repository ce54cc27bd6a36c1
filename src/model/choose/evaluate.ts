import type { Answers } from './answers.ts'
import { askedWeights } from './asked.ts'
import { CANDIDATES, type CandidateId } from './candidates.ts'
import type { EstateRule } from './estate-facts.ts'
import { BASE_SCORES, type Factor, FACTORS, MOST_SCORE, USUAL_WEIGHTS, type Weights } from './factors.ts'
import { type Effect, fires, type Rule } from './rules/rule.ts'
import { RULES } from './rules/rules.ts'

export interface FactorScore {
  factor: Factor
  /** Before any rule. */
  base: number
  /** After them, from 0; points of rules may lift it above 5, and count there. */
  score: number
  /** What is more than this is not needed, so less than this is what it lacks. */
  enough: number
  /** As it counts: what was set, or less where a rule says so or nothing is answered about it. */
  weight: number
}

export interface Evaluated {
  id: CandidateId
  factors: readonly FactorScore[]
  /** The mean of the scores by weight, from 0; above 5 where rules gave so many points. */
  total: number
  /** Why it cannot be chosen; empty where it can. */
  exclusions: readonly { rule: Rule; reason: string }[]
  /** Every rule that did something to it. */
  touched: readonly { rule: Rule; effects: readonly Effect[] }[]
}

/** The rules that answers fire. */
export function firedRules({ given }: Pick<Answers, 'given'>): Rule[] {
  return RULES.filter((rule) => fires(rule, given))
}

/** Each candidate under the rules that answers and estate fire, in no order. */
export function evaluate(answers: Answers, owned: readonly EstateRule[]): Evaluated[] {
  const fired: readonly Rule[] = [...firedRules(answers), ...owned]
  const all = fired.flatMap((rule) => rule.effects)
  const weights = countingWeights(askedWeights(answers), all)
  return CANDIDATES.map((id) => {
    const lifted = new Set(
      owned.flatMap(({ lifts }) =>
        lifts.filter(({ candidates }) => candidates.includes(id)).map(({ rule }) => rule),
      ),
    )
    const touched = fired
      .filter((rule) => !lifted.has(rule.id))
      .map((rule) => ({ rule, effects: rule.effects.filter((effect) => touches(effect, id)) }))
      .filter(({ effects }) => effects.length > 0)
    const effects = touched.flatMap((one) => one.effects)
    const factors = FACTORS.map((factor) => ({
      factor,
      base: BASE_SCORES[factor][id],
      score: scoreOf(factor, id, effects),
      enough: enoughOf(factor, all),
      weight: weights[factor],
    }))
    const counted = factors.reduce((sum, { weight }) => sum + weight, 0)
    return {
      id,
      factors,
      total: factors.reduce((sum, { score, weight }) => sum + score * weight, 0) / counted,
      exclusions: touched.flatMap(({ rule, effects: own }) =>
        own.flatMap((effect) => (effect.is === 'exclude' ? [{ rule, reason: effect.reason }] : [])),
      ),
      touched,
    }
  })
}

/** Weights under the rules. Where nothing would count, everything counts alike. */
function countingWeights(weights: Weights, effects: readonly Effect[]): Weights {
  const counting = { ...weights }
  for (const effect of effects)
    if (effect.is === 'weight') counting[effect.factor] = Math.min(counting[effect.factor], effect.most)
  return FACTORS.every((factor) => counting[factor] === 0) ? USUAL_WEIGHTS : counting
}

/**
 * First what is enough, then points: a rule that gives points for a need outweighs that more is not needed. Base scores end at 5
 * (Choosing a solution, section 3), points do not: what is best already would gain nothing from what speaks for it.
 */
function scoreOf(factor: Factor, id: CandidateId, effects: readonly Effect[]): number {
  let score = Math.min(BASE_SCORES[factor][id], enoughOf(factor, effects))
  for (const effect of effects) if (effect.is === 'shift' && effect.factor === factor) score += effect.points
  return Math.max(0, score)
}

function enoughOf(factor: Factor, effects: readonly Effect[]): number {
  return effects.reduce(
    (least, effect) =>
      effect.is === 'enough' && effect.factor === factor ? Math.min(least, effect.score) : least,
    MOST_SCORE,
  )
}

function touches(effect: Effect, id: CandidateId): boolean {
  switch (effect.is) {
    case 'enough':
      return BASE_SCORES[effect.factor][id] > effect.score
    case 'weight':
      return true
    case 'exclude':
    case 'shift':
    case 'note':
    case 'warning':
      return effect.candidates.includes(id)
    default:
      return effect satisfies never
  }
}

/** The best first; of equals the cheaper, then the simpler. */
export function ranked(evaluated: readonly Evaluated[]): Evaluated[] {
  return evaluated
    .filter(({ exclusions }) => exclusions.length === 0)
    .toSorted((one, other) => other.total - one.total || costOf(other) - costOf(one))
}

function costOf({ factors }: Evaluated): number {
  return factors.find(({ factor }) => factor === 'cost')?.score ?? 0
}
