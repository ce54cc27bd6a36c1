import { sentenceList } from '../format.ts'
import type { Advice } from './advise.ts'
import { CANDIDATE_WORDS } from './candidates.ts'
import type { Change } from './changes.ts'
import { FACTOR_WORDS, MOST_SCORE } from './factors.ts'
import { answerLabel, questionOf } from './questions.ts'
import type { Effect, Rule } from './rules/rule.ts'

/** A total or a score with one digit, `3.6`. */
export function totalText(total: number): string {
  return total.toFixed(1)
}

/** A score as it is shown, `4` or `5+` where points lifted it above the scale. */
export function scoreText(score: number): string {
  return score > MOST_SCORE ? `${MOST_SCORE}+` : String(score)
}

/** Part of the scale that a bar fills, in percent. */
export function scorePercent(score: number): number {
  return (100 * Math.min(score, MOST_SCORE)) / MOST_SCORE
}

/** What an effect did, `Bandwidth +2`. */
function effectWords(effect: Effect): string {
  switch (effect.is) {
    case 'exclude':
      return 'Ruled out'
    case 'shift':
      return `${FACTOR_WORDS[effect.factor].title} ${effect.points > 0 ? '+' : '\u2212'}${Math.abs(effect.points)}`
    case 'enough':
      return `${FACTOR_WORDS[effect.factor].title} counts up to ${effect.score}`
    case 'weight':
      return `${FACTOR_WORDS[effect.factor].title} weighs ${effect.most} at most`
    case 'note':
      return 'Note'
    case 'warning':
      return 'Warning'
    default:
      return effect satisfies never
  }
}

/** Where an effect is from. Points, and what they end at, are of this product, also where the rule rests on a documented fact. */
function effectBasis(effect: Effect, { basis }: Pick<Rule, 'basis'>): string {
  switch (effect.is) {
    case 'shift':
    case 'enough':
    case 'weight':
      return 'our points'
    case 'exclude':
    case 'note':
    case 'warning':
      return BASIS_WORDS[basis]
    default:
      return effect satisfies never
  }
}

const BASIS_WORDS: Readonly<Record<Rule['basis'], string>> = {
  documented: 'as Microsoft documents it',
  judgement: 'our judgement',
  estate: 'as read of your estate',
}

/** What a rule did, each with where it is from: `Security −1 (our points), Note (as Microsoft documents it)`. */
export function ruleWords({ rule, effects }: { rule: Rule; effects: readonly Effect[] }): string {
  return [...new Set(effects.map((effect) => `${effectWords(effect)} (${effectBasis(effect, rule)})`))].join(
    ', ',
  )
}

/** What one other answer would do: `How many sites connect? 30 to 1,000: Virtual WAN with VPN leads.` */
export function changeWords({ question, answer, without, leader }: Change): string {
  const asked = questionOf(question).title
  const changed =
    answer === undefined
      ? 'Not answered'
      : `${without ? 'Without “' : ''}${answerLabel(question, answer)}${without ? '”' : ''}`
  const then = leader === undefined ? 'nothing is left' : `${CANDIDATE_WORDS[leader].name} leads`
  return `${asked} ${changed}: ${then}.`
}

/** What to do about a tie. */
export function closeWords({ close, deciding }: Pick<Advice, 'close' | 'deciding'>): string {
  const [, ...others] = close.map((id) => CANDIDATE_WORDS[id].name)
  const near = `${sentenceList(others)} ${others.length === 1 ? 'is' : 'are'} as near as makes no difference.`
  return deciding === undefined
    ? `${near} The weights decide.`
    : `${near} This question decides: ${questionOf(deciding).title}`
}
