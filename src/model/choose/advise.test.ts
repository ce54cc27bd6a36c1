import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from './advise.ts'
import { withAnswer, withGiven } from './answers.ts'
import { estateRules, NOTHING_THERE } from './estate-facts.ts'
import { evaluate, ranked } from './evaluate.ts'
import { MOST_WEIGHT } from './factors.ts'
import { NONE } from './questions/question.ts'
import { type QuestionId, questionOf, QUESTIONS } from './questions.ts'
import { fires, type Rule } from './rules/rule.ts'
import { RULES } from './rules/rules.ts'
import { ruleWords } from './words.ts'
import { anyAnswers, anyFactor, anyQuestion, told } from './told.fixture.ts'

const excludedBy = (answers: Parameters<typeof evaluate>[0]) =>
  evaluate(answers, [])
    .filter(({ exclusions }) => exclusions.length > 0)
    .map(({ id }) => id)

function shiftsOf({ effects }: Rule) {
  return effects.filter((effect) => effect.is === 'shift')
}

const totals = (given: Parameters<typeof told>[0]) =>
  Object.fromEntries(evaluate(told(given), []).map(({ id, total }) => [id, Math.round(total * 7)]))

describe('rules', () => {
  test('their ids are their own, and conditions name answers that are there', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const { when, unless = [] } of RULES)
      for (const { question, answers } of [...when, ...unless]) {
        const known = questionOf(question).answers.map(({ id }) => id)
        for (const answer of answers) expect(known).toContain(answer)
      }
  })

  test.each(RULES)('rule $id can fire', (rule) => {
    const given = Object.fromEntries(
      rule.when.map(({ question, answers: [answer] }) => [question, [answer ?? '']]),
    )
    const answers = told(given)
    expect(fires(rule, answers.given)).toBe(true)
    expect(advise(answers).fired).toContain(rule)
  })

  test.each(RULES.filter(({ effects }) => effects.some(({ is }) => is === 'shift')))(
    'points of rule $id move the total of each candidate it names',
    (rule) => {
      const before = evaluate(told({}), [])
      // As a rule of an estate it fires alone.
      const after = evaluate(told({}), [{ ...rule, basis: 'estate', effects: shiftsOf(rule), lifts: [] }])
      const moved = after.filter(({ total }, index) => total !== before[index]?.total).map(({ id }) => id)
      const named = shiftsOf(rule).flatMap(({ candidates }) => candidates)
      expect(moved.toSorted()).toEqual([...new Set(named)].toSorted())
    },
  )

  test('points and thresholds are never said to be documented, whatever the rule rests on', () => {
    for (const rule of RULES)
      for (const effect of rule.effects)
        if (effect.is === 'shift' || effect.is === 'enough' || effect.is === 'weight')
          expect(ruleWords({ rule, effects: [effect] })).toMatch(/\(our points\)$/)
    const judged = RULES.filter(({ basis }) => basis === 'judgement').map(({ id }) => id)
    expect(judged).toEqual(expect.arrayContaining(['2', '3 flow over 1.25 Gbps', '4 hub', '13', '32 Direct']))
  })

  test('every rule of the table is here', () => {
    const numbers = new Set(
      RULES.flatMap(({ source }) => /section 4, rule (\d+)$/.exec(source)?.[1] ?? []).map(Number),
    )
    expect([...numbers].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 41 }, (_, index) => index + 1),
    )
  })

  test('one that excludes has no exception, so no answer brings anything back', () => {
    const excepting = RULES.filter(
      ({ unless, effects }) => unless !== undefined && effects.some(({ is }) => is === 'exclude'),
    )
    expect(excepting).toEqual([])
  })

  test('every answer of every question does something, or says why it does nothing, or has a size', () => {
    const used = new Set(
      RULES.flatMap(({ when }) =>
        when.flatMap(({ question, answers }) => answers.map((one) => `${question} ${one}`)),
      ),
    )
    const idle = QUESTIONS.flatMap(({ id, answers }) =>
      answers
        .filter((one) => !used.has(`${id} ${one.id}`) && one.range === undefined)
        .map((one) => `${id} ${one.id}`),
    )
    // Each is the plain opposite of an answer that does.
    expect(idle).toEqual([
      'flow 1250m',
      'egress 50t',
      'sdwan no',
      'branches no',
      'survive none',
      'duration long',
      'existing no',
      'team large',
      'extras none',
    ])
  })
})

/** Which of them counts hangs on the peak. */
const TWO_SIZES = {
  ...NOTHING_THERE,
  circuits: [
    { id: '/a', name: 'a', at: 'Amsterdam', provider: '', mbps: 1000, carries: true },
    { id: '/b', name: 'b', at: 'Frankfurt', provider: '', mbps: 10_000, carries: true },
  ],
}

describe('of any answers', () => {
  test('one more answer brings back nothing that is ruled out', () => {
    fc.assert(
      fc.property(anyAnswers, anyQuestion, fc.nat(), (answers, question, pick) => {
        const answer = question.answers[pick % question.answers.length]?.id ?? ''
        const before = answers.given[question.id] ?? []
        const open = before.length === 0
        const adds =
          question.many === true && answer !== NONE && !before.includes(answer) && !before.includes(NONE)
        fc.pre(open || adds)
        expect(excludedBy(withAnswer(answers, question, answer))).toEqual(
          expect.arrayContaining(excludedBy(answers)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('a higher weight never puts the best of its factor behind one that is worse in it', () => {
    fc.assert(
      fc.property(anyAnswers, anyFactor, (answers, factor) => {
        fc.pre(answers.weights[factor] < MOST_WEIGHT)
        const raised = { ...answers, weights: { ...answers.weights, [factor]: answers.weights[factor] + 1 } }
        const scoreIn = (one: ReturnType<typeof ranked>[number]) =>
          one.factors.find((found) => found.factor === factor)?.score ?? 0
        const before = ranked(evaluate(answers, []))
        const after = ranked(evaluate(raised, [])).map(({ id }) => id)
        const top = Math.max(...before.map(scoreIn))
        for (const best of before.filter((one) => scoreIn(one) === top))
          for (const worse of before.slice(before.indexOf(best) + 1).filter((one) => scoreIn(one) < top))
            expect(after.indexOf(best.id)).toBeLessThan(after.indexOf(worse.id))
      }),
      { numRuns: 300 },
    )
  })

  test('totals are numbers from 0, in order, and each candidate is ranked or ruled out with a reason', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { ranking, excluded } = advise(answers)
        expect(ranking.length + excluded.length).toBe(8)
        for (const { total } of [...ranking, ...excluded]) {
          expect(total).toBeGreaterThanOrEqual(0)
        }
        const totals = ranking.map(({ total }) => total)
        expect(totals).toEqual(totals.toSorted((one, other) => other - one))
        for (const { exclusions } of excluded) expect(exclusions[0]?.reason).toMatch(/\.$/)
      }),
      { numRuns: 100 },
    )
  })

  test('what would change the answer does, when it is answered so', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(NOTHING_THERE, TWO_SIZES), (answers, owned) => {
        const rules = (those: typeof answers) => (those.countsEstate ? estateRules(owned, those) : [])
        const { ranking, excluded } = advise(answers, owned)
        for (const [index, { candidate, changes }] of [...ranking, ...excluded].entries())
          for (const { question, answer } of changes) {
            const changed =
              answer === undefined
                ? withGiven(answers, question, [])
                : withAnswer(answers, questionOf(question), answer)
            const evaluated = evaluate(changed, rules(changed))
            const [leader] = ranked(evaluated)
            if (index >= ranking.length)
              expect(evaluated.find(({ id }) => id === candidate.id)?.exclusions).toEqual([])
            else expect(leader?.id === candidate.id).toBe(index > 0)
          }
      }),
      { numRuns: 15 },
    )
  })
})

test('reasons are the heaviest two, and follow the weights', () => {
  const few = { time: ['days'], sites: ['10'] }
  const [first] = advise(told(few)).ranking
  const cheap = advise(told(few, { weights: { cost: 5, latency: 0 } })).ranking[0]
  expect(first?.reasonsFor).toHaveLength(2)
  expect(first?.reasonsAgainst).toHaveLength(2)
  expect(cheap?.candidate.id).toBe('vpn')
  expect(cheap?.reasonsFor[0]).toMatchObject({ factor: 'cost', score: 5 })
  expect(cheap?.reasonsAgainst.map(({ factor }) => factor)).not.toContain('latency')
})

test.each<[string, Parameters<typeof told>[0], QuestionId | undefined]>([
  [
    'an ERP that may stop for hours',
    { peak: ['500m'], latency: ['steady'], sites: ['10'], outage: ['hours'], backup: ['yes'] },
    'provider',
  ],
  ['one that is ahead', { peak: ['500m'], sites: ['10'], regions: ['1'], time: ['days'] }, undefined],
])('the question that decides a tie: %s', (_, given, question) => {
  expect(advise(told(given)).deciding).toBe(question)
})

describe('a factor that nothing is answered about', () => {
  const weightOf = (factor: 'latency' | 'cost' | 'scalability', weights = {}) =>
    advise(told({ sites: ['10'] }, { weights })).ranking[0]?.factors.find((one) => one.factor === factor)
      ?.weight

  test.each([
    ['hardly counts', 'latency', {}, 1],
    ['counts as it is set, where that is more than usual', 'latency', { latency: 4 }, 4],
    ['counts no more than it is set', 'latency', { latency: 0 }, 0],
    ['cost counts always', 'cost', {}, 3],
    ['one that is asked about counts in full', 'scalability', {}, 3],
  ] as const)('%s', (_, factor, weights, weight) => {
    expect(weightOf(factor, weights)).toBe(weight)
  })

  test('before anything is answered all count alike', () => {
    const [first] = advise(told({})).ranking
    expect(new Set(first?.factors.map(({ weight }) => weight))).toEqual(new Set([3]))
  })
})

test('what is said not to matter, and what is alike everywhere, is no reason', () => {
  const { ranking } = advise(
    told({ sites: ['10'], peak: ['500m'], internet: ['yes'], latency: ['best-effort'] }),
  )
  const named = ranking.flatMap(({ reasonsFor, reasonsAgainst }) =>
    [...reasonsFor, ...reasonsAgainst].map(({ factor }) => factor),
  )
  expect(named).not.toContain('latency')
  expect(named).not.toContain('compliance')
})

test('where no factor counts, all count alike', () => {
  const none = {
    bandwidth: 0,
    latency: 0,
    cost: 0,
    security: 0,
    resiliency: 0,
    scalability: 0,
    compliance: 0,
  }
  const ranked = (answers: Parameters<typeof advise>[0]) =>
    advise(answers).ranking.map((one) => ({ ...one, changes: [] }))
  expect(ranked(told({}, { weights: none }))).toEqual(ranked(told({})))
})

describe('what speaks for Virtual WAN lifts it, where its score is 5 already', () => {
  test.each([
    [{ sdwan: ['yes'] }, ['wanVpn', 'wanBoth'], 'wanVpn'],
    [{ sites: ['1000'] }, ['wanVpn', 'wanBoth'], 'wanVpn'],
    [{ branches: ['yes'], regions: ['more'] }, ['wanVpn', 'wanEr', 'wanBoth'], 'wanBoth'],
    [{ sites: ['1000'], sdwan: ['yes'] }, ['wanVpn'], 'wanVpn'],
  ])('%j', (given, lifted, leader) => {
    const [before, after] = [totals({}), totals(given)]
    for (const id of lifted) expect(after[id]).toBeGreaterThan(before[id] ?? 0)
    expect(advise(told(given)).ranking[0]?.candidate.id).toBe(leader)
  })
})

describe('many sites over SD-WAN: what somebody asks for counts in full', () => {
  const shops = { sites: ['1000'], sdwan: ['yes'] }
  test.each([
    [{ peak: ['10g'] }, 'bandwidth'],
    [{ latency: ['steady'] }, 'latency'],
    [{ latency: ['single-digit'] }, 'latency'],
    [{ outage: ['minutes'] }, 'resiliency'],
    [{ survive: ['site'] }, 'resiliency'],
    [{ survive: ['city'] }, 'resiliency'],
    [{ backup: ['no'] }, 'resiliency'],
    [{ demands: ['encryption'] }, 'compliance'],
    [{ demands: ['country'] }, 'compliance'],
    [{ demands: ['sovereign'] }, 'compliance'],
    [{ demands: ['ports'] }, 'compliance'],
  ] as const)('%j: %s', (asked, factor) => {
    const scoreOf = (given: Parameters<typeof told>[0]) =>
      evaluate(told(given), [])
        .find(({ id }) => id === 'wanBoth')
        ?.factors.find((one) => one.factor === factor)?.score
    expect(scoreOf({ ...shops, ...asked })).toBeGreaterThan(scoreOf(shops) ?? 0)
  })

  test('with all of them rule 41 names the answers', () => {
    const given = {
      ...shops,
      latency: ['steady'],
      outage: ['minutes'],
      survive: ['site', 'city'],
      demands: ['encryption', 'country'],
      peak: ['10g'],
    }
    expect(advise(told(given)).ranking[0]?.candidate.id).toBe('wanBoth')
  })
})
