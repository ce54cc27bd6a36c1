import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { saveFile } from '../../../components/save-file.ts'
import type { HubError } from '../../../model/errors.ts'
import type { ExpressRoutePort } from '../../../model/resources/expressroute.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useLetterMaker } from '../../../queries/use-express-route-secrets.ts'
import { useRight } from '../../../queries/use-rights.ts'
import styles from '../Parts.module.css'

type Asked =
  | { is: 'nothing' }
  | { is: 'nameless' }
  | { is: 'asking' }
  | { is: 'saved'; as: string }
  | { is: 'failed'; error: HubError }

const RIGHT = 'Microsoft.Network/expressRoutePorts/generateloa/action'

/** The letter of authorization, with which the location makes the cross connects to Microsoft's ports. */
export function Letter({ port }: { port: ExpressRoutePort }) {
  const make = useLetterMaker()
  const right = useRight(RIGHT, port.id)
  const demo = useDemo() !== undefined
  const [customer, setCustomer] = useState('')
  const [asked, setAsked] = useState<Asked>({ is: 'nothing' })

  async function save() {
    if (asked.is === 'asking') return
    const name = customer.trim()
    if (name === '') return setAsked({ is: 'nameless' })
    setAsked({ is: 'asking' })
    const letter = await make(port.id, name)
    if (!letter.ok) return setAsked({ is: 'failed', error: letter.error })
    const as = `${port.name}-letter-of-authorization.pdf`
    saveFile(as, letter.value, 'application/pdf')
    setAsked({ is: 'saved', as })
  }

  return (
    <section className={styles.section} aria-labelledby="letter">
      <h2 className={styles.heading} id="letter">
        Letter of authorization
      </h2>
      <p className={styles.text}>
        The operator of the location connects your equipment to Microsoft’s ports when it has this letter.
      </p>
      <div className={styles.row}>
        <Field
          label="Customer name"
          validationState={asked.is === 'nameless' ? 'error' : 'none'}
          validationMessage={asked.is === 'nameless' ? 'Enter the name that the letter is for.' : undefined}
        >
          <Input
            value={customer}
            onChange={(_, { value }) => {
              setCustomer(value)
              if (asked.is === 'nameless') setAsked({ is: 'nothing' })
            }}
          />
        </Field>
        <ActionButton label="Save the letter" right={right} onClick={() => void save()} />
      </div>
      <p className={styles.note} role="status">
        {asked.is === 'asking' && 'Asking Azure for the letter…'}
        {asked.is === 'saved' && `Saved as ${asked.as}.`}
      </p>
      {asked.is === 'failed' && (
        <AskProblem
          what={`The letter for ${port.name}`}
          scope={port.id}
          action={RIGHT}
          error={asked.error}
          demo={demo}
          busy={false}
          onAgain={() => void save()}
        />
      )}
    </section>
  )
}
