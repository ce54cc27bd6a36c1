/** Lets the browser fetch a file that is not of this app. The address is left nowhere, not even as where one comes from. */
export function openFile(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.rel = 'noreferrer'
  link.click()
}
