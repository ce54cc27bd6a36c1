import { answeredCount, type Answers, exactRange } from './answers.ts'
import type { Advice, Advised } from './advise.ts'
import { changeWords, closeWords, ruleWords, scoreText, totalText } from './words.ts'
import { type Factor, FACTOR_WORDS, FACTORS, MOST_SCORE } from './factors.ts'
import { answerLabel, QUESTIONS } from './questions.ts'
import { PRICING_CALCULATOR, SLA_PAGE } from './services.ts'

/**
 * The advice as Markdown, for a ticket or a page.
 * @param address of the page with these answers
 */
export function adviceReport(answers: Answers, advice: Advice, address: string): string {
  const [first] = advice.ranking
  return [
    '# Choosing a solution',
    first
      ? `**${first.candidate.name}** fits best by what is answered so far: ${answeredCount(answers)} of ${QUESTIONS.length}. ${first.candidate.what}`
      : 'Nothing is left: the answers rule out every solution.',
    ...(advice.close.length > 1 ? [closeWords(advice)] : []),
    '## Answers',
    answeredLines(answers),
    '## Ranking',
    table(advice.ranking),
    `Scores are from 0 to ${MOST_SCORE} and a judgement of this product, not figures of Microsoft. 5+ is more than enough: points above ${MOST_SCORE} count in the total. Weights as they count: ${weightWords(answers, first)}.`,
    ...advice.ranking.slice(0, 2).map(details),
    ...(advice.excluded.length > 0 ? ['## Ruled out', excludedLines(advice.excluded)] : []),
    '## Left open',
    ...openLines(answers),
    `No prices are compared: they differ by region and agreement. Reckon them with the pricing calculator, <${PRICING_CALCULATOR}>. What Microsoft promises of availability is at <${SLA_PAGE}>.`,
    `With these answers: <${address}>`,
  ]
    .join('\n\n')
    .concat('\n')
}

function answeredLines(answers: Answers): string {
  if (answeredCount(answers) === 0) return 'None yet.'
  return list(
    QUESTIONS.flatMap(({ id, title, exact }) => {
      const given = answers.given[id]
      if (!given) return []
      const number = answers.exact[id]
      const exactly =
        number === undefined || !exact || !exactRange(id, answers)
          ? ''
          : ` (${number.toLocaleString('en')} ${exact.unit})`
      return [`${title} ${given.map((one) => answerLabel(id, one)).join(', ')}${exactly}`]
    }),
  )
}

function table(ranking: readonly Advised[]): string {
  const head = ['', 'Solution', 'Score', ...FACTORS.map((factor) => FACTOR_WORDS[factor].title)]
  const rows = ranking.map(({ candidate, total, factors }, index) => [
    String(index + 1),
    candidate.name,
    totalText(total),
    ...factors.map(({ score }) => scoreText(score)),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function details(one: Advised): string {
  const { candidate, reasonsFor, reasonsAgainst, parts, owned, notes, warnings, touched, changes } = one
  const reasons = (found: Advised['reasonsFor']) =>
    list(found.map(({ factor, score, text }) => `${FACTOR_WORDS[factor].title} ${scoreText(score)}: ${text}`))
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`**${title}**\n\n${list(lines)}`]
  return [
    `## ${candidate.name}`,
    `**For it**\n\n${reasons(reasonsFor)}`,
    `**Against it**\n\n${reasons(reasonsAgainst)}`,
    ...section('You have already', owned.map(escaped)),
    ...section('Made of', [...candidate.resources, ...parts.map(({ part, size }) => `${part}: ${size}`)]),
    ...section('Mind', [...warnings, ...notes, ...candidate.always, ...candidate.combination]),
    ...section('Does not solve', candidate.leavesOpen),
    `**Lead time.** ${candidate.leadTime}`,
    `**First step.** ${candidate.firstStep}`,
    ...section(
      'Rules that fired',
      touched.map((one) => `${escaped(one.rule.text)} ${ruleWords(one)}`),
    ),
    ...section('What would change this', changes.map(changeWords)),
  ].join('\n\n')
}

function excludedLines(excluded: readonly Advised[]): string {
  return list(
    excluded.map(
      ({ candidate, exclusions }) => `${candidate.name}: ${exclusions.map(({ reason }) => reason).join(' ')}`,
    ),
  )
}

/** What counts is less than what was set where a rule says so, or nothing is answered about a factor. */
function weightWords({ weights }: Answers, first: Advised | undefined): string {
  const counting = (factor: Factor) =>
    first?.factors.find((one) => one.factor === factor)?.weight ?? weights[factor]
  return FACTORS.map((factor) => `${FACTOR_WORDS[factor].title} ${counting(factor)}`).join(', ')
}

function openLines({ given }: Answers): string[] {
  const open = QUESTIONS.filter(({ id }) => given[id] === undefined)
  return open.length === 0 ? [] : [`Not answered:\n\n${list(open.map(({ title }) => title))}`]
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

/** Names of resources are anybody's text. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|!]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')
}
