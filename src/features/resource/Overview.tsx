import type { ReactNode } from 'react'
import { detailsOf } from '../../model/details/details.ts'
import type { FieldValue } from '../../model/details/field.ts'
import type { Estate } from '../../model/estate.ts'
import type { Kind, Resource } from '../../model/resources/resource.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { baseFields } from './base-fields.ts'
import { Essentials } from './Essentials.tsx'
import { linksOf } from './joined.ts'
import { pathStrip } from './path-strip.ts'
import { PathStrip } from './PathStrip.tsx'
import { readFrom } from './read-words.ts'
import { Related } from './Related.tsx'
import { relatedGroups } from './related-groups.ts'
import { Rights } from './rights/Rights.tsx'
import { SectionTable } from '../../components/fields/SectionTable.tsx'
import { Tags } from './tags/Tags.tsx'
import styles from './Overview.module.css'

/** Kinds whose tables say whether traffic flows: that comes before what they are. */
const STATE_FIRST = new Set<Kind>([
  'connection',
  'vpnConnection',
  'virtualNetworkGateway',
  'vpnGateway',
  'expressRoutePort',
])

/** Essentials that tell what the other resources make of it. */
const FROM_OTHERS = new Set(['Resiliency'])

interface OverviewProps {
  resource: Resource
  estate: Estate
  /** The lists of the estate are not in yet: what is missing from it may be there, so nothing is said to be missing. */
  beingRead: boolean
  /** Tables of children that are read for this page alone. */
  children?: ReactNode
  /** What can be done with the tags. */
  tagsEditing?: ReactNode
  /** In place of the strip and of the tables of states. */
  lead?: ReactNode
  /** Under the strip. */
  steps?: ReactNode
}

export function Overview(props: OverviewProps) {
  const { resource, estate, beingRead, children, tagsEditing, lead, steps } = props
  const cut = useDemo()?.opened?.snapshot?.cut
  const { essentials, sections } = detailsOf(resource, estate, cut)
  const tables = sections.map((section) => (
    <SectionTable key={section.title} section={beingRead ? { ...section, empty: NOTHING_YET } : section} />
  ))
  const known = essentials.map((field) =>
    beingRead && FROM_OTHERS.has(field.label)
      ? { ...field, value: { is: 'absent' as const, text: 'The other resources are being read' } }
      : field,
  )
  const fields = [...baseFields(resource, estate), ...known, { label: 'Source', value: read(resource) }]
  const first = STATE_FIRST.has(resource.kind)
  const strip = pathStrip(resource, estate, beingRead)
  return (
    <div className={styles.overview}>
      {lead ?? (
        <>
          {strip && <PathStrip strip={strip} ownKey={resource.key} />}
          {steps}
          {first && tables}
        </>
      )}
      <Essentials fields={fields} id={resource.id} />
      {!first && tables}
      {children}
      <Related {...relatedGroups(linksOf(resource, estate), estate)} beingRead={beingRead} />
      <Tags tags={resource.tags}>{tagsEditing}</Tags>
      <Rights resource={resource} />
    </div>
  )
}

const NOTHING_YET = 'Nothing so far: the other resources are being read.'

function read({ source, readAt }: Resource): FieldValue {
  const items: FieldValue[] = [
    { is: 'text', text: readFrom(source) },
    { is: 'time', text: new Date(readAt).toISOString() },
  ]
  return { is: 'list', items }
}
