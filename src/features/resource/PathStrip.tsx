import { Fragment } from 'react'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { keyOf } from '../../model/paths.ts'
import type { Strip, StripLine } from './path-strip.ts'
import type { StripNode } from './strip-nodes.ts'
import styles from './PathStrip.module.css'

interface PathStripProps {
  strip: Strip
  /** The resource the page is about: it is no link to itself. */
  ownKey: string
}

/** The picture: on-premises left, Azure right; on a narrow screen from top to bottom. */
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
            {nodes.map((node, row) => {
              const incoming = nodes.length > 1 ? lines[column - 1]?.[row] : undefined
              const outgoing = (columns[column + 1]?.nodes.length ?? 0) > 1 ? undefined : lines[column]?.[row]
              const span = nodes.length === 1 ? rows : 1
              return (
                <Fragment key={row}>
                  {incoming && (
                    <Line line={incoming} column={column * 2} row={row} span={1} ownKey={ownKey} />
                  )}
                  <Node
                    node={
                      column > 0 && node.place === columns[column - 1]?.nodes[0]?.place
                        ? { ...node, place: '' }
                        : node
                    }
                    column={column * 2 + 1}
                    row={row}
                    span={span}
                    ownKey={ownKey}
                  />
                  {outgoing && (
                    <Line line={outgoing} column={column * 2 + 2} row={row} span={span} ownKey={ownKey} />
                  )}
                </Fragment>
              )
            })}
            {more > 0 && (
              <li className={styles.more} style={{ gridColumn: column * 2 + 1, gridRow: rows + 2 }}>
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

function Node({
  node: { id, name, verdict, facts, place },
  column,
  row,
  span,
  ownKey,
}: Place & { node: StripNode }) {
  const own = id !== undefined && keyOf(id) === ownKey
  return (
    <>
      {row === 0 && (
        <li className={styles.place} style={{ gridColumn: column, gridRow: 1 }}>
          {place}
        </li>
      )}
      <li
        className={`${styles.node} ${own ? styles.own : ''} ${verdict === undefined ? styles.nothing : ''}`}
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
    </>
  )
}

function Line({ line: { verdict, connections }, column, row, span, ownKey }: Place & { line: StripLine }) {
  const shown = verdict === 'plain' || verdict === 'absent' ? undefined : verdict
  return (
    <li
      className={`${styles.line} ${styles[verdict]}`}
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
