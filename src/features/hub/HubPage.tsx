import { useMemo } from 'react'
import { summarise } from '../../model/hub/summarise.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { EmptyHub } from './EmptyHub.tsx'
import { HubHeading } from './HubHeading.tsx'
import { HubList } from './HubList.tsx'
import { HubProblem } from './HubProblem.tsx'
import { HubSection } from './HubSection.tsx'
import { NeedsAttention } from './NeedsAttention.tsx'
import { ServiceColumns } from './ServiceColumns.tsx'
import { useSettled } from './use-settled.ts'

/** How things are, first in one sentence, then service by service, then what is wrong, then everything. */
export function HubPage() {
  const { estate, phase, error, refresh } = useEstate()
  const demo = useDemo() !== undefined
  const summary = useMemo(() => summarise(estate, phase), [estate, phase])
  const settled = useSettled(phase)
  if (error && estate.rows.length === 0) return <HubProblem error={error} demo={demo} onTryAgain={refresh} />

  const arriving = phase !== 'done'
  const nothingYet = phase === 'starting' && estate.rows.length === 0
  return (
    <>
      <title>Hub · Hybrid Connectivity Hub</title>
      <HubHeading
        sentence={summary.sentence}
        extent={nothingYet ? '' : summary.extent}
        estate={estate}
        arriving={arriving}
      />
      {summary.empty ? (
        <EmptyHub />
      ) : (
        <>
          <ServiceColumns services={nothingYet ? undefined : summary.services} arriving={arriving} />
          <HubSection name="Needs attention">
            <NeedsAttention
              items={summary.attention}
              partial={
                estate.unreadable.length > 0 || summary.services.some(({ counts }) => counts.notChecked > 0)
              }
              arriving={arriving}
              waiting={!settled}
            />
          </HubSection>
          <HubSection name="The list of resources">
            <HubList rows={estate.rows} phase={phase} />
          </HubSection>
        </>
      )}
    </>
  )
}
