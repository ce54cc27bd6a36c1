import type { Answers } from '../../model/branch/answers.ts'
import { siteNameOf } from '../../model/branch/place.ts'
import type { StepCheck } from './wizard.ts'

/** Of many sites, which one is meant: below each other the same words would say nothing. */
export function withPlace(
  { field, text }: Pick<StepCheck, 'field' | 'text'>,
  { sites }: Pick<Answers, 'sites'>,
): string {
  const [, at, link] = /^sites\.(\d+)(?:\.links\.(\d+))?/.exec(field) ?? []
  const site = at === undefined ? undefined : sites[Number(at)]
  if (!site) return text
  const name = siteNameOf(site) || `Site ${Number(at) + 1}`
  const linkName = link === undefined || site.links.length < 2 ? undefined : site.links[Number(link)]?.name
  const place = [
    ...(sites.length > 1 && !text.includes(name) ? [name] : []),
    ...(linkName !== undefined && linkName !== '' ? [linkName] : []),
  ].join(', ')
  return place === '' ? text : `${place}: ${text}`
}
