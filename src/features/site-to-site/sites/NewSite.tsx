import { SiteFields } from '../../../components/site/SiteFields.tsx'
import type { ShownProblem } from '../../../components/site/shown-problem.ts'
import type { SiteValues } from '../../../model/edits/site.ts'
import type { Site } from '../../../model/site-to-site/answers.ts'
import { useWizard } from '../wizard.ts'
import { withSiteAt } from '../with-answers.ts'

const FIELDS: readonly ShownProblem['field'][] = [
  'address',
  'fqdn',
  'prefixes',
  'bgp',
  'asn',
  'peer',
  'weight',
]

/** Where a new device is, what is behind it and its BGP. */
export function NewSite({ site, index }: { site: Site; index: number }) {
  const { said, edit } = useWizard()
  const place = `sites.${index}.values.`
  const about = (field: ShownProblem['field'], at: string, row?: number) =>
    said(`${place}${at}`).map(({ is, text, remedy }): ShownProblem => ({
      field,
      is,
      text,
      ...(row !== undefined && { index: row }),
      ...(remedy && { fix: remedy }),
    }))
  const problems = [
    ...FIELDS.flatMap((field) => about(field, field)),
    ...site.values.prefixes.flatMap((_, row) => about('prefixes', `prefixes.${row}`, row)),
  ]

  /** Each field that changed is one that somebody touched. */
  function change(values: Partial<SiteValues>) {
    const [member = 'address'] = Object.keys(values)
    edit(`${place}${member}`, (now) =>
      withSiteAt(now, index, { values: { ...(now.sites[index] ?? site).values, ...values } }),
    )
  }

  return <SiteFields values={site.values} problems={problems} idPrefix={place} onChange={change} />
}
