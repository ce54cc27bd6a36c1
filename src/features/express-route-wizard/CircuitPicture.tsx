import shared from '../../components/plan/PlanPicture.module.css'
import {
  BOX,
  level,
  middle,
  rows,
  type Run,
  runs,
  type Shape,
  upright,
} from '../../components/plan/picture-lines.ts'
import { PictureBox, PictureLegend } from '../../components/plan/PictureBox.tsx'
import { type PictureCircuit, type PlanPicture, pictureWords } from '../../model/express-route/picture.ts'
import { count } from '../../model/format.ts'
import { regionName } from '../../model/resources/regions.ts'
import type { PicturePart } from '../../model/wizard/picture-parts.ts'
import { useMedia } from '../../ui/use-media.ts'
import styles from './CircuitPicture.module.css'

interface CircuitPictureProps {
  picture: PlanPicture
  /** `tall` beside a form, from top to bottom; `wide` on a page, from left to right, where there is room. */
  shape: Shape
}

/** What will exist: the provider's edge, two links to each circuit, its connection to the gateway, the virtual network or hub. */
export function CircuitPicture({ picture, shape: wanted }: CircuitPictureProps) {
  const isRoomy = useMedia('(min-width: 1180px)')
  const shape = isRoomy ? wanted : 'tall'
  const { circuits, gateway, subnet, target, to, region, peers } = picture
  const peered = to === 'hub' ? 'connected' : 'peered'
  return (
    <figure className={`${shared.figure} ${shared[shape] ?? ''} ${styles[shape] ?? ''}`}>
      <div className={`${shared.picture} ${styles.picture}`} role="img" aria-label={pictureWords(picture)}>
        <div className={styles.edge}>
          <p className={shared.where}>Provider edge</p>
          <div className={shared.row}>
            {circuits.map(({ key, provider, location }) => (
              <PictureBox
                key={key}
                part={{
                  ...provider,
                  name: provider.name || 'No provider yet',
                  facts: [location || 'No location yet'],
                }}
              />
            ))}
          </div>
        </div>
        {runs(shape).map((run) => (
          <Links key={run} circuits={circuits} run={run} />
        ))}
        <div className={styles.edge}>
          {shape === 'wide' && <p className={`${shared.where} ${styles.circuits}`}>Circuits</p>}
          <div className={shared.row}>
            {circuits.map((circuit) => (
              <PictureBox key={circuit.key} part={circuit} tag />
            ))}
          </div>
        </div>
        {runs(shape).map((run) => (
          <Connections
            key={run}
            circuits={circuits}
            gateway={gateway}
            run={run}
            hasSubnet={subnet !== undefined}
          />
        ))}
        <div className={shared.azure}>
          <p className={shared.where}>{regionName(region)}</p>
          <div className={shared.row}>
            <PictureBox part={gateway} tag />
          </div>
          {subnet && (
            <div className={shared.subnet}>
              <PictureBox part={subnet} tag>
                in <bdi>{target.name}</bdi>
                {subnet.state === 'new' && target.state === 'exists' && ', not changed otherwise'}
              </PictureBox>
            </div>
          )}
        </div>
        <span className={shared.join} />
        <div className={shared.network}>
          <PictureBox part={target} tag />
          {peers > 0 && (
            <p className={shared.where}>
              {count(peers, 'virtual network')} {peered}
            </p>
          )}
        </div>
      </div>
      <PictureLegend />
    </figure>
  )
}

interface LinesProps {
  circuits: readonly PictureCircuit[]
  run: Run
}

/** Half of what is between the primary and the secondary link, in pixels across and in hundredths down. */
const APART = { across: 6, down: 3 }

/** A primary and a secondary link to each circuit. */
function Links({ circuits, run }: LinesProps) {
  const ways = circuits.flatMap((circuit, at) =>
    [-1, 1].map((side) => {
      const place =
        run === 'across'
          ? ABOVE + middle(at) + side * APART.across
          : ((at + 0.5) / circuits.length) * 100 + side * APART.down
      return {
        key: `${circuit.key} ${side}`,
        d: run === 'across' ? level(place, place) : upright(place, place),
        look: lookOf(circuit),
      }
    }),
  )
  return <Lines ways={ways} height={ABOVE + rows(circuits.length)} run={run} look={styles.links} />
}

/** The name of the place. */
const ABOVE = 20
/** Above the gateway: its region and the padding. */
const ABOVE_GATEWAY = 29
/** Below it: the subnet's box and the padding. */
const BELOW_GATEWAY = 12 + 62 + 13
const PADDING = 13

interface ConnectionsProps extends LinesProps {
  gateway: PicturePart
  hasSubnet: boolean
}

/** From each circuit to the gateway. */
function Connections({ circuits, gateway, run, hasSubnet }: ConnectionsProps) {
  const left = ABOVE + rows(circuits.length)
  const right = ABOVE_GATEWAY + BOX + (hasSubnet ? BELOW_GATEWAY : PADDING)
  const height = Math.max(left, right)
  const ways = circuits.map(({ key, peering, connection, ...circuit }, at) => {
    const ends = (at - (circuits.length - 1) / 2) * 0.3
    return {
      key,
      d:
        run === 'across'
          ? level(
              (height - left) / 2 + ABOVE + middle(at),
              (height - right) / 2 + ABOVE_GATEWAY + (0.5 + ends) * BOX,
            )
          : upright(((at + 0.5) / circuits.length) * 100, (0.5 + ends) * 100),
      look: lookOf(circuit, peering, connection, gateway),
    }
  })
  return <Lines ways={ways} height={height} run={run} look={styles.connections} />
}

/** A way is possible once all that it goes through is. */
function lookOf(...parts: readonly PicturePart[]): string | undefined {
  if (parts.some(({ wrong }) => wrong)) return shared.broken
  return parts.some(({ state }) => state === 'notYet') ? shared.dashed : shared.line
}

interface Drawn {
  ways: readonly { key: string; d: string; look: string | undefined }[]
  height: number
  run: Run
  look: string | undefined
}

function Lines({ ways, height, run, look }: Drawn) {
  return (
    <svg
      className={`${shared.tunnels} ${shared[run] ?? ''} ${run === 'down' ? (look ?? '') : ''}`}
      viewBox={`0 0 100 ${run === 'across' ? height : 100}`}
      style={run === 'across' ? { ['--height' as string]: `${height}px` } : undefined}
      preserveAspectRatio="none"
    >
      {ways.map((way) => (
        <path key={way.key} className={way.look} d={way.d} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  )
}
