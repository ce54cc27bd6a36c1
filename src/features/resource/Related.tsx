import { useState } from 'react'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { RelatedGroup, RelatedGroups, RelatedItem } from './related-groups.ts'
import { SectionFrame } from '../../components/fields/SectionFrame.tsx'
import styles from './Related.module.css'

/** What it uses and what uses it. */
export function Related({ uses, usedBy, beingRead }: RelatedGroups & { beingRead: boolean }) {
  const nothing = uses.length === 0 && usedBy.length === 0
  const unused = beingRead
    ? 'What refers to it is being read.'
    : nothing
      ? 'It refers to no other resource, and nothing that was read refers to it.'
      : 'Nothing that was read refers to it.'
  return (
    <SectionFrame title="Related resources">
      {nothing ? (
        <p className={styles.none}>{unused}</p>
      ) : (
        <div className={styles.ways}>
          <Way title="Uses" groups={uses} none="It refers to no other resource." />
          <Way title="Used by" groups={usedBy} none={unused} />
        </div>
      )}
    </SectionFrame>
  )
}

function Way({ title, groups, none }: { title: string; groups: readonly RelatedGroup[]; none: string }) {
  return (
    <div className={styles.way}>
      <h3 className={styles.title}>{title}</h3>
      {groups.length === 0 && <p className={styles.none}>{none}</p>}
      {groups.map((group) => (
        <Group key={group.role} group={group} />
      ))}
    </div>
  )
}

const SHOWN = 8

function Group({ group: { role, items } }: { group: RelatedGroup }) {
  const [all, setAll] = useState(false)
  const hidden = items.length - SHOWN
  return (
    <div className={styles.group}>
      <h4 className={styles.role}>
        {role} {items.length > 1 && <span className={styles.count}>{items.length}</span>}
      </h4>
      <ul className={styles.list}>
        {(all ? items : items.slice(0, SHOWN)).map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${hidden} more`}
        </button>
      )}
    </div>
  )
}

function Item({ item: { id, name, kindName, region, verdict } }: { item: RelatedItem }) {
  return (
    <li className={styles.item}>
      <VerdictIcon verdict={verdict ?? 'notChecked'} alone />
      <span className={styles.name}>
        <ResourceLink id={id} name={name} />
      </span>
      <span className={styles.kind} title={kindName}>
        <bdi>{kindName}</bdi>
      </span>
      <span className={styles.region}>{verdict === undefined ? 'not read' : <bdi>{region}</bdi>}</span>
    </li>
  )
}
