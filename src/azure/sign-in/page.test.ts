import { expect, it, vi } from 'vitest'
import { browserPage } from './page.ts'

const BASE = 'https://hub.example.com/net/'

function pageAt(hash: string) {
  const replaceState = vi.fn()
  const heard = new EventTarget()
  const window = {
    location: { pathname: '/net/resources', search: '?kind=vpnSite', hash, reload: () => undefined },
    history: { replaceState },
    addEventListener: heard.addEventListener.bind(heard),
  }
  // The few members of a window that are used.
  const page = browserPage(window as unknown as Window, BASE)
  const tell = (type: string, more: object) => heard.dispatchEvent(Object.assign(new Event(type), more))
  return { page, tell, went: () => String(replaceState.mock.lastCall?.[2]) }
}

it.each([
  ['#code=abc&state=x', '#code=abc&state=x'],
  ['#error=login_required&state=x', '#error=login_required&state=x'],
  ['#code=abc', undefined],
  ['#state=x', undefined],
  ['#estate=x&code=abc', undefined],
  ['', undefined],
])('%s holds the answer %s', (hash, answer) => {
  expect(pageAt(hash).page.answer()).toBe(answer)
})

it('tells the whole address', () => {
  expect(pageAt('#part').page.address()).toBe('/net/resources?kind=vpnSite#part')
})

it.each([
  ['/net/resources?kind=vpnSite', 'https://hub.example.com/net/resources?kind=vpnSite'],
  [undefined, BASE],
  ['//evil.example.com/net/', BASE],
  ['https://evil.example.com/net/', BASE],
  ['/other', BASE],
])('puts %s into the address as %s', (address, went) => {
  const opened = pageAt('')
  opened.page.replace(address)
  expect(opened.went()).toBe(went)
})

it.each([
  ['storage', { key: 'hub.sign-outs' }, 'signed out'],
  ['storage', { key: 'hub.last-account' }, undefined],
  ['pageshow', { persisted: true }, 'shown again'],
  ['pageshow', { persisted: false }, undefined],
])('%s with %j is heard as %s', (type, more, heard) => {
  const { page, tell } = pageAt('')
  let last: string | undefined
  page.onSignOut(() => (last = 'signed out'))
  page.onShownAgain(() => (last = 'shown again'))
  tell(type, more)
  expect(last).toBe(heard)
})
