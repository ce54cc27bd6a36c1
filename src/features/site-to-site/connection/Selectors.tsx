import { Button, Field, Input } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { useWizard } from '../wizard.ts'
import { withConnection } from '../with-answers.ts'

type Pair = { local: string[]; remote: string[] }

/** Selectors of one's own; without any Azure proposes each pair of networks by itself. */
export function Selectors() {
  const { answers, said, edit } = useWizard()
  const { selectors } = answers.connection
  const change = (next: Pair[]) =>
    edit('connection.selectors', (now) => withConnection(now, { selectors: next }))
  return (
    <fieldset className={styles.group} id="connection.selectors">
      <legend>Selectors of your own</legend>
      <p className={styles.note}>None: Azure proposes every pair of its networks and those of the device.</p>
      {selectors.map((pair, index) => (
        // Rows have no identity but their place.
        <div key={index} id={`connection.selectors.${index}`}>
          <div className={styles.two}>
            <Prefixes
              label={`In Azure, ${index + 1}`}
              prefixes={pair.local}
              onChange={(local) => change(selectors.with(index, { ...pair, local }))}
            />
            <Prefixes
              label={`On-premises, ${index + 1}`}
              prefixes={pair.remote}
              onChange={(remote) => change(selectors.with(index, { ...pair, remote }))}
            />
          </div>
          <SaidLines said={said(`connection.selectors.${index}`)} />
          <Button
            appearance="subtle"
            size="small"
            icon={<DeleteRegular />}
            onClick={() => change(selectors.toSpliced(index, 1))}
          >
            Remove selector {index + 1}
          </Button>
        </div>
      ))}
      <SaidLines said={said('connection.selectors')} />
      <div>
        <Button
          icon={<AddRegular />}
          size="small"
          onClick={() => change([...selectors, { local: [], remote: [] }])}
        >
          Add a selector
        </Button>
      </div>
    </fieldset>
  )
}

interface PrefixesProps {
  label: string
  prefixes: readonly string[]
  onChange: (prefixes: string[]) => void
}

/** What is typed stays as it is typed: commas and blanks come and go. */
function Prefixes({ label, prefixes, onChange }: PrefixesProps) {
  const [text, setText] = useState(prefixes.join(', '))
  return (
    <Field label={label} hint="Commas between several.">
      <Input
        value={text}
        spellCheck={false}
        autoComplete="off"
        placeholder="10.1.0.0/16"
        onChange={(_, { value }) => {
          setText(value)
          onChange(value.split(/[\s,;]+/).filter((one) => one !== ''))
        }}
      />
    </Field>
  )
}
