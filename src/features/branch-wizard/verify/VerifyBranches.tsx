import { Input, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import {
  branchesHeadline,
  readingFailed,
  linkStatesOf,
  linkStateWord,
  rankOf,
  worstOf,
  type LinkState,
} from '../../../model/branch/link-states.ts'
import type { BranchTargets } from '../../../model/branch/targets.ts'
import { count } from '../../../model/format.ts'
import { keyOf, nameOfId, resourcePath } from '../../../model/paths.ts'
import type { Verdict } from '../../../model/status/verdict.ts'
import { useBranchLinks } from '../../../queries/use-branch-links.ts'
import { useReadOnce } from '../../../queries/use-coming-up.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import list from '../Branches.module.css'
import { DemoDevices } from './DemoDevices.tsx'

const VERDICTS: Record<LinkState, Verdict> = {
  down: 'down',
  untold: 'unknown',
  connecting: 'inProgress',
  making: 'inProgress',
  up: 'healthy',
}

/** So many have a filter. */
const MANY = 8

/** Whether the branches carry traffic: each link with its state, the worst first. */
export function VerifyBranches({ targets }: { targets: BranchTargets }) {
  const { connectionIds, gatewayId, otherIds } = targets
  const { estate } = useEstate()
  const watched = useBranchLinks(connectionIds)
  useReadOnce([gatewayId, ...otherIds])
  const [typed, setTyped] = useState('')
  const [onlyDown, setOnlyDown] = useState(false)
  const branches = watched.map(({ id, connection, error }) => {
    const links = connection && error?.kind !== 'notFound' ? linkStatesOf(connection) : []
    const site = estate.resources.get(keyOf(connection?.siteId ?? ''))
    return {
      id,
      name: nameOfId(connection?.siteId ?? id),
      links: links.map((link) => ({
        ...link,
        endpoint:
          site?.kind === 'vpnSite'
            ? endpointOf(site.links.find(({ name }) => name === link.name))
            : undefined,
      })),
      state: links.length === 0 ? ('untold' as const) : worstOf(links.map(({ state }) => state)),
      error,
    }
  })
  const words = typed.trim().toLowerCase()
  const shown = branches
    .filter(({ name, state }) => (!onlyDown || state !== 'up') && name.toLowerCase().includes(words))
    .toSorted((one, other) => rankOf(one.state) - rankOf(other.state) || one.name.localeCompare(other.name))
  const notUp = branches.filter(({ state }) => state !== 'up').length
  return (
    <div className={styles.page}>
      <div>
        <div role="status">
          <h1 className={styles.title} tabIndex={-1}>
            {branchesHeadline(branches.map(({ state }) => state))}
          </h1>
        </div>
        {notUp > 0 && (
          <p className={styles.note}>
            Azure is asked anew while you look. A link that waits for its device is loaded with the VPN
            configuration of the step Devices: its key has to be the same as in Azure.
          </p>
        )}
      </div>
      <DemoDevices
        all={connectionIds}
        notUp={branches.flatMap(({ id, state }) => (state === 'up' ? [] : [id]))}
      />
      {branches.length >= MANY && (
        <div className={list.tools}>
          <Input
            className={list.filter}
            type="search"
            aria-label="Filter branches"
            placeholder="Filter by name"
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
          <ToggleButton checked={onlyDown} onClick={() => setOnlyDown(!onlyDown)}>
            Not connected ({notUp})
          </ToggleButton>
          <span className={styles.quiet} role="status">
            {shown.length === branches.length
              ? count(shown.length, 'branch', 'branches')
              : `${shown.length} of ${count(branches.length, 'branch', 'branches')}`}
          </span>
        </div>
      )}
      <ul className={list.rows} aria-label="Branches">
        {shown.map(({ id, name, links, error }) => (
          <li key={id} className={list.row}>
            <span className={list.name}>
              <Link className={styles.link} to={resourcePath(id)}>
                <bdi>{name}</bdi>
              </Link>
            </span>
            <span className={list.links}>
              {error && (
                <span className={list.link}>
                  <VerdictIcon verdict="unknown" />
                  {readingFailed(error, links.length > 0)}
                </span>
              )}
              {links.map(({ name: link, state, endpoint }) => (
                <span key={link} className={list.link}>
                  <VerdictIcon verdict={VERDICTS[state]} />
                  <span>
                    {linkStateWord(state)}: <bdi>{link}</bdi>
                    {endpoint !== undefined && (
                      <>
                        {' '}
                        at <bdi>{endpoint}</bdi>
                      </>
                    )}
                  </span>
                </span>
              ))}
              {links.some(({ state }) => state === 'down') && (
                <Link className={styles.link} to={resourcePath(id, 'why')}>
                  See why<span className={list.unseen}> {name} is not connected</span>
                </Link>
              )}
              {!error && links.length === 0 && <span className={styles.quiet}>Being read</span>}
            </span>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={styles.text}>No branch is like that.</p>}
      {notUp === 0 && (
        <section className={styles.section} aria-label="What to do next">
          <h2 className={styles.heading}>What to do next</h2>
          <ul className={styles.next}>
            <li>Send something through each tunnel, such as a ping to an address behind the device.</li>
            <li>
              <Link className={styles.link} to={resourcePath(gatewayId)}>
                Open {nameOfId(gatewayId)}
              </Link>
              : instances, all its branches, BGP and routes.
            </li>
            <li>
              Have somebody told when a tunnel falls: an alert of Azure Monitor on the gateway, on
              TunnelAverageBandwidth below 1 byte a second or, with BGP, on BgpPeerStatus below 1.
            </li>
          </ul>
        </section>
      )}
    </div>
  )
}

function endpointOf(link: { ipAddress?: string; fqdn?: string } | undefined): string | undefined {
  return link?.ipAddress ?? link?.fqdn
}
