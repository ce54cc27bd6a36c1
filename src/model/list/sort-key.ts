const ASCII = /^[\x20-\x7e]*$/

/**
 * A text as people order names, for comparing with `<`: without regard to case and marks, `_` before `-`, and digits by
 * their number, so that 9 comes before 10. Other scripts follow in the order of their code points.
 */
export function sortKey(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')
  return plain
    .toLowerCase()
    .replaceAll('_', '!')
    .replace(/\d+/g, (digits) => {
      const number = digits.replace(/^0+(?=\d)/, '')
      return String.fromCharCode(0x30 + Math.min(number.length, 0x30)) + number
    })
}
