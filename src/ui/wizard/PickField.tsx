import { Input } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { AskField } from './AskField.tsx'
import { PickList, type PickOption } from './PickList.tsx'
import type { Said } from './said.ts'
import fields from './AskField.module.css'
import styles from './PickField.module.css'

interface PickFieldProps {
  id: string
  label: string
  help?: ReactNode
  said?: readonly Said[]
  options: readonly PickOption[]
  /** What stands in the field: the name of what is chosen, or what was typed. */
  text: string
  /** The value of the option that is chosen. */
  chosen?: string | undefined
  placeholder?: string
  /** Where a name that is no option's means something new. */
  onName?: (name: string) => void
  /** An option's value, or an id that was pasted. */
  onPick: (value: string) => void
}

const MOST = 50

/** One of many, found by typing, or its pasted id; where that is allowed, what is typed names a new one. */
export function PickField(props: PickFieldProps) {
  const { id, label, help, said = [], options, text, chosen, placeholder, onName, onPick } = props
  const list = useId()
  const frame = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  /** What was typed since the field was entered. */
  const [typed, setTyped] = useState<string>()
  const found = typed === undefined ? options : foundIn(options, typed)
  const shown = found.slice(0, MOST)

  function close() {
    setOpen(false)
    setActive(-1)
  }

  function pick(value: string) {
    setTyped(undefined)
    close()
    onPick(value)
  }

  function type(next: string) {
    setActive(-1)
    if (/^\s*\/subscriptions\//i.test(next)) return pick(next.trim())
    setTyped(next)
    setOpen(true)
    onName?.(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        setActive(open ? Math.min(Math.max(active + step, 0), shown.length - 1) : 0)
        return setOpen(true)
      }
      case 'Enter': {
        const option = open ? shown[active] : undefined
        if (!option) return
        event.preventDefault()
        return pick(option.value)
      }
      case 'Escape':
        if (!open) return
        event.stopPropagation()
        return close()
    }
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof Node && frame.current?.contains(relatedTarget)) return
    // Whoever types the whole name of one that is there means that one.
    const meant = options.filter(({ label }) => label.toLowerCase() === typed?.trim().toLowerCase())
    const [one] = meant
    if (one && meant.length === 1 && one.value !== chosen) pick(one.value)
    setTyped(undefined)
    close()
  }

  return (
    <AskField id={id} label={label} help={help} said={said}>
      {(field) => (
        <span ref={frame} className={styles.frame} onBlur={onBlur}>
          <Input
            {...field}
            className={styles.input}
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && active >= 0 ? `${list}${active}` : undefined}
            aria-invalid={said.some(({ is }) => is === 'error') ? true : undefined}
            value={typed ?? text}
            placeholder={placeholder}
            spellCheck={false}
            autoComplete="off"
            onChange={(_, { value }) => type(value)}
            root={{ onClick: () => setOpen(true) }}
            onKeyDown={onKeyDown}
            contentAfter={
              <>
                {onName && chosen === undefined && text !== '' && (
                  <span className={`${fields.tag} ${fields.new}`}>new</span>
                )}
                <ChevronDownRegular aria-hidden />
              </>
            }
          />
          {open && (
            <PickList
              id={list}
              label={label}
              options={shown}
              more={found.length - shown.length}
              active={active}
              chosen={chosen}
              nothing={onName ? undefined : 'Nothing by this name. An id can be pasted.'}
              onPick={pick}
            />
          )}
        </span>
      )}
    </AskField>
  )
}

/** Those whose own name has it come first. */
function foundIn(options: readonly PickOption[], typed: string): PickOption[] {
  const isNamed = ({ label }: PickOption) => label.toLowerCase().includes(typed.trim().toLowerCase())
  const found = options.filter((one) => matches(one, typed))
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))]
}

function matches({ label, facts }: PickOption, typed: string): boolean {
  const text = `${label} ${facts ?? ''}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
