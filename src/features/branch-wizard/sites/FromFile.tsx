import { Button, Field, Textarea } from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentArrowUpRegular } from '@fluentui/react-icons'
import { useMemo, useRef, useState } from 'react'
import { saveFile } from '../../../components/save-file.ts'
import form from '../../../components/wizard/FormStep.module.css'
import { csvTemplate, readSites, type CsvFault, type CsvRow } from '../../../model/branch/csv.ts'
import { withSitesOf } from '../../../model/branch/sites.ts'
import { count } from '../../../model/format.ts'
import { useWizard } from '../wizard.ts'
import styles from './Sites.module.css'
import { parseCsv, textOfFile } from './parse-csv.ts'

/** Of a file. */
const MOST_BYTES = 2_000_000
const MOST_TOLD = 50

/** Sites from a file or from text that was pasted: what is wrong is told by line and column, and is mended here or in the list. */
export function FromFile({ onAdded }: { onAdded: () => void }) {
  const { answers, around, put } = useWizard()
  const [text, setText] = useState('')
  const [parsed, setParsed] = useState<{
    text: string
    rows: readonly CsvRow[]
    faults: readonly CsvFault[]
  }>()
  const [problem, setProblem] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const { connection } = answers
  // The parser is loaded when it is first needed, so its answer comes later than the text.
  const read = useMemo(() => {
    if (parsed?.text !== text || text.trim() === '') return undefined
    const found = readSites(parsed.rows, { connection })
    return { ...found, faults: [...parsed.faults, ...found.faults].toSorted((a, b) => a.line - b.line) }
  }, [parsed, text, connection])

  async function change(next: string) {
    setProblem(undefined)
    setText(next)
    try {
      const { rows, faults } = await parseCsv(next)
      setParsed({ text: next, rows, faults })
    } catch {
      setProblem(
        'The part of the app that reads files did not load. Check the network, then load this page anew.',
      )
    }
  }

  async function open(file: File | undefined) {
    if (!file) return
    if (file.size > MOST_BYTES)
      return setProblem(`${file.name} has more than 2 MB. A list of sites has less: choose another file.`)
    const read = await textOfFile(file)
    if (read.trim() === '') return setProblem(`${file.name} is empty. Choose another file.`)
    await change(read)
  }

  const replaced = read?.sites.filter(({ name }) =>
    answers.sites.some((one) => name !== '' && one.name.trim().toLowerCase() === name.trim().toLowerCase()),
  ).length
  const lines = new Set(read?.faults.map(({ line }) => line)).size
  return (
    <section className={styles.file} aria-labelledby="from-file">
      <h2 id="from-file" className={form.heading} tabIndex={-1}>
        Sites from a file
      </h2>
      <p className={form.note}>
        A CSV file with commas or semicolons. Each line is a link; lines with the same site are links of one
        site. Several prefixes stand in one cell with blanks between.
      </p>
      <div className={form.row}>
        <input
          ref={input}
          className={styles.unseen}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-label="CSV file"
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            void open(currentTarget.files?.[0])
            // The same file again, once it was mended, is a change too.
            currentTarget.value = ''
          }}
        />
        <Button icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
          Open a file
        </Button>
        <Button
          icon={<ArrowDownloadRegular />}
          appearance="subtle"
          onClick={() => saveFile('branches.csv', `\uFEFF${csvTemplate()}`, 'text/csv;charset=utf-8')}
        >
          Download a template
        </Button>
      </div>
      <Field label="Or paste its text" hint="It can be mended here.">
        <Textarea
          className={styles.text}
          textarea={{ className: styles.code }}
          value={text}
          rows={8}
          spellCheck={false}
          onChange={(_, { value }) => void change(value)}
        />
      </Field>
      <div role="status">
        {problem !== undefined && <p className={styles.wrong}>{problem}</p>}
        {read && (
          <p>
            <strong>
              {count(read.sites.length, 'site')}, {count(read.links, 'link')}
            </strong>
            {read.faults.length === 0
              ? '. Nothing is wrong with any of them by itself. How they fit each other, and what is there, is told in the list.'
              : `. ${count(lines, 'line')} to mend:`}
          </p>
        )}
      </div>
      {read && read.faults.length > 0 && (
        <ul className={styles.faults} aria-label="What is wrong with the file">
          {read.faults.slice(0, MOST_TOLD).map(({ line, column, text: said }) => (
            <li key={`${line} ${column} ${said}`}>
              <strong>
                Line {line}
                {column !== undefined && (
                  <>
                    , <bdi>{column}</bdi>
                  </>
                )}
                :
              </strong>{' '}
              <bdi>{said}</bdi>
            </li>
          ))}
          {read.faults.length > MOST_TOLD && <li>and {read.faults.length - MOST_TOLD} more</li>}
        </ul>
      )}
      {read && read.sites.length > 0 && (
        <div className={form.row}>
          <Button
            appearance="primary"
            onClick={() => {
              put(withSitesOf(answers, read.sites, around))
              onAdded()
            }}
          >
            {read.faults.length === 0
              ? `Add ${count(read.sites.length, 'site')}`
              : `Add ${count(read.sites.length, 'site')} as they are`}
          </Button>
          <span className={form.note}>
            {read.faults.length > 0 && 'What is wrong is then told beside each field. '}
            {replaced !== undefined &&
              replaced > 0 &&
              `${replaced} of them take the place of those in the list.`}
          </span>
        </div>
      )}
    </section>
  )
}
