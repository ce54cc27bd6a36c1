import { expect, it, vi } from 'vitest'
import { openFile, openInNewTab } from './open-file.ts'

it.each([
  ['a file stays in this tab, which it does not leave', openFile, ''],
  ['what may be shown goes to a tab of its own', openInNewTab, '_blank'],
])('%s, and tells nobody where it comes from', (_, open, target) => {
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  open('https://x.blob.core.windows.net/y?sig=z')
  const [link] = click.mock.contexts
  click.mockRestore()
  expect(link).toMatchObject({ target, rel: 'noopener noreferrer', isConnected: false })
})
