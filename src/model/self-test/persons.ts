/** A text in which addresses of persons are cut to their domain: a ticket needs no name, and a directory is told by it. */
export function personsMasked(text: string): string {
  return text.replace(/[^\s'"<>()[\]{},;:|/\\]+@((?:[\w-]+\.)+[\w-]+)/g, '…@$1')
}
