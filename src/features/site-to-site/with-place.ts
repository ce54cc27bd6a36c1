import type { Answers } from '../../model/site-to-site/answers.ts'
import { siteNameOf } from '../../model/site-to-site/place.ts'
import { fieldLabel } from './field-label.ts'
import type { StepCheck } from './wizard.ts'

/** Below each other the same words would say nothing: `lng-onprem-1, AS number: Enter an AS number.` */
export function withPlace(
  { field, text }: Pick<StepCheck, 'field' | 'text'>,
  { sites }: Pick<Answers, 'sites'>,
): string {
  const [, at] = /^(?:sites|keys)\.(\d+)/.exec(field) ?? []
  const site = at === undefined || sites.length < 2 ? undefined : sites[Number(at)]
  const name = site && (siteNameOf(site) || `Device ${Number(at) + 1}`)
  const place = [name !== undefined && text.includes(name) ? undefined : name, fieldLabel(field)]
    .filter((one) => one !== undefined)
    .join(', ')
  return place === '' ? text : `${place}: ${text}`
}
