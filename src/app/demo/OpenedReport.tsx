import { count, sentenceList } from '../../model/format.ts'
import type { EstateReport, FileProblem, Tally } from '../../queries/use-demo.ts'
import styles from './DemoPanel.module.css'

/** What was made of an opened file: how much of it there is, what was kept without being understood, what was made up. */
export function OpenedReport({ report }: { report: EstateReport }) {
  return (
    <div className={styles.report} role="status">
      <p className={styles.reportHead}>
        {count(report.resources, 'resource')} of {count(report.types.length, 'type')}.
      </p>
      <ul className={styles.list}>
        {notes(report).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  )
}

/** Why a file was refused; the estate that is open stays as it was. */
export function RefusedReport({
  name,
  estate,
  problems,
}: {
  name: string
  estate: string
  problems: FileProblem[]
}) {
  return (
    <div className={styles.report} role="alert">
      <p className={styles.reportHead}>
        {name} was not opened, and {estate} stays as it was.
      </p>
      <ul className={styles.list}>
        {problems.map(({ where, what }, index) => (
          // Two problems may read alike.
          <li key={index}>
            <code className={styles.where}>{where}</code>: {what}
          </li>
        ))}
      </ul>
    </div>
  )
}

function notes(report: EstateReport): string[] {
  const unknown = report.unknownTypes.reduce((sum, one) => sum + one.count, 0)
  const { madeUpSubscriptions, madeUpGroups } = report
  return [
    unknown > 0 &&
      `Kept as they stand, of types the emulator does not know: ${count(unknown, 'resource')} (${tallies(report.unknownTypes)}).`,
    report.unknownMembers.length > 0 &&
      `Members kept that it does not know: ${tallies(report.unknownMembers)}.`,
    report.generic > 0 &&
      `Without properties, so listed as not checked: ${count(report.generic, 'resource')}.`,
    report.repeated > 0 && `In the file more than once: ${count(report.repeated, 'resource')}.`,
    madeUpSubscriptions.length > 0 &&
      `Made up, since the file only names them: ${count(madeUpSubscriptions.length, 'subscription')} (${some(madeUpSubscriptions)}).`,
    madeUpGroups.length > 0 &&
      `Made up, since the file only names them: ${count(madeUpGroups.length, 'resource group')} (${some(madeUpGroups)}).`,
    report.incomplete && 'The file is one page of a longer list: what is on the other pages is missing.',
  ].filter((note) => note !== false)
}

function tallies(all: readonly Tally[]): string {
  return some(all.map(({ name, count: number }) => `${name} ${number}`))
}

function some(names: readonly string[]): string {
  return names.length <= 5
    ? sentenceList(names)
    : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more`
}
