import type { MemberChange } from '../../model/edits/edit.ts'
import { type ToldChange, toldChanges } from '../../model/edits/told-changes.ts'
import styles from './Writes.module.css'

interface EditChangesProps {
  changes: readonly MemberChange[]
  /** What goes with them and is not shown, in words. */
  secret?: string | undefined
  effect: string
}

/** What an edit adds, changes and removes, in words and values. */
export function EditChanges({ changes, secret, effect }: EditChangesProps) {
  return (
    <section aria-label="What changes">
      <h3 className={styles.heading}>What changes</h3>
      {changes.length === 0 && secret === undefined ? (
        <p className={styles.note}>Nothing yet.</p>
      ) : (
        <>
          <ul className={styles.changes}>
            {toldChanges(changes).map((change) => (
              <li key={`${change.name} ${change.from ?? ''} ${change.to ?? ''}`}>
                <span className={styles.verb}>{verbOf(change)}</span>
                <Told change={change} />
              </li>
            ))}
            {secret !== undefined && (
              <li>
                <span className={styles.verb}>Set</span>
                <span className={styles.change}>
                  <bdi>{secret}</bdi>
                </span>
              </li>
            )}
          </ul>
          <p className={styles.note}>{effect}</p>
        </>
      )}
    </section>
  )
}

function Told({ change: { name, from, to, of } }: { change: ToldChange }) {
  // A thing of its own may have nothing but its name.
  const isNamed = of === 'thing' && (from ?? to) === ''
  return (
    <span className={styles.change}>
      <bdi className={styles.name}>{name}</bdi>
      {!isNamed && (from !== undefined || to !== undefined) && (
        <>
          {' = '}
          {from !== undefined && (to === undefined ? <del>{shown(from)}</del> : shown(from))}
          {from !== undefined && to !== undefined && <span aria-label="to"> → </span>}
          {to !== undefined && <strong className={styles.new}>{shown(to)}</strong>}
        </>
      )}
    </span>
  )
}

function verbOf({ from, to, of }: ToldChange): string {
  if (from === undefined && to !== undefined) return 'Added'
  return to === undefined && (of !== 'member' || from !== undefined) ? 'Removed' : 'Changed'
}

function shown(value: string) {
  return value === '' ? '(empty)' : <bdi>{value}</bdi>
}
