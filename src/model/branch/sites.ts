import { touching } from '../wizard/touched.ts'
import type { Answers, Site, SiteLink } from './answers.ts'
import { emptyLink, emptySite, nextKey } from './empty.ts'
import { siteNameOf } from './place.ts'
import { settled } from './settled.ts'
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

/** Members of one of the sites. */
export function withSiteAt(answers: Answers, index: number, change: Partial<Site>): Answers {
  return { ...answers, sites: answers.sites.map((one, at) => (at === index ? { ...one, ...change } : one)) }
}

export function withLinkAt(
  answers: Answers,
  index: number,
  link: number,
  change: Partial<SiteLink>,
): Answers {
  const links = answers.sites[index]?.links.map((one, at) => (at === link ? { ...one, ...change } : one))
  return links ? withSiteAt(answers, index, { links }) : answers
}

export function withLink(answers: Answers, index: number): Answers {
  const links = answers.sites[index]?.links ?? []
  return withSiteAt(answers, index, { links: [...links, emptyLink(links)] })
}

export function withoutLink(answers: Answers, index: number, link: number): Answers {
  return withSiteAt(answers, index, { links: (answers.sites[index]?.links ?? []).toSpliced(link, 1) })
}

/**
 * Sites of a file beside those there are; one of the same name takes the place of that one, and a site with nothing in it goes. All of
 * them count as touched, so that what is wrong with them is told at once.
 */
export function withSitesOf(
  answers: Answers,
  read: readonly Omit<Site, 'key' | 'use' | 'existing'>[],
  around: Surroundings,
): Answers {
  const sites = answers.sites.filter((site) => !isBlank(site))
  const places = new Map(
    sites.flatMap((one, index) => (siteNameOf(one) === '' ? [] : [[nameKey(siteNameOf(one)), index]])),
  )
  for (const one of read) {
    const place = places.get(nameKey(one.name))
    const before = place === undefined ? undefined : sites[place]
    const made: Site = { ...one, key: before?.key ?? nextKey(sites), use: 'new', existing: '' }
    if (place === undefined) {
      places.set(nameKey(one.name), sites.length)
      sites.push(made)
    } else sites[place] = made
  }
  // Where blank ones went, places have moved: all that is left counts as touched.
  const touched = answers.touched.filter((field) => !/^sites\.\d/.test(field))
  return settled(
    touching({ ...answers, touched, sites }, ...sites.map((_, index) => `sites.${index}`)),
    around,
  )
}

export function nameKey(name: string): string {
  return name.trim().toLowerCase()
}

function isBlank({ use, existing, name, prefixes, links }: Site): boolean {
  if (use === 'existing') return existing === ''
  return (
    name.trim() === '' &&
    prefixes.every((one) => one.trim() === '') &&
    links.every(({ endpoint }) => endpoint.trim() === '')
  )
}
