/** Prefixes or addresses as they are typed, with commas or blanks between. */
export function typedList(text: string): string[] {
  return text.split(/[\s,;]+/).filter((one) => one !== '')
}
