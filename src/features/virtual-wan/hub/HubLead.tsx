import { FieldValueView } from '../../../components/fields/FieldValueView.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import type { Field } from '../../../model/details/field.ts'
import type { Estate } from '../../../model/estate.ts'
import type { VirtualHub } from '../../../model/resources/virtual-wan.ts'
import { hubFindings } from '../../../model/virtual-wan/findings/hub-findings.ts'
import { hubSettings } from '../../../model/virtual-wan/hub-settings.ts'
import { hubStates, isRouteServer, type HubState } from '../../../model/virtual-wan/readiness.ts'
import { readChildren, useAppliances, useHubChildren } from '../../../queries/use-hub-children.ts'
import { Findings } from '../Findings.tsx'
import styles from '../Parts.module.css'

interface HubLeadProps {
  resource: VirtualHub
  estate: Estate
}

/** First on the page of a hub: its two states apart, what its router carries and prefers, and what stands out. */
export default function HubLead({ resource: hub, estate }: HubLeadProps) {
  const states = hubStates(hub)
  const server = isRouteServer(hub)
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-label="Readiness">
        <dl className={styles.states}>
          {states.map((state) => (
            <State key={state.title} state={server ? { ...state, ...asServer(state) } : state} />
          ))}
        </dl>
      </section>
      {!server && (
        <>
          <Settings fields={hubSettings(hub)} />
          <HubFindings hub={hub} estate={estate} />
        </>
      )}
    </div>
  )
}

/** A Route Server has no hub's children. */
function asServer({ title }: HubState): Partial<HubState> {
  return title === 'Router'
    ? { meaning: 'The state of its two instances, which exchange routes with the peers.' }
    : { title: 'Route Server', meaning: 'The state of its last change.' }
}

function State({ state: { title, member, value, verdict, meaning } }: { state: HubState }) {
  return (
    <div className={styles.state}>
      <dt>
        {title}, {member}
      </dt>
      <dd className={styles.value}>
        <VerdictIcon verdict={verdict} alone />
        <bdi>{value ?? 'not given'}</bdi>
      </dd>
      <dd>{meaning}</dd>
    </div>
  )
}

function Settings({ fields }: { fields: readonly Field[] }) {
  return (
    <section className={styles.section} aria-label="Router">
      <h2 className={styles.heading}>Router</h2>
      <dl className={styles.settings}>
        {fields.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <FieldValueView value={value} label={label} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function HubFindings({ hub, estate }: { hub: VirtualHub; estate: Estate }) {
  const children = useHubChildren(hub.id)
  const appliances = useAppliances(hub.networkVirtualApplianceIds)
  const states = Object.values(children).map(({ is }) => is)
  const failed = appliances.refused || states.includes('failed')
  const reading = appliances.reading || states.includes('asking')
  return (
    <Findings
      findings={hubFindings(hub, estate, { ...readChildren(children), appliances: appliances.read })}
      unread={
        failed
          ? 'Not all that is in the hub could be read; nothing is said of what is missing.'
          : reading
            ? 'Not all that is in the hub has been read yet.'
            : undefined
      }
    />
  )
}
