import { Button, Input } from '@fluentui/react-components'
import { useId, useState, type FormEvent } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { Row } from '../../model/list/row.ts'
import { searchRows } from '../../model/list/search.ts'
import { listPath } from '../../model/list/view.ts'
import { resourcePath } from '../../model/paths.ts'
import styles from './Problem.module.css'

const SHOWN = 8

interface FindAgainProps {
  /** What to look for: the last name of the address. */
  name: string
  rows: readonly Row[]
}

/** Ways on from an address that leads nowhere: what is called so, and a field for another id. */
export function FindAgain({ name, rows }: FindAgainProps) {
  const { found, total } = searchRows(rows, name, SHOWN)
  return (
    <>
      {found.length > 0 && (
        <section aria-labelledby="called-so">
          <h2 className={styles.subheading} id="called-so">
            Resources found for “<bdi>{name}</bdi>”
          </h2>
          <ul className={styles.found}>
            {found.map((row) => (
              <li key={row.key} className={styles.foundRow}>
                <VerdictIcon verdict={row.judgement.verdict} alone />
                <span className={styles.foundName}>
                  <ResourceLink id={row.id} name={row.name} />
                </span>
                <span className={styles.foundFact}>
                  <bdi>{row.kindName}</bdi>, <bdi>{row.resourceGroup}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <IdField />
      <p className={styles.text}>
        {total > found.length ? (
          <Link className={styles.link} to={listPath({ text: name })}>
            Show all {total} that match
          </Link>
        ) : (
          <Link className={styles.link} to={listPath()}>
            Go to all resources
          </Link>
        )}
      </p>
    </>
  )
}

function IdField() {
  const fieldId = useId()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)

  function open(event: FormEvent) {
    event.preventDefault()
    const id = text.trim()
    setEmpty(id === '')
    if (id !== '') void navigate(resourcePath(id))
  }

  return (
    <form className={styles.form} onSubmit={open}>
      <label htmlFor={fieldId}>Open another resource by its id</label>
      <div className={styles.field}>
        <Input
          id={fieldId}
          className={styles.input}
          value={text}
          onChange={(_, { value }) => setText(value)}
          placeholder="/subscriptions/…/resourceGroups/…/providers/…"
          aria-describedby={empty ? `${fieldId}-empty` : undefined}
          aria-invalid={empty}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit">Open</Button>
      </div>
      {empty && (
        <p className={styles.empty} id={`${fieldId}-empty`}>
          Paste a resource id first.
        </p>
      )}
    </form>
  )
}
