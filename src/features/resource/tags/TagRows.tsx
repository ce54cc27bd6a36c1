import { Button, Input } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react'
import { pastedTags, withPasted } from '../../../model/edits/pasted-tags.ts'
import { isCutOut, type Tag, type TagProblem } from '../../../model/edits/tag-rules.ts'
import type { Tags } from '../../../model/edits/tags.ts'
import type { TagRow } from '../../../queries/drafts.ts'
import { blankRow, keyed } from './tags-draft.ts'
import styles from './TagRows.module.css'

interface TagRowsProps {
  rows: readonly TagRow[]
  base: Tags
  problems: readonly TagProblem[]
  /** While they are on their way. */
  disabled: boolean
  onChange: (rows: TagRow[]) => void
}

/** Names and values to type or to paste; what is wrong stands under its field. */
export function TagRows({ rows, base, problems, disabled, onChange }: TagRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const help = useId()

  /** Once it is drawn. */
  function focus(selector: string) {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus())
  }

  function add() {
    const row = blankRow(rows)
    onChange([...rows, row])
    focus(`[data-field="${row.key}-name"]`)
  }

  function remove(index: number) {
    const left = rows.filter((_, at) => at !== index)
    onChange(left)
    const next = left[Math.min(index, left.length - 1)]
    focus(next ? `[data-remove="${next.key}"]` : '[data-add]')
  }

  function paste(event: ClipboardEvent, row: TagRow) {
    const pasted = row.name === '' ? pastedTags(event.clipboardData.getData('text')) : undefined
    if (!pasted) return
    event.preventDefault()
    onChange(keyed(withPasted(rows, pasted, (tag) => ({ ...tag, key: 0 }))))
  }

  /** Enter goes on to the next field; it never sends. */
  function onEnter(event: KeyboardEvent, row: TagRow, field: keyof Tag) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const next = rows[rows.indexOf(row) + 1]
    if (field === 'name') focus(`[data-field="${row.key}-value"]`)
    else if (next) focus(`[data-field="${next.key}-name"]`)
    else add()
  }

  return (
    <div ref={list} role="group" aria-label="Tags" aria-describedby={help} className={styles.group}>
      <p id={help} className={styles.help}>
        Tags are plain text for everybody who may read the resource. Lines of name=value, or JSON, can be
        pasted into an empty name.
      </p>
      {rows.length > 0 && (
        <div className={styles.head} aria-hidden>
          <span>Name</span>
          <span>Value</span>
        </div>
      )}
      {rows.map((row, index) => {
        const cut = isCutOut(row) && Object.hasOwn(base, row.name)
        const change = (field: keyof Tag, value: string) =>
          onChange(rows.map((one) => (one === row ? { ...one, [field]: value } : one)))
        const field = (name: keyof Tag, label: string) => (
          <TagField
            label={`${label} of tag ${index + 1}`}
            placeholder={label}
            mark={`${row.key}-${name}`}
            value={row[name]}
            fixed={disabled || cut}
            problem={problems.find((one) => one.row === index && one.field === name)}
            note={cut && name === 'value' ? 'A secret, cut out here. In Azure it stays as it is.' : undefined}
            onChange={(value) => change(name, value)}
            onPaste={(event) => name === 'name' && paste(event, row)}
            onKeyDown={(event) => onEnter(event, row, name)}
          />
        )
        return (
          <div key={row.key} className={styles.row}>
            {field('name', 'Name')}
            {field('value', 'Value')}
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              data-remove={row.key}
              aria-label={row.name === '' ? `Remove tag ${index + 1}` : `Remove tag ${row.name}`}
              title="Remove"
              disabledFocusable={disabled}
              onClick={() => remove(index)}
            />
          </div>
        )
      })}
      <Button icon={<AddRegular />} size="small" data-add disabledFocusable={disabled} onClick={add}>
        Add tag
      </Button>
    </div>
  )
}

interface TagFieldProps {
  label: string
  placeholder: string
  /** Found by it when the focus goes there. */
  mark: string
  value: string
  fixed: boolean
  problem: TagProblem | undefined
  note: string | undefined
  onChange: (value: string) => void
  onPaste: (event: ClipboardEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function TagField({ label, placeholder, mark, value, fixed, problem, note, ...handlers }: TagFieldProps) {
  const text = useId()
  const input = useId()
  const { onChange, onPaste, onKeyDown } = handlers
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={input}>
        {placeholder}
      </label>
      <Input
        id={input}
        className={styles.input}
        value={value}
        readOnly={fixed}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem?.is === 'error' ? true : undefined}
        aria-describedby={problem || note ? text : undefined}
        data-field={mark}
        onChange={(_, data) => onChange(data.value)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
      {(problem || note) && (
        <p id={text} className={problem?.is === 'error' ? styles.error : styles.note}>
          {problem?.text ?? note}
        </p>
      )}
    </div>
  )
}
