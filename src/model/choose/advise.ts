import type { Answers } from './answers.ts'
import { wantedFactors } from './asked.ts'
import { type Candidate, CANDIDATE_WORDS, type CandidateId } from './candidates.ts'
import { type Change, decidingQuestion, firstOfEach, type OwnedRules, singleChanges } from './changes.ts'
import { composition, type Part } from './composition.ts'
import { type EstateFacts, estateRules, NOTHING_THERE } from './estate-facts.ts'
import { evaluate, type Evaluated, type FactorScore, firedRules, ranked } from './evaluate.ts'
import { FACTOR_TEXTS } from './factor-words.ts'
import { type Factor, FACTORS } from './factors.ts'
import type { QuestionId } from './questions.ts'
import type { Effect, Rule } from './rules/rule.ts'

export interface Reason {
  factor: Factor
  score: number
  text: string
}

/** A candidate with everything that is said of it. */
export interface Advised {
  candidate: Candidate
  total: number
  factors: readonly FactorScore[]
  /** Why it cannot be chosen; empty for those that are ranked. */
  exclusions: readonly { rule: Rule; reason: string }[]
  /** At most two each, the strongest first. */
  reasonsFor: readonly Reason[]
  reasonsAgainst: readonly Reason[]
  /** Every rule that did something to it. */
  touched: readonly { rule: Rule; effects: readonly Effect[] }[]
  /** What the estate has of it, "You have …". */
  owned: readonly string[]
  /** In the sizes that the answers call for. */
  parts: readonly Part[]
  notes: readonly string[]
  warnings: readonly string[]
  /**
   * Single answers that would change its place: take the first place from it, give it that place, or bring it back.
   * At most one of each question.
   */
  changes: readonly Change[]
}

export interface Advice {
  /** The best first. */
  ranking: readonly Advised[]
  excluded: readonly Advised[]
  /** What is so close to the first that scores do not tell, the first included; empty where it is ahead. */
  close: readonly CandidateId[]
  /** What to answer to part them. */
  deciding?: QuestionId
  /** Rules that fired, also those that changed nothing. */
  fired: readonly Rule[]
}

/** Totals this near to each other are a tie (Choosing a solution, section 3). */
const NEAR = 0.2 + Number.EPSILON * 8

/**
 * Ranks the candidates under answers and what an estate has, with reasons, every rule that fired, and what would change it.
 * @param owned counted only where the answers say so
 */
export function advise(answers: Answers, owned: EstateFacts = NOTHING_THERE): Advice {
  const rulesFor: OwnedRules = (those) => (those.countsEstate ? estateRules(owned, those) : [])
  const rules = rulesFor(answers)
  const evaluated = evaluate(answers, rules)
  const order = ranked(evaluated)
  const changes = singleChanges(answers, rulesFor)
  const [first] = order
  const near = first ? order.filter(({ total }) => first.total - total <= NEAR).map(({ id }) => id) : []
  const close = near.length > 1 ? near : []
  const deciding = decidingQuestion(close, changes, answers)
  const weighed = weighedFactors(order, answers)
  const say = (one: Evaluated) => advised(one, first?.id, answers, { changes, weighed })
  return {
    ranking: order.map(say),
    excluded: evaluated.filter(({ exclusions }) => exclusions.length > 0).map(say),
    close,
    ...(deciding !== undefined && { deciding }),
    fired: [...firedRules(answers), ...rules],
  }
}

function advised(
  { id, total, factors, exclusions, touched }: Evaluated,
  leader: CandidateId | undefined,
  answers: Answers,
  { changes, weighed }: { changes: readonly Change[]; weighed: ReadonlySet<Factor> },
): Advised {
  const effects = touched.flatMap((one) => one.effects)
  const say = (factor: FactorScore, sign: 1 | -1) => reasonText(id, factor, sign, touched)
  const wanted = wantedFactors(answers)
  const first = factors
    .filter(({ factor }) => weighed.has(factor))
    .toSorted((one, other) => Number(wanted.has(other.factor)) - Number(wanted.has(one.factor)))
  const reasonsFor = strongest(first, 1, ({ score, enough, weight }) => weight * (score - enough / 2), say)
  const named = reasonsFor.map(({ factor }) => factor)
  return {
    candidate: CANDIDATE_WORDS[id],
    total,
    factors,
    exclusions,
    reasonsFor,
    reasonsAgainst: strongest(
      first.filter(({ factor }) => !named.includes(factor)),
      -1,
      ({ score, enough, weight }) => weight * (enough - score),
      say,
    ),
    touched,
    owned: touched.flatMap(({ rule }) => (rule.basis === 'estate' ? [rule.text] : [])),
    parts: composition(id, answers),
    notes: texts(effects, 'note'),
    warnings: texts(effects, 'warning'),
    changes: firstOfEach(changes, placeChange(id, leader, exclusions.length > 0)),
  }
}

/** The factors that are a reason: not those that somebody said do not matter, nor those in which all that are left are alike. */
function weighedFactors(order: readonly Evaluated[], answers: Answers): ReadonlySet<Factor> {
  const wanted = wantedFactors(answers)
  // Where all are set so low, they count alike.
  const most = Math.max(...FACTORS.map((factor) => answers.weights[factor]))
  return new Set(
    FACTORS.filter((factor) => {
      const found = order.flatMap(({ factors }) => factors.filter((one) => one.factor === factor))
      const minor =
        (answers.weights[factor] <= MINOR && most > MINOR) ||
        (wanted.has(factor) && found.some(({ weight }) => weight <= MINOR))
      return !minor && (order.length < 2 || new Set(found.map(({ score }) => score)).size > 1)
    }),
  )
}

/** A weight that says that a factor hardly matters. */
const MINOR = 1

const REASONS = 2

function strongest(
  factors: readonly FactorScore[],
  sign: 1 | -1,
  strength: (factor: FactorScore) => number,
  say: (factor: FactorScore, sign: 1 | -1) => string,
): Reason[] {
  return factors
    .filter((one) => strength(one) > 0)
    .toSorted((one, other) => strength(other) - strength(one))
    .slice(0, REASONS)
    .map((one) => ({ factor: one.factor, score: one.score, text: say(one, sign) }))
}

/** What rules gave or took, where they did; else how it is by itself. */
function reasonText(
  id: CandidateId,
  { factor }: FactorScore,
  sign: 1 | -1,
  touched: Evaluated['touched'],
): string {
  const moved = touched.filter(
    ({ rule, effects }) =>
      rule.basis !== 'estate' &&
      effects.some((effect) => effect.is === 'shift' && effect.factor === factor && effect.points * sign > 0),
  )
  const { strength, weakness } = FACTOR_TEXTS[id][factor]
  const [first] = moved
  const eased = touched.some(
    ({ rule, effects }) =>
      rule.basis === 'estate' && effects.some((effect) => effect.is === 'shift' && effect.factor === factor),
  )
  if (!first) return sign === 1 ? strength : `${weakness}${eased ? ' Some of it is there already.' : ''}`
  // A strength has its own words beside the rule's; a weakness that a rule made has no others.
  return sign === 1 ? `${first.rule.text} ${strength}` : moved.map(({ rule }) => rule.text).join(' ')
}

function texts(effects: readonly Effect[], is: 'note' | 'warning'): string[] {
  return [...new Set(effects.flatMap((effect) => (effect.is === is ? [effect.text] : [])))]
}

function placeChange(
  id: CandidateId,
  leader: CandidateId | undefined,
  isExcluded: boolean,
): (change: Change) => boolean {
  if (isExcluded) return ({ excluded }) => !excluded.has(id)
  if (id === leader) return (change) => change.leader !== id
  return (change) => change.leader === id
}
