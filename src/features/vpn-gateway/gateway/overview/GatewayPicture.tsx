import type { CSSProperties, ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { ResourceLink } from '../../../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../../../components/VerdictIcon.tsx'
import { count } from '../../../../model/format.ts'
import { resourcePath } from '../../../../model/paths.ts'
import { regionName } from '../../../../model/resources/regions.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { type Verdict, verdictWord } from '../../../../model/status/verdict.ts'
import type { GatewayTunnel } from '../../../../model/vpn/gateway-tunnels.ts'
import { type DrawnTunnel, type Layout, layoutOf, pathOf } from './layout.ts'
import type { Picture, PictureInstance, PictureSite } from './picture.ts'
import styles from './GatewayPicture.module.css'

interface GatewayPictureProps {
  gateway: VirtualNetworkGateway
  picture: Picture
}

/**
 * On-premises left, Azure right; each tunnel a line from a site to the instance that ends it. Where there is little room the
 * same stands one below the other, and the lines are said instead of drawn.
 */
export function GatewayPicture({ gateway, picture }: GatewayPictureProps) {
  const layout = layoutOf(picture)
  const { network, peers } = picture
  return (
    <section aria-label="From on-premises to Azure" className={styles.frame}>
      <div className={styles.picture} style={at({ height: layout.height, middle: layout.middle })}>
        <Lines tunnels={layout.tunnels} height={layout.height} />
        <Sites picture={picture} layout={layout} />
        <Gateway gateway={gateway} picture={picture} layout={layout} />
        {network && (
          <>
            <span className={styles.join} aria-hidden />
            <div className={styles.place}>
              <p className={styles.where}>
                Azure{gateway.location === undefined ? '' : `, ${regionName(gateway.location)}`}
              </p>
              <Box verdict={network.verdict} facts={network.facts}>
                <ResourceLink id={network.id} name={network.name} />
              </Box>
            </div>
          </>
        )}
        {peers && (
          <>
            <span className={styles.join} aria-hidden />
            <div className={styles.place}>
              <Box verdict={peers.verdict} facts={peers.facts}>
                <Link className={styles.link} to={resourcePath(peers.id)}>
                  <bdi>{peers.words}</bdi>
                </Link>
              </Box>
            </div>
          </>
        )}
      </div>
    </section>
  )
}

/** Lengths as custom properties, in pixels: the narrow drawing has no use for them. */
function at(lengths: Record<string, number>): CSSProperties {
  return Object.fromEntries(Object.entries(lengths).map(([name, value]) => [`--${name}`, `${value}px`]))
}

function Lines({ tunnels, height }: { tunnels: readonly DrawnTunnel[]; height: number }) {
  return (
    <svg className={styles.lines} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden>
      {tunnels.map((drawn) => (
        <path
          key={drawn.tunnel.key}
          className={`${styles.line} ${styles[drawn.tunnel.verdict] ?? ''}`}
          d={pathOf(drawn)}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

interface PartProps {
  picture: Picture
  layout: Layout
}

function Sites({ picture: { sites, more }, layout }: PartProps) {
  return (
    <div className={styles.sites}>
      <p className={styles.premises}>On-premises</p>
      {sites.length === 0 && <p className={styles.nothing}>No connection known</p>}
      <ol className={styles.list}>
        {sites.map((site, index) => (
          <li key={site.id} className={styles.site}>
            <div className={styles.end} style={at({ top: layout.sites[index] ?? 0 })}>
              <Box verdict={site.verdict} facts={[site.facts.join(' · ')]}>
                <ResourceLink id={site.id} name={site.name} />
              </Box>
            </div>
            <Joins site={site} layout={layout} />
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.more}>and {more} more, listed below</p>}
    </div>
  )
}

/** The connections of a site, and their tunnels. */
function Joins({ site, layout }: { site: PictureSite; layout: Layout }) {
  const keys = [...new Set(site.tunnels.map(({ connection }) => connection.key))]
  return keys.map((key) => {
    const label = layout.labels.find((one) => one.key === key)
    const drawn = layout.tunnels.filter(({ tunnel }) => tunnel.connection.key === key)
    if (!label) return null
    return (
      <div key={key} className={styles.connection}>
        <div className={styles.label} style={at({ top: label.top })}>
          <ResourceLink id={label.tunnel.connection.id} name={label.tunnel.connection.name} />
        </div>
        <ul className={styles.list}>
          {drawn.map(({ tunnel, mark }) => (
            <li
              key={tunnel.key}
              className={styles.mark}
              style={{ ...at({ top: mark.top }), ['--across' as string]: mark.across / 100 }}
            >
              <Link className={styles.tunnel} to={tunnelPath(tunnel)} title={tunnelWords(tunnel)}>
                <VerdictIcon verdict={tunnel.verdict} />
                <span className={styles.words}>{tunnelWords(tunnel)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    )
  })
}

function tunnelPath({ connection, verdict }: GatewayTunnel): string {
  return resourcePath(connection.id, verdict === 'healthy' ? 'overview' : 'why')
}

function tunnelWords({ tunnel, instance, status, verdict }: GatewayTunnel): string {
  const side = instance?.label ?? (tunnel ? 'Instance not told' : 'Tunnels not told')
  return `${side}: ${status ?? verdictWord(verdict)}`
}

function Gateway({ gateway, picture, layout }: PartProps & { gateway: VirtualNetworkGateway }) {
  return (
    <div className={styles.gateway} style={at({ first: layout.instances[0] ?? layout.middle - 22 })}>
      <p className={styles.name}>
        <bdi>{gateway.name}</bdi>
      </p>
      {picture.instances.length === 0 ? (
        <p className={styles.nothing}>Azure lists no IP configuration</p>
      ) : (
        <ol className={styles.instances}>
          {picture.instances.map((one) => (
            <li key={one.instance.label}>
              <Box verdict={one.verdict} facts={[instanceFacts(one)]}>
                {one.instance.publicIPAddressId === undefined ? (
                  one.instance.label
                ) : (
                  <Link className={styles.link} to={resourcePath(one.instance.publicIPAddressId)}>
                    {one.instance.label}
                  </Link>
                )}
              </Box>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function instanceFacts({ instance, up, all }: PictureInstance): string {
  const address = instance.addresses[0] ?? 'address not given'
  return all === 0 ? address : `${address} · ${up} of ${count(all, 'tunnel')}`
}

interface BoxProps {
  verdict: Verdict
  facts: readonly string[]
  children: ReactNode
}

function Box({ verdict, facts, children }: BoxProps) {
  return (
    <div className={styles.box}>
      <div className={styles.title}>
        <VerdictIcon verdict={verdict} alone />
        {children}
      </div>
      {facts.map((fact) => (
        <bdi key={fact} className={styles.fact} title={fact}>
          <Fact text={fact} />
        </bdi>
      ))}
    </div>
  )
}

/** What begins with an address has it in the face of addresses. */
function Fact({ text }: { text: string }) {
  const [, address = '', rest = ''] = /^([\d.:/]*)(.*)$/.exec(text) ?? []
  return (
    <>
      {address !== '' && <span className={styles.code}>{address}</span>}
      {rest}
    </>
  )
}
