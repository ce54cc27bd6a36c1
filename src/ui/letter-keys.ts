/**
 * Whether single letters are keys of this app. The shell has the switch; what lies deeper on a page asks here, since
 * it knows no shell. Off for people whose speech input or screen reader needs the letters.
 */
export function areLetterKeysOff(): boolean {
  return document.documentElement.dataset.keys === 'off'
}

export function setLetterKeys(on: boolean): void {
  if (on) delete document.documentElement.dataset.keys
  else document.documentElement.dataset.keys = 'off'
}
