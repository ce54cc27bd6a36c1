import { VENDORS } from '../device/vendors.ts'
import { type Answers, NO_ANSWERS, type Place, withExact, withGiven } from './answers.ts'
import { FACTORS, MOST_WEIGHT, USUAL_WEIGHT, type Weights } from './factors.ts'
import { NONE } from './questions/question.ts'
import { type Question, QUESTIONS } from './questions.ts'

/** Longer than any that Azure has, shorter than what would break a page. */
const REGION = /^[a-z0-9]{2,40}$/
const LOCATION = /^[\p{L}\p{N} ().'-]{2,60}$/u

/**
 * Answers of an address: `?peak=10g&peak.n=2000&demands=ports,inspection&w.cost=5&region=westeurope&estate=off`. An address is anybody's: what
 * is no answer of its question, no weight and no number in its range is left out, and of several values the first counts.
 */
export function readAnswers(search: URLSearchParams): Answers {
  const weighed = { ...NO_ANSWERS, weights: readWeights(search), place: readPlace(search) }
  const counted: Answers = { ...weighed, countsEstate: search.get('estate') !== 'off' }
  return QUESTIONS.reduce((answers, question) => {
    const given = withGiven(answers, question.id, readGiven(question, search.get(question.id) ?? ''))
    return withExact(given, question.id, wholeNumber(search.get(`${question.id}.n`)))
  }, counted)
}

function readGiven({ many, answers }: Question, text: string): string[] {
  const named = text.split(',', 20)
  const known = answers.map(({ id }) => id).filter((id) => named.includes(id))
  if (!many) return known.includes(text) ? [text] : []
  return known.includes(NONE) ? known.filter((id) => known.length === 1 || id !== NONE) : known
}

function readWeights(search: URLSearchParams): Weights {
  const weights = { ...NO_ANSWERS.weights }
  for (const factor of FACTORS) {
    const weight = wholeNumber(search.get(`w.${factor}`))
    if (weight !== undefined && weight <= MOST_WEIGHT) weights[factor] = weight
  }
  return weights
}

function readPlace(search: URLSearchParams): Place {
  const devices = search.get('devices')
  return {
    region: matching(REGION, search.get('region')),
    location: matching(LOCATION, search.get('location')),
    devices: devices === '1' || devices === '2' ? devices : '',
    vendor: VENDORS.find(({ id }) => id === search.get('vendor'))?.id ?? '',
  }
}

function matching(pattern: RegExp, text: string | null): string {
  return text !== null && pattern.test(text) ? text : ''
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

/** The search of an address with these answers, without `?`; empty where nothing was told. Always in the same order. */
export function writeAnswers({ given, exact, weights, place, countsEstate }: Answers): string {
  const search = new URLSearchParams()
  for (const { id, answers } of QUESTIONS) {
    const ids = given[id]
    // In the order of the question, whatever the order of the clicks was.
    if (ids)
      search.set(
        id,
        answers
          .map((one) => one.id)
          .filter((one) => ids.includes(one))
          .join(','),
      )
    if (exact[id] !== undefined) search.set(`${id}.n`, String(exact[id]))
  }
  for (const factor of FACTORS)
    if (weights[factor] !== USUAL_WEIGHT) search.set(`w.${factor}`, String(weights[factor]))
  for (const [name, text] of Object.entries(place)) if (text !== '') search.set(name, text)
  if (!countsEstate) search.set('estate', 'off')
  // A comma may stand in a search as it is, and reads better.
  return search.toString().replaceAll('%2C', ',')
}

/** Members of an address that are no answer, weight or place, or a value that is none: `['peak', 'devices']`. The page's own are none of them. */
export function unknownMembers(search: URLSearchParams, answers: Answers): string[] {
  const told = new URLSearchParams(writeAnswers(answers))
  const usual = new Set(FACTORS.map((factor) => `w.${factor}=${USUAL_WEIGHT}`))
  const isKept = ([name, text]: [string, string]) =>
    PAGE_MEMBERS.has(name) ||
    text === '' ||
    usual.has(`${name}=${text}`) ||
    told.get(name)?.split(',').toSorted().join() === text.split(',').toSorted().join()
  return [...new Set([...search].filter((member) => !isKept(member)).map(([name]) => name.slice(0, 40)))]
}

const PAGE_MEMBERS = new Set(['show'])
