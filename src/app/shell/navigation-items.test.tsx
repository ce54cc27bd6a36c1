import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Estate } from '../../model/estate.ts'
import { servicePath } from '../../model/list/view.ts'
import { resourcePath } from '../../model/paths.ts'
import { makeRow } from '../../components/resource-list/rows.fixture.ts'
import { currentItem, itemCounts, NAVIGATION } from './navigation-items.tsx'

const tunnel = makeRow({ name: 'cn-weu', service: 'vpn' })
const network = makeRow({ name: 'vnet-hub', kind: 'virtualNetwork', service: 'none' })

const estate: Estate = {
  subscriptions: [],
  unreadable: [],
  resources: new Map(),
  rows: [tunnel, network],
  row: (key) => [tunnel, network].find((row) => row.key === key),
  judgement: () => undefined,
  links: () => [],
}

function at(path: string) {
  const { pathname, search } = new URL(path, 'https://hub.example')
  return currentItem({ pathname, search }, estate)
}

describe('currentItem', () => {
  it('knows the pages and the service a list is narrowed to', () => {
    expect(at('/')).toEqual({ id: 'hub', exact: true })
    expect(at('/resources?q=gda')).toEqual({ id: 'resources', exact: true })
    expect(at(servicePath('expressroute'))).toEqual({ id: 'expressroute', exact: true })
    expect(at('/operations')).toEqual({ id: 'operations', exact: true })
    expect(at('/choose?peak=500m')).toEqual({ id: 'choose', exact: true })
    expect(at('/create/site-to-site/goal?draft=1')).toEqual({ id: 'set-up-vpn', exact: false })
    expect(at('/create/expressroute')).toEqual({ id: 'set-up-expressroute', exact: true })
    expect(at('/nowhere')).toBeUndefined()
  })

  it('puts a resource under its service, and what belongs to none under none', () => {
    expect(at(resourcePath(tunnel.id))).toEqual({ id: 'vpn', exact: false })
    expect(at(resourcePath(network.id))).toBeUndefined()
    expect(at(resourcePath(`${tunnel.id}/parts/unread`))).toEqual({ id: 'vpn', exact: false })
    expect(at('/resource/subscriptions/%')).toBeUndefined()
  })
})

it('gives each page an icon of its own: folded, nothing else tells them apart', () => {
  const icons = NAVIGATION.map(({ icon }) => renderToStaticMarkup(icon))
  expect(new Set(icons).size).toBe(NAVIGATION.length)
})

describe('itemCounts', () => {
  it('counts what belongs to a service, not what is merely related', () => {
    expect(itemCounts(estate)).toEqual({ resources: 1, vpn: 1 })
  })
})
