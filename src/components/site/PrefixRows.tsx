import { Button, Input } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react'
import { pastedPrefixes } from '../../model/edits/pasted-prefixes.ts'
import { Said } from './Said.tsx'
import type { ShownProblem } from './shown-problem.ts'
import styles from './PrefixRows.module.css'

interface PrefixRowsProps {
  prefixes: readonly string[]
  /** The device tells its networks by itself. */
  bgp: boolean
  problems: readonly ShownProblem[]
  disabled: boolean
  onChange: (prefixes: string[]) => void
  /** Id of what leads here: the form's place for it. */
  id?: string
}

/** The networks behind the device, one to a row; many can be pasted into one that is empty. */
export function PrefixRows({ prefixes, bgp, problems, disabled, onChange, id: place }: PrefixRowsProps) {
  const list = useRef<HTMLFieldSetElement>(null)
  const id = useId()

  /** Once it is drawn. */
  function focus(selector: string) {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus())
  }

  function add() {
    onChange([...prefixes, ''])
    focus(`[data-prefix="${prefixes.length}"]`)
  }

  function remove(index: number) {
    onChange(prefixes.toSpliced(index, 1))
    focus(prefixes.length > 1 ? `[data-remove="${Math.min(index, prefixes.length - 2)}"]` : '[data-add]')
  }

  function paste(event: ClipboardEvent, index: number) {
    const pasted = prefixes[index] === '' ? pastedPrefixes(event.clipboardData.getData('text')) : undefined
    if (!pasted) return
    event.preventDefault()
    onChange(prefixes.toSpliced(index, 1, ...pasted.filter((one) => !prefixes.includes(one))))
  }

  /** Enter goes on to the next field; it never sends. */
  function onEnter(event: KeyboardEvent, index: number) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (index + 1 < prefixes.length) focus(`[data-prefix="${index + 1}"]`)
    else add()
  }

  return (
    <fieldset ref={list} id={place} className={styles.group} aria-describedby={`${id}help`}>
      <legend>Address space</legend>
      <p id={`${id}help`} className={styles.help}>
        The networks behind the device.{bgp && ' May stay empty with BGP.'}
        {prefixes.includes('') && ' Many can be pasted into an empty row.'}
      </p>
      {prefixes.map((prefix, index) => {
        const own = problems.filter((problem) => problem.index === index)
        return (
          // Rows have no identity but their place: two may say the same.
          <div key={index} className={styles.row}>
            <div className={styles.field}>
              <Input
                className={styles.input}
                value={prefix}
                readOnly={disabled}
                placeholder="10.1.0.0/16"
                spellCheck={false}
                autoComplete="off"
                aria-label={`Prefix ${index + 1}`}
                aria-invalid={own.some(({ is }) => is === 'error') ? true : undefined}
                aria-describedby={own.length > 0 ? `${id}${index}` : undefined}
                data-prefix={index}
                onChange={(_, { value }) => onChange(prefixes.toSpliced(index, 1, value))}
                onPaste={(event) => paste(event, index)}
                onKeyDown={(event) => onEnter(event, index)}
              />
              <Said id={`${id}${index}`} problems={own} />
            </div>
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              data-remove={index}
              aria-label={prefix === '' ? `Remove prefix ${index + 1}` : `Remove ${prefix}`}
              title="Remove"
              disabledFocusable={disabled}
              onClick={() => remove(index)}
            />
          </div>
        )
      })}
      <Said problems={problems.filter(({ index }) => index === undefined)} />
      <Button
        icon={<AddRegular />}
        size="small"
        data-add
        // Without a prefix and without BGP there is no field to go to but this.
        aria-invalid={
          problems.some(({ index, is }) => index === undefined && is === 'error') ? true : undefined
        }
        disabledFocusable={disabled}
        onClick={add}
      >
        Add prefix
      </Button>
    </fieldset>
  )
}
