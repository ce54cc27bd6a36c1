import { count } from '../../model/format.ts'
import { regionName } from '../../model/resources/regions.ts'
import {
  isTunnelPossible,
  type PlanPicture as Picture,
  pictureWords,
} from '../../model/site-to-site/picture.ts'
import type { PicturePart } from '../../model/wizard/picture-parts.ts'
import { BOX, level, middle, rows, type Run, runs, type Shape, upright } from './picture-lines.ts'
import { PictureBox, PictureLegend } from './PictureBox.tsx'
import styles from './PlanPicture.module.css'

interface PlanPictureProps {
  picture: Picture
  /** `tall` beside a form, from top to bottom; `wide` on a page, from left to right, where there is room. */
  shape: Shape
  /** Where it is of something else than devices and a virtual network. */
  as?: {
    /** The same in words, for who does not see it. */
    words: string
    /** What stands on-premises, many of them: `branches`. */
    premises: string
    /** What the virtual networks are: `connected`. */
    peered: string
  }
}

/** More than these would be too narrow to read: the rest is counted. */
const MOST: Record<PlanPictureProps['shape'], number> = { tall: 2, wide: 4 }

/** What will exist: devices, a tunnel from each to every instance, the gateway in its subnet, the virtual network. */
export function PlanPicture({ picture, shape, as }: PlanPictureProps) {
  const { gateway, instances, subnet, network, region, peers } = picture
  const sites = picture.sites.slice(0, MOST[shape])
  const more = picture.sites.length - sites.length
  return (
    <figure className={`${styles.figure} ${styles[shape] ?? ''}`}>
      <div className={styles.picture} role="img" aria-label={as?.words ?? pictureWords(picture)}>
        <div className={styles.premises}>
          <p className={styles.where}>
            On-premises{more > 0 ? `, ${count(picture.sites.length, 'device', as?.premises)}` : ''}
          </p>
          <div className={styles.row}>
            {sites.map((site) => (
              <PictureBox key={site.key} part={site} />
            ))}
          </div>
          {more > 0 && <p className={styles.where}>and {more} more</p>}
        </div>
        {runs(shape).map((run) => (
          <Tunnels key={run} sites={sites} instances={instances} run={run} />
        ))}
        <div className={styles.azure}>
          <p className={styles.where}>
            <strong>
              <bdi>{gateway.name}</bdi>
            </strong>{' '}
            {[...gateway.facts, regionName(region)].filter((one) => one !== '').join(', ')}
          </p>
          <div className={styles.row}>
            {instances.map((instance) => (
              <PictureBox key={instance.name} part={instance} />
            ))}
          </div>
          <div className={styles.subnet}>
            <PictureBox part={subnet} tag>
              in <bdi>{network.name}</bdi>
              {subnet.state === 'new' && network.state === 'exists' && ', not changed otherwise'}
            </PictureBox>
          </div>
        </div>
        <span className={styles.join} />
        <div className={styles.network}>
          <PictureBox part={network} tag />
          {peers > 0 && (
            <p className={styles.where}>
              {count(peers, 'virtual network')} {as?.peered ?? 'peered'}
            </p>
          )}
        </div>
      </div>
      <PictureLegend />
    </figure>
  )
}

interface TunnelsProps {
  sites: readonly PicturePart[]
  instances: readonly PicturePart[]
  run: Run
}

/** Above the first box: the place's name, in the gateway its padding too. */
const ABOVE_SITES = 20
const ABOVE_INSTANCES = 29
/** Below the last instance: the subnet's box and the padding. */
const BELOW_INSTANCES = 12 + 62 + 13

function Tunnels({ sites, instances, run }: TunnelsProps) {
  const left = ABOVE_SITES + rows(sites.length)
  const right = ABOVE_INSTANCES + rows(instances.length) + BELOW_INSTANCES
  const height = Math.max(left, right)
  const top =
    run === 'across'
      ? { left: (height - left) / 2 + ABOVE_SITES, right: (height - right) / 2 + ABOVE_INSTANCES }
      : undefined
  const lines = sites.flatMap((site, from) =>
    instances.map((instance, to) => {
      const begins = (to - (instances.length - 1) / 2) * 0.2
      const ends = (from - (sites.length - 1) / 2) * 0.2
      return {
        key: `${from} ${to}`,
        d: top
          ? level(top.left + middle(from) + begins * BOX, top.right + middle(to) + ends * BOX)
          : upright(
              ((from + 0.5 + begins) / sites.length) * 100,
              ((to + 0.5 + ends) / instances.length) * 100,
            ),
        look: isTunnelPossible(site, instance)
          ? styles.line
          : site.wrong || instance.wrong
            ? styles.broken
            : styles.dashed,
      }
    }),
  )
  return (
    <svg
      className={`${styles.tunnels} ${styles[run] ?? ''}`}
      viewBox={`0 0 100 ${run === 'across' ? height : 100}`}
      style={run === 'across' ? { ['--height' as string]: `${height}px` } : undefined}
      preserveAspectRatio="none"
    >
      {lines.map(({ key, d, look }) => (
        <path key={key} className={look} d={d} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  )
}
