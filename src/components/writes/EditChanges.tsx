import type { Json } from '../../lib/json.ts'
import type { MemberChange } from '../../model/edits/edit.ts'
import styles from './Writes.module.css'

/** What an edit adds, changes and removes, in words and values. */
export function EditChanges({ changes, effect }: { changes: readonly MemberChange[]; effect: string }) {
  return (
    <section aria-label="What changes">
      <h3 className={styles.heading}>What changes</h3>
      {changes.length === 0 ? (
        <p className={styles.note}>Nothing yet.</p>
      ) : (
        <>
          <ul className={styles.changes}>
            {changes.map(({ path, from, to }) => (
              <li key={path.join('/')}>
                <span className={styles.verb}>{verbOf(from, to)}</span>
                <span className={styles.change}>
                  <bdi className={styles.name}>{path.slice(1).join('/')}</bdi>
                  {' = '}
                  {from !== undefined && (to === undefined ? <del>{shown(from)}</del> : shown(from))}
                  {from !== undefined && to !== undefined && <span aria-label="to"> → </span>}
                  {to !== undefined && <strong className={styles.new}>{shown(to)}</strong>}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.note}>{effect}</p>
        </>
      )}
    </section>
  )
}

function verbOf(from: Json | undefined, to: Json | undefined): string {
  if (from === undefined) return 'Added'
  return to === undefined ? 'Removed' : 'Changed'
}

function shown(value: Json) {
  if (value === '') return '(empty)'
  return <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
}
