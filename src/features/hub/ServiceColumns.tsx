import { ChevronRightRegular, OpenRegular } from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import { ServiceIcon } from '../../components/ServiceIcon.tsx'
import { VerdictCountsLine } from '../../components/VerdictCountsLine.tsx'
import { count } from '../../model/format.ts'
import type { ServiceSummary } from '../../model/hub/summary.ts'
import { servicePath } from '../../model/list/view.ts'
import { serviceName, SERVICES } from '../../model/resources/kinds.ts'
import { countVerdicts } from '../../model/status/verdict.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { SERVICE_TEXTS } from './services.ts'
import styles from './ServiceColumns.module.css'

interface ServiceColumnsProps {
  /** Absent before the first answer: the same frame, without numbers. */
  services?: readonly ServiceSummary[]
  /** True while states still change: the frame keeps its height. */
  arriving: boolean
}

const NOTHING_YET: readonly ServiceSummary[] = SERVICES.map((service) => ({
  service,
  total: 0,
  counts: countVerdicts([]),
}))

/** The three services side by side: what each is for, and how it is. */
export function ServiceColumns({ services, arriving }: ServiceColumnsProps) {
  const narrow = useMedia('(max-width: 699.9px)')
  return (
    <ul className={styles.columns} aria-label="Services">
      {(services ?? NOTHING_YET).map((summary) => (
        <li key={summary.service} className={styles.column}>
          {narrow ? (
            <Narrow summary={summary} />
          ) : (
            <Wide summary={summary} counted={services !== undefined} />
          )}
          <div className={`${styles.counts} ${arriving ? styles.arriving : ''}`}>
            {services === undefined && <Skeleton width={200} />}
            <VerdictCountsLine
              counts={summary.counts}
              layout={narrow ? 'line' : 'stacked'}
              to={(verdict) =>
                servicePath(summary.service, { field: 'verdict', operator: 'is', values: [verdict] })
              }
            />
          </div>
          {narrow ? <SetUpLink service={summary.service} /> : <Actions service={summary.service} />}
        </li>
      ))}
    </ul>
  )
}

function Wide({ summary: { service, total }, counted }: { summary: ServiceSummary; counted: boolean }) {
  const { summary, useCases } = SERVICE_TEXTS[service]
  return (
    <>
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          <ServiceIcon service={service} />
        </span>
        <h2 className={styles.name}>{serviceName(service)}</h2>
        {counted ? (
          <Link className={styles.total} to={servicePath(service)}>
            {count(total, 'resource')}
            <span className={styles.hidden}> of {serviceName(service)}</span>
          </Link>
        ) : (
          <Skeleton width={72} />
        )}
      </div>
      <p className={styles.summary}>{summary}</p>
      <p className={styles.useCases}>{useCases.join(' · ')}</p>
    </>
  )
}

function Narrow({ summary: { service } }: { summary: ServiceSummary }) {
  return (
    <>
      <span className={styles.icon} aria-hidden>
        <ServiceIcon service={service} />
      </span>
      <h2 className={styles.name}>
        <Link className={styles.whole} to={servicePath(service)}>
          {serviceName(service)}
        </Link>
      </h2>
      <span className={styles.go} aria-hidden>
        <ChevronRightRegular />
      </span>
    </>
  )
}

function Actions({ service }: Pick<ServiceSummary, 'service'>) {
  return (
    <div className={styles.actions}>
      <Link className={styles.show} to={servicePath(service)}>
        Show resources<span className={styles.hidden}> of {serviceName(service)}</span>
      </Link>
      <SetUpLink service={service} />
      <DocumentationLink service={service} />
    </div>
  )
}

/** Where there is a guided way. */
export function SetUpLink({ service }: Pick<ServiceSummary, 'service'>) {
  switch (service) {
    case 'vpn':
      return (
        <Link className={styles.show} to="/create/site-to-site">
          Set up VPN
        </Link>
      )
    case 'expressroute':
      return (
        <Link className={styles.show} to="/create/expressroute">
          Set up ExpressRoute
        </Link>
      )
    case 'virtualwan':
      return (
        <Link className={styles.show} to="/create/branch">
          Connect a branch
        </Link>
      )
    default:
      return service satisfies never
  }
}

/** Leads out of the app, to Microsoft's own pages. */
export function DocumentationLink({ service }: Pick<ServiceSummary, 'service'>) {
  return (
    <a
      className={styles.documentation}
      href={SERVICE_TEXTS[service].documentation}
      target="_blank"
      rel="noreferrer"
    >
      Documentation
      <span className={styles.hidden}> of {serviceName(service)}, opens a new tab</span>
      <OpenRegular aria-hidden />
    </a>
  )
}
