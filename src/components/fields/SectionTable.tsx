import type { Section } from '../../model/details/field.ts'
import { FieldValueView } from './FieldValueView.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { SectionFrame } from './SectionFrame.tsx'
import styles from './SectionTable.module.css'

/** A short table: tunnels, peerings, links. On a narrow screen it scrolls inside its own frame. */
export function SectionTable({ section }: { section: Section }) {
  const { title, of, note, columns, rows, empty } = section
  return (
    <SectionFrame title={title} of={of} note={note}>
      {rows.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ScrollRegion label={`${of === undefined ? title : `${title} of ${of}`}, table`}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(({ label, align }) => (
                  <th key={label} scope="col" className={align === 'end' ? styles.end : undefined}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell, index) => {
                    const column = columns[index]
                    return (
                      <td
                        key={column?.label ?? index}
                        className={column?.align === 'end' ? styles.end : undefined}
                      >
                        <FieldValueView value={cell} label={column?.label ?? title} />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </SectionFrame>
  )
}
