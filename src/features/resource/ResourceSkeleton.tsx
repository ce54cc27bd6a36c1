import type { ReactNode } from 'react'
import { nameOfId, typeOfId } from '../../model/paths.ts'
import { kindOfType, kindRow } from '../../model/resources/kinds.ts'
import { type TabId, tabsOfKind } from '../../model/resources/tabs.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { PageHeader } from './PageHeader.tsx'
import { Tabs } from './Tabs.tsx'
import styles from './ResourceSkeleton.module.css'

interface ResourceSkeletonProps {
  id: string
  tab: TabId
  actions: ReactNode
}

/** The page before anything was read: what its address already says, in the places where it stays. */
export function ResourceSkeleton({ id, tab, actions }: ResourceSkeletonProps) {
  const kind = kindOfType(typeOfId(id) ?? '')
  const name = nameOfId(id)
  return (
    <div aria-busy>
      <title>{`${name} · Hybrid Connectivity Hub`}</title>
      <PageHeader id={id} name={name} kind={kind} kindName={kindRow(kind).name} actions={actions} />
      <div className={styles.bar}>
        <Skeleton width={320} />
        <span className={styles.said} role="status">
          Reading {name}
        </span>
      </div>
      <Tabs id={id} tabs={tabsOfKind(kind)} current={tab} />
      <div className={styles.fields}>
        {WIDTHS.map((width, index) => (
          <div key={index} className={styles.field}>
            <Skeleton width={96} />
            <Skeleton width={width} />
          </div>
        ))}
      </div>
    </div>
  )
}

const WIDTHS = [120, 160, 104, 88, 200, 72, 144, 112, 96, 168]
