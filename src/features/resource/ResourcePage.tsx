import type { ReactNode } from 'react'
import type { Estate } from '../../model/estate.ts'
import type { HubError } from '../../model/errors.ts'
import type { TabId } from '../../model/resources/kinds.ts'
import { kindRow } from '../../model/resources/kinds.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { judgementOf } from './joined.ts'
import { JsonTab } from './JsonTab.tsx'
import { Overview } from './Overview.tsx'
import { PageHeader } from './PageHeader.tsx'
import { StaleNotice } from './StaleNotice.tsx'
import { Tabs } from './Tabs.tsx'
import { VerdictBar } from './VerdictBar.tsx'

interface ResourcePageProps {
  resource: Resource
  estate: Estate
  tab: TabId
  /** Why it could not be read again: what is shown is older. */
  problem?: HubError | undefined
  actions: ReactNode
  /** Tables of children that are read for this page alone. */
  children?: ReactNode
  tagsEditing?: ReactNode
}

/** Any resource: verdict, then what proves it. */
export function ResourcePage({
  resource,
  estate,
  tab,
  problem,
  actions,
  children,
  tagsEditing,
}: ResourcePageProps) {
  const { id, key, name, kind, source } = resource
  const kindName = kind === 'other' ? resource.type : kindRow(kind).name
  return (
    <>
      <title>{`${name} · Hybrid Connectivity Hub`}</title>
      <PageHeader id={id} name={name} kind={kind} kindName={kindName} actions={actions} />
      <VerdictBar judgement={judgementOf(resource, estate)} ownKey={key} source={source} />
      {problem && <StaleNotice error={problem} readAt={resource.readAt} />}
      <Tabs id={id} kind={kind} current={tab} />
      {tab === 'json' ? (
        <JsonTab resource={resource} />
      ) : (
        <Overview resource={resource} estate={estate} tagsEditing={tagsEditing}>
          {children}
        </Overview>
      )}
    </>
  )
}
