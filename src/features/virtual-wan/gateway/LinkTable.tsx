import { Input, ToggleButton } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { bytes, count } from '../../../model/format.ts'
import { isWrong, type JudgedLink } from '../../../model/virtual-wan/findings/link-findings.ts'
import { linkStatus, linkVerdict } from '../../../model/virtual-wan/link-status.ts'
import { type LinkTunnel, tunnelVerdict, tunnelWords } from '../../../model/virtual-wan/link-tunnels.ts'
import { siteNameOf } from '../../../model/virtual-wan/site-links.ts'
import { useMedia } from '../../../ui/use-media.ts'
import styles from './LinkTable.module.css'

interface LinkTableProps {
  links: readonly JudgedLink[]
  /** The instances of the gateway, "Instance 0". */
  instances: readonly string[]
}

const PHONE = '(max-width: 699.9px)'
const HEIGHT = 36
const PHONE_HEIGHT = 92
/** So many are drawn as they are; of more only what is in view. */
const FEW = 60
/** From so many on there is a filter. */
const MANY = 8

/** Every link of every site, the worst first, with its status as a whole and on each instance. */
export function LinkTable({ links, instances }: LinkTableProps) {
  const [typed, setTyped] = useState('')
  const [onlyDown, setOnlyDown] = useState(false)
  const words = typed.trim().toLowerCase()
  const notUp = links.filter(isWrong).length
  const shown = links.filter(
    (one) =>
      (!onlyDown || isWrong(one)) &&
      `${siteNameOf(one)} ${one.link.name} ${one.connection.name}`.toLowerCase().includes(words),
  )
  return (
    <>
      {links.length >= MANY && (
        <div className={styles.tools}>
          <Input
            className={styles.filter}
            type="search"
            aria-label="Filter links"
            placeholder="Filter by site, link or connection"
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
          <ToggleButton checked={onlyDown} onClick={() => setOnlyDown(!onlyDown)}>
            Not all up ({notUp})
          </ToggleButton>
          <span className={styles.quiet} role="status">
            {shown.length === links.length
              ? count(links.length, 'link')
              : `${shown.length} of ${count(links.length, 'link')}`}
          </span>
        </div>
      )}
      {shown.length === 0 ? (
        <p className={styles.quiet}>No link is like that.</p>
      ) : (
        <Rows links={shown} instances={instances} />
      )}
    </>
  )
}

function Rows({ links, instances }: LinkTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const height = useMedia(PHONE) ? PHONE_HEIGHT : HEIGHT
  const many = links.length > FEW
  const virtualizer = useVirtualizer({
    count: links.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 8,
    enabled: many,
  })
  const drawn = many
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : links.map((_, index) => ({ index, start: index * height }))
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="region"
      aria-label="Sites and links, table"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <div role="table" aria-label="Sites and links" aria-rowcount={links.length + 1}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            <span role="columnheader">Status</span>
            <span role="columnheader">Site</span>
            <span role="columnheader">Link</span>
            {instances.map((one) => (
              <span key={one} role="columnheader">
                {one}
              </span>
            ))}
            <span role="columnheader">Protocol</span>
            <span role="columnheader" className={styles.end}>
              Received
            </span>
            <span role="columnheader" className={styles.end}>
              Sent
            </span>
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: links.length * height }}>
          {drawn.map(({ index, start }) => {
            const one = links[index]
            return (
              one && (
                <div
                  key={`${one.connection.key} ${one.link.name}`}
                  role="row"
                  aria-rowindex={index + 2}
                  className={`${styles.row} ${styles.placed}`}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <LinkCells one={one} instances={instances} />
                </div>
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}

function LinkCells({ one, instances }: { one: JudgedLink; instances: readonly string[] }) {
  const { connection, link, site } = one
  return (
    <>
      <span role="cell" className={`${styles.state} ${styles.status}`}>
        <VerdictIcon verdict={linkVerdict(one)} alone />
        <bdi>{linkStatus(one)}</bdi>
      </span>
      <span role="cell">{site ? <ResourceLink id={site.id} /> : <bdi>{siteNameOf(one)}</bdi>}</span>
      <span role="cell" className={styles.link}>
        <ResourceLink id={connection.id} name={link.name} />
      </span>
      {instances.map((label, index) => (
        <Tunnel key={label} label={label} tunnel={one.tunnels?.[index]} />
      ))}
      <span role="cell" className={styles.wideOnly}>
        {link.protocol ?? 'not given'}
        {link.enableBgp && ', BGP'}
      </span>
      <span role="cell" className={`${styles.end} ${styles.wideOnly}`}>
        {link.ingressBytes === undefined ? '–' : bytes(link.ingressBytes)}
      </span>
      <span role="cell" className={`${styles.end} ${styles.wideOnly}`}>
        {link.egressBytes === undefined ? '–' : bytes(link.egressBytes)}
      </span>
    </>
  )
}

function Tunnel({ label, tunnel }: { label: string; tunnel: LinkTunnel | undefined }) {
  const state = tunnel?.state ?? 'not asked'
  const words = tunnelWords(state)
  return (
    <span role="cell" className={`${styles.state} ${styles.tunnel}`} title={`${label}: ${words}`}>
      <VerdictIcon verdict={tunnelVerdict(state)} alone />
      <span className={styles.phoneOnly} aria-hidden>
        {label}:
      </span>
      {state === 'not asked' ? <span className={styles.quiet}>{words}</span> : words}
    </span>
  )
}
