import type { Json } from '../../lib/json.ts'
import type { MemberChange } from '../../model/edits/edit.ts'
import { changing } from '../../model/edits/set-members.ts'
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
            {changing(changes)
              .flatMap(itemByItem)
              .map(({ path, from, to }) => (
                <li key={`${path.join('/')} ${JSON.stringify(from ?? to)}`}>
                  <span className={styles.verb}>{verbOf(from, to)}</span>
                  <span className={styles.change}>
                    <bdi className={styles.name}>{nameOf(path)}</bdi>
                    {' = '}
                    {from !== undefined && (to === undefined ? <del>{shown(from)}</del> : shown(from))}
                    {from !== undefined && to !== undefined && <span aria-label="to"> → </span>}
                    {to !== undefined && <strong className={styles.new}>{shown(to)}</strong>}
                  </span>
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

/** Of a list of texts only what comes and goes; what stays is no change. */
function itemByItem(change: MemberChange): MemberChange[] {
  const { path, from = [], to = [] } = change
  if (!isTexts(from) || !isTexts(to)) return [change]
  const gone = from.filter((one) => !to.includes(one)).map((one) => ({ path, from: one }))
  const come = to.filter((one) => !from.includes(one)).map((one) => ({ path, to: one }))
  // Only their order changed.
  return gone.length + come.length > 0 ? [...gone, ...come] : [change]
}

function isTexts(value: Json): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** Everything a resource has of its own is in `properties`, which says nothing. */
function nameOf(path: readonly string[]): string {
  return path.slice(path[0] === 'properties' || path.length > 1 ? 1 : 0).join('/')
}

function verbOf(from: Json | undefined, to: Json | undefined): string {
  if (from === undefined) return 'Added'
  return to === undefined ? 'Removed' : 'Changed'
}

function shown(value: Json) {
  if (value === '') return '(empty)'
  return <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
}
