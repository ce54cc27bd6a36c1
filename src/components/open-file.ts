/** Lets the browser fetch a file that is not of this app. The address is left nowhere, not even as where one comes from. */
export function openFile(address: string): void {
  follow(address)
}

/**
 * The same for what a browser may show instead of saving: in a tab of its own, so that this one stays with what is in its memory alone. Only as
 * the answer to a click, else browsers stop it.
 */
export function openInNewTab(address: string): void {
  follow(address, '_blank')
}

function follow(address: string, target = ''): void {
  const link = document.createElement('a')
  link.href = address
  link.target = target
  link.rel = 'noopener noreferrer'
  link.click()
}
