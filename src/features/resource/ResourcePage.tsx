import { lazy, type ReactNode, Suspense, use } from 'react'
import { Link } from 'react-router-dom'
import type { Estate } from '../../model/estate.ts'
import type { HubError } from '../../model/errors.ts'
import { resourcePath } from '../../model/paths.ts'
import { kindRow } from '../../model/resources/kinds.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { type TabId, tabsOf } from '../../model/resources/tabs.ts'
import { isInherited, type Judgement, needsExplaining } from '../../model/status/verdict.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { judgementOf } from './joined.ts'
import { JsonTab } from './JsonTab.tsx'
import { kindPageOf, KindPagesContext } from './kind-pages.ts'
import { Overview } from './Overview.tsx'
import { PageHeader } from './PageHeader.tsx'
import { StaleNotice } from './StaleNotice.tsx'
import { Tabs } from './Tabs.tsx'
import { VerdictBar } from './VerdictBar.tsx'

const RunningLine = lazy(async () => ({ default: (await import('./RunningLine.tsx')).RunningLine }))
const CircuitVerdict = lazy(async () => ({
  default: (await import('./CircuitVerdict.tsx')).CircuitVerdict,
}))

interface ResourcePageProps {
  resource: Resource
  estate: Estate
  /** The lists of the estate are not in yet: what is missing from it may be there. */
  beingRead?: boolean
  tab: TabId
  /** Why it could not be read again: what is shown is older. */
  problem?: HubError | undefined
  actions: ReactNode
  /** How what was changed from here stands. */
  writes?: ReactNode
  /** Tables of children that are read for this page alone. */
  children?: ReactNode
  tagsEditing?: ReactNode
}

/** Any resource: verdict, then what proves it. */
export function ResourcePage({
  resource,
  estate,
  beingRead = false,
  tab,
  problem,
  actions,
  writes,
  children,
  tagsEditing,
}: ResourcePageProps) {
  const { id, key, name, kind, source } = resource
  const { lead: Lead, steps: Steps, tabs = {} } = kindPageOf(use(KindPagesContext), resource)
  const Tab = tabs[tab]
  const part = { resource, estate }
  const judgement = judgementOf(resource, estate)
  // What a hub repeats of its gateways is explained on their connections, not by its own rules.
  const explains = kind !== 'virtualHub' || !isInherited(judgement)
  const why = ({ verdict }: Judgement) =>
    tab !== 'why' &&
    tabsOf(resource).includes('why') &&
    explains &&
    needsExplaining(verdict) && <Link to={resourcePath(id, 'why')}>See why it is not up</Link>
  const verdict = <VerdictBar judgement={judgement} ownKey={key} source={source} why={why(judgement)} />
  const kindName = kind === 'other' ? resource.type : kindRow(kind).name
  return (
    <>
      <title>{`${name} · Hybrid Connectivity Hub`}</title>
      <PageHeader id={id} name={name} kind={kind} kindName={kindName} actions={actions} />
      {/* Its paths are asked about only where the app gives a circuit its parts. */}
      {resource.kind === 'expressRouteCircuit' && Steps ? (
        <Suspense fallback={verdict}>
          <CircuitVerdict circuit={resource} judgement={judgement} why={why} />
        </Suspense>
      ) : (
        verdict
      )}
      {writes}
      <Part>
        <RunningLine id={id} />
      </Part>
      {problem && <StaleNotice id={resource.id} error={problem} readAt={resource.readAt} />}
      <Tabs
        id={id}
        tabs={tabsOf(resource)}
        current={tab}
        // What is up has no reason not to be: its rules are looked at all the same.
        {...((judgement.verdict === 'healthy' || !explains) && { names: { why: 'Why' } })}
      />
      {tab === 'json' ? (
        <JsonTab resource={resource} />
      ) : Tab ? (
        <Part key={tab}>
          <Tab {...part} />
        </Part>
      ) : (
        <Overview
          resource={resource}
          estate={estate}
          beingRead={beingRead}
          tagsEditing={tagsEditing}
          steps={
            Steps && (
              <Part>
                <Steps {...part} />
              </Part>
            )
          }
          lead={
            Lead && (
              <Part>
                <Lead {...part} />
              </Part>
            )
          }
        >
          {children}
        </Overview>
      )}
    </>
  )
}

/** A part of the page that is loaded by itself: while it is on its way, or where it did not come, the rest stands. */
function Part({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary fallback={() => <p>This part could not be loaded. Reload the page.</p>}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  )
}
