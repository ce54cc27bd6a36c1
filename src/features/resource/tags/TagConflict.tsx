import { Button } from '@fluentui/react-components'
import { differencesSince, rebased, rowsOf, tagChanges, type Tags } from '../../../model/edits/tags.ts'
import type { TagsDraft } from '../../../queries/drafts.ts'
import { keyed } from './tags-draft.ts'
import styles from './TagConflict.module.css'

interface TagConflictProps {
  draft: TagsDraft
  /** The tags as they are in Azure. */
  now: Tags
  onChoose: (change: Pick<TagsDraft, 'rows' | 'base'>) => void
}

/** Somebody else changed the tags since the form was opened: both are shown, and nothing is sent before one is chosen. */
export function TagConflict({ draft: { base, rows }, now, onChoose }: TagConflictProps) {
  const differences = differencesSince(base, now, rows)
  const own = tagChanges(base, rows).length > 0
  return (
    <section className={styles.conflict} aria-labelledby="tags-changed">
      <h3 id="tags-changed" className={styles.heading}>
        The tags changed in Azure since this was opened
      </h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Tag</th>
              <th scope="col">When opened</th>
              <th scope="col">Now in Azure</th>
              <th scope="col">Here</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, was, now: current, wanted }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <Value text={was} />
                <Value text={current} />
                <Value text={wanted} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.actions}>
        {own && (
          <Button size="small" onClick={() => onChoose({ rows: keyed(rebased(base, rows, now)), base: now })}>
            Make my changes to the tags as they are now
          </Button>
        )}
        <Button size="small" onClick={() => onChoose({ rows: keyed(rowsOf(now)), base: now })}>
          {own ? 'Drop my changes' : 'Go on with the tags as they are now'}
        </Button>
      </div>
    </section>
  )
}

function Value({ text }: { text: string | undefined }) {
  if (text === undefined) return <td className={styles.absent}>no tag</td>
  return <td>{text === '' ? '(empty)' : <bdi>{text}</bdi>}</td>
}
