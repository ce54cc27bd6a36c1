import type { Answers } from './answers.ts'
import { settled } from './defaults.ts'
import { emptySite } from './empty-site.ts'
import type { Surroundings } from './surroundings.ts'

/** One site more, at the end. */
export function withSite(answers: Answers, around: Surroundings): Answers {
  return settled({ ...answers, sites: [...answers.sites, emptySite(answers.sites)] }, around)
}

/** Without one of the sites; what was touched of those after it goes with them. */
export function withoutSite(answers: Answers, index: number, around: Surroundings): Answers {
  const touched = answers.touched.flatMap((field) => {
    const [, number, rest] = /^sites\.(\d+)(.*)$/.exec(field) ?? []
    if (number === undefined || Number(number) < index) return [field]
    return Number(number) === index ? [] : [`sites.${Number(number) - 1}${rest}`]
  })
  return settled({ ...answers, touched, sites: answers.sites.toSpliced(index, 1) }, around)
}
