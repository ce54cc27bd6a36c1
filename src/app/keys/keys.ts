import { readStored, writeStored } from '../stored.ts'
import { setLetterKeys } from '../../ui/letter-keys.ts'
import { createValue } from '../value.ts'

/** Off for people whose speech input or screen reader needs the letters. Remembered. */
export const keysOn = createValue(readStored('keys') !== 'off', (on) => {
  writeStored('keys', on ? undefined : 'off')
  setLetterKeys(on)
})

export type KeyAction =
  | 'palette'
  | 'search'
  | 'hub'
  | 'resources'
  | 'operations'
  | 'refresh'
  | 'requestLog'
  | 'help'

interface KeyRow {
  /** One after the other; a chord is one entry. */
  keys: string[]
  action: KeyAction
  what: string
}

const KEY_ROWS: readonly KeyRow[] = [
  { keys: ['Ctrl K'], action: 'palette', what: 'Search for a resource, a page or an action (⌘ K on a Mac)' },
  { keys: ['/'], action: 'search', what: 'Go to the search of the page' },
  { keys: ['g', 'h'], action: 'hub', what: 'Go to the hub' },
  { keys: ['g', 'r'], action: 'resources', what: 'Go to all resources' },
  { keys: ['g', 'o'], action: 'operations', what: 'Go to operations' },
  { keys: ['r'], action: 'refresh', what: 'Read the estate again' },
  { keys: ['l'], action: 'requestLog', what: 'Open or close the request log' },
  { keys: ['?'], action: 'help', what: 'Show this list' },
]

/** Keys that parts of a page bring with them, for the list. */
const PLACE_ROWS: readonly { keys: string[]; what: string }[] = [
  { keys: ['↑', '↓'], what: 'In a list: to the row above or below (k and j too)' },
  { keys: ['Enter'], what: 'In a list: open the row' },
  { keys: ['['], what: 'On a resource: the part before' },
  { keys: [']'], what: 'On a resource: the next part' },
  { keys: ['Esc'], what: 'Close what is open' },
]

export const ALL_KEYS: readonly { keys: string[]; what: string }[] = [...KEY_ROWS, ...PLACE_ROWS]

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

const SEQUENCE_TIME = 1_200

/** Reads presses one by one and says when they make up an action. Time comes with each press. */
export function createKeyReader(): (pressed: Pressed, typing: boolean, at: number) => KeyAction | undefined {
  let first: { key: string; at: number } | undefined
  return (pressed, typing, at) => {
    const before = first && at - first.at < SEQUENCE_TIME ? first.key : undefined
    first = undefined
    if (isPaletteChord(pressed)) return 'palette'
    if (typing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
    const letters = before === undefined ? [pressed.key] : [before, pressed.key]
    const match = KEY_ROWS.find(({ keys }) => keys.join(' ') === letters.join(' '))
    if (match) return match.action
    if (KEY_ROWS.some(({ keys }) => keys.length > 1 && keys[0] === pressed.key))
      first = { key: pressed.key, at }
    return undefined
  }
}

function isPaletteChord({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey
}

/** True where letters are text: then they are left alone. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
