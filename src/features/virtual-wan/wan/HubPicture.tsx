import type { CSSProperties } from 'react'
import { useId } from 'react'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { count } from '../../../model/format.ts'
import type { HubMesh, MeshHub } from '../../../model/virtual-wan/hub-mesh.ts'
import parts from '../Parts.module.css'
import styles from './HubPicture.module.css'

interface HubPictureProps {
  mesh: HubMesh
  /** Hubs that Azure lists and that were not read. */
  missing: readonly string[]
}

/** Above the row of boxes: an arc for each two hubs, the higher the further apart. */
const ARC = 18

/**
 * The hubs of a WAN beside each other, with an arc between each two that Azure joins. Where there is little room they stand one below the
 * other, and the sentence alone says what joins them.
 */
export function HubPicture({ mesh, missing }: HubPictureProps) {
  const id = useId()
  const { hubs, lines, more, words } = mesh
  const height = lines.length === 0 ? 0 : ARC * (hubs.length - 1) + 10
  return (
    <section className={`${parts.section} ${styles.frame}`} aria-labelledby={id}>
      <div className={parts.row}>
        <h2 className={parts.heading} id={id}>
          Hubs
        </h2>
        {hubs.length > 0 && <span className={parts.note}>{count(hubs.length + more, 'hub')}</span>}
      </div>
      <p className={parts.text}>
        <bdi>{words}</bdi>
      </p>
      {hubs.length > 0 && (
        <div className={styles.picture} style={columns(hubs.length, height)}>
          {height > 0 && <Arcs mesh={mesh} height={height} />}
          <ol className={styles.hubs}>
            {hubs.map((hub) => (
              <li key={hub.id}>
                <HubBox hub={hub} />
              </li>
            ))}
          </ol>
        </div>
      )}
      {more > 0 && <p className={parts.note}>and {count(more, 'hub')} more, listed under Related.</p>}
      {missing.length > 0 && (
        <p className={parts.note}>
          Not read:{' '}
          {missing.map((one) => (
            <span key={one} className={styles.missing}>
              <ResourceLink id={one} />
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

function columns(hubs: number, height: number): CSSProperties {
  return { ['--hubs' as string]: hubs, ['--arcs' as string]: `${height}px` }
}

function Arcs({ mesh: { hubs, lines }, height }: { mesh: HubMesh; height: number }) {
  const across = (at: number) => ((at + 0.5) / hubs.length) * 100
  return (
    <svg className={styles.arcs} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden>
      {lines.map(({ from, to, carries }) => {
        const top = height - ARC * (to - from)
        // Ends stand a little apart, so that arcs do not run into each other at a box.
        const [start, end] = [across(from) + to - from, across(to) - (to - from)]
        return (
          <path
            key={`${from} ${to}`}
            className={`${styles.arc} ${carries ? '' : styles.waiting}`}
            d={`M${start} ${height} C${start} ${top} ${end} ${top} ${end} ${height}`}
            vectorEffect="non-scaling-stroke"
          />
        )
      })}
    </svg>
  )
}

function HubBox({ hub }: { hub: MeshHub }) {
  const [prefix = '', ...facts] = hub.facts
  return (
    <div className={styles.box}>
      <span className={styles.where}>{hub.where}</span>
      <div className={styles.title}>
        <VerdictIcon verdict={hub.verdict} alone />
        <ResourceLink id={hub.id} name={hub.name} />
      </div>
      <bdi className={`${styles.fact} ${styles.code}`}>{prefix}</bdi>
      {facts.map((fact) => (
        <bdi key={fact} className={styles.fact}>
          {fact}
        </bdi>
      ))}
    </div>
  )
}
