import { expect, it, vi } from 'vitest'
import { browserPage } from './page.ts'

const BASE = 'https://hub.example.com/net/'

function pageAt(hash: string) {
  const replaceState = vi.fn()
  const window = {
    location: { pathname: '/net/resources', search: '?kind=vpnSite', hash, reload: () => undefined },
    history: { replaceState },
  }
  // The few members of a window that are used.
  const page = browserPage(window as unknown as Window, BASE)
  return { page, went: () => String(replaceState.mock.lastCall?.[2]) }
}

it.each([
  ['#code=abc&state=x', true],
  ['#error=login_required&state=x', true],
  ['#code=abc', false],
  ['#state=x', false],
  ['#estate=x&code=abc', false],
  ['', false],
])('%s holds an answer: %s', (hash, holds) => {
  expect(pageAt(hash).page.hasAnswer()).toBe(holds)
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
