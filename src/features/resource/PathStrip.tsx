import { Fragment } from 'react'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { keyOf } from '../../model/paths.ts'
import type { Strip, StripColumn, StripLine } from './path-strip.ts'
import type { StripNode } from './strip-nodes.ts'
import styles from './PathStrip.module.css'

interface PathStripProps {
  strip: Strip
  /** The resource the page is about: it is no link to itself. */
  ownKey: string
}

/**
 * The picture: on-premises left, Azure right. On a narrow screen from top to bottom: there boxes of one column hang beside one
 * line, so that they do not read as a chain.
 */
export function PathStrip({ strip: { columns, lines }, ownKey }: PathStripProps) {
  const rows = Math.max(...columns.map(({ nodes }) => nodes.length))
  return (
    <section aria-label="Where it stands">
      <ol
        className={styles.strip}
        style={{
          gridTemplateColumns: columns
            .map(() => (columns.length > 3 ? 'minmax(120px, 184px)' : 'minmax(120px, 208px)'))
            .join(' minmax(64px, 1fr) '),
        }}
      >
        {columns.map(({ nodes, more }, column) => (
          <Fragment key={column}>
            <Side
              place={sideOf(columns, column)}
              column={column * 2 + 1}
              line={nodes.length > 1 ? undefined : singleLine(lines[column - 1])}
            />
            {nodes.map((node, row) => {
              const incoming = nodes.length > 1 ? lines[column - 1]?.[row] : undefined
              const outgoing = (columns[column + 1]?.nodes.length ?? 0) > 1 ? undefined : lines[column]?.[row]
              const span = nodes.length === 1 ? rows : 1
              return (
                <Fragment key={row}>
                  {incoming && (
                    <Line line={incoming} column={column * 2} row={row} span={1} ownKey={ownKey} hangs />
                  )}
                  <Node
                    node={node}
                    column={column * 2 + 1}
                    row={row}
                    span={span}
                    ownKey={ownKey}
                    hangs={nodes.length > 1 ? (incoming ? 'below' : 'above') : undefined}
                    line={incoming ?? outgoing}
                  />
                  {outgoing && (
                    <Line
                      line={outgoing}
                      column={column * 2 + 2}
                      row={row}
                      span={span}
                      ownKey={ownKey}
                      hangs={nodes.length > 1}
                    />
                  )}
                </Fragment>
              )
            })}
            {more > 0 && (
              <li
                className={`${styles.more} ${lines[column] && (columns[column + 1]?.nodes.length ?? 0) === 1 ? styles.passed : ''}`}
                style={{ gridColumn: column * 2 + 1, gridRow: rows + 2 }}
              >
                and {more} more, listed below
              </li>
            )}
          </Fragment>
        ))}
      </ol>
    </section>
  )
}

interface Place {
  column: number
  row: number
  span: number
  ownKey: string
}

/** Said once where neighbours are in one place. */
function sideOf(columns: readonly StripColumn[], column: number): string {
  const place = columns[column]?.nodes[0]?.place ?? ''
  return column > 0 && place === columns[column - 1]?.nodes[0]?.place ? '' : place
}

function singleLine(lines: readonly StripLine[] | undefined): StripLine | undefined {
  return lines?.length === 1 ? lines[0] : undefined
}

function Side({ place, column, line }: { place: string; column: number; line: StripLine | undefined }) {
  return (
    <li
      className={`${styles.place} ${line ? styles[line.verdict] : ''}`}
      style={{ gridColumn: column, gridRow: 1 }}
    >
      {place}
    </li>
  )
}

interface NodeProps extends Place {
  node: StripNode
  /** One of several: above what they all lead to, or below where they all come from. */
  hangs: 'above' | 'below' | undefined
  line: StripLine | undefined
}

function Node({ node: { id, name, verdict, facts }, column, row, span, ownKey, hangs, line }: NodeProps) {
  const own = id !== undefined && keyOf(id) === ownKey
  const classes = [
    styles.node,
    own && styles.own,
    verdict === undefined && styles.nothing,
    hangs && `${styles.hangs} ${styles[hangs]} ${line ? styles[line.verdict] : ''}`,
  ]
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      style={{ gridColumn: column, gridRow: `${row + 2} / span ${span}` }}
    >
      <span className={styles.name}>
        {verdict !== undefined && <VerdictIcon verdict={verdict} alone />}
        {id === undefined || own ? (
          <bdi title={name} aria-current={own ? 'true' : undefined}>
            {name}
          </bdi>
        ) : (
          <ResourceLink id={id} name={name} />
        )}
      </span>
      {facts.map((fact) => (
        <bdi key={fact} className={styles.fact} title={fact}>
          {fact}
        </bdi>
      ))}
    </li>
  )
}

interface LineProps extends Place {
  line: StripLine
  /** Of one of several boxes. */
  hangs?: boolean
}

function Line({ line: { verdict, connections }, column, row, span, ownKey, hangs = false }: LineProps) {
  const shown = verdict === 'plain' || verdict === 'absent' ? undefined : verdict
  return (
    <li
      className={`${styles.line} ${styles[verdict]} ${hangs ? styles.hangs : ''}`}
      style={{ gridColumn: column, gridRow: `${row + 2} / span ${span}` }}
    >
      <LineLabel connections={connections} verdict={verdict} ownKey={ownKey} />
      {shown !== undefined && shown !== 'healthy' && (
        <span className={styles.icon}>
          <VerdictIcon verdict={shown} alone size={14} />
        </span>
      )}
    </li>
  )
}

function LineLabel({ connections, verdict, ownKey }: StripLine & { ownKey: string }) {
  const [first, ...others] = connections
  if (!first)
    return <span className={styles.said}>{verdict === 'absent' ? 'not connected' : 'joined to'}</span>
  return (
    <span className={styles.label}>
      {keyOf(first.id) === ownKey ? (
        <bdi title={first.name}>{first.name}</bdi>
      ) : (
        <ResourceLink id={first.id} name={first.name} />
      )}
      {others.length > 0 && (
        <span className={styles.others} title={others.map(({ name }) => name).join(', ')}>
          {' '}
          +{others.length}
        </span>
      )}
    </span>
  )
}
